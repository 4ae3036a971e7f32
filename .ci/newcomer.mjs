// What a new user does in a fresh clone, before any install: npm start, one alert by two people, stop, start again.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

let passed = 0;
let failed = 0;
function check(name, holds, seen = '') {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${name}${holds ? '' : `: ${JSON.stringify(seen)}`}`);
}

const [port, simulatorPort] = [await freePort(), await freePort()];
const site = `http://localhost:${port}`;
const simulator = `http://127.0.0.1:${simulatorPort}`;
const keys = ['newcomer-key-one', 'newcomer-key-two'];
const env = {
  ...process.env,
  PORT: String(port),
  SIMULATOR_PORT: String(simulatorPort),
  BUDKAVLE_DEMO_KEYS: keys.join(','),
};

/** The child process now running. It is killed when this script exits, also after a failure. */
let running;
process.on('exit', () => {
  if (running?.exitCode === null && running.signalCode === null) process.kill(-running.pid, 'SIGKILL');
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Runs `npm start`. Resolves when the program is ready, with a stop function and the seconds each part took. */
function start() {
  const began = Date.now();
  let builtAt = began;
  // Its own process group: one kill ends npm and all its children.
  const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  running = child;
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      process.kill(-child.pid, 'SIGINT');
    });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      said += chunk;
      if (said.includes('Building the program') && builtAt === began) builtAt = Date.now();
      if (said.includes('Budkavle is ready'))
        resolve({ stop, seconds: (Date.now() - began) / 1000, afterInstall: (Date.now() - builtAt) / 1000 });
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}

async function call(who, method, path, body) {
  const answer = await fetch(`${site}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${keys[who]}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return answer.json();
}

async function until(look, fits, seconds) {
  for (const end = Date.now() + seconds * 1000; ;) {
    const seen = await look();
    if (fits(seen) || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const first = await start();
console.log(
  `first start: ${first.seconds.toFixed(1)} s, of which ${first.afterInstall.toFixed(1)} s after npm install`,
);
for (const address of [
  `${site}/healthz`,
  `${site}/readyz`,
  `${site}/`,
  `${site}/console/`,
  `${site}/api`,
  `${simulator}/handsets`,
])
  check(`GET ${address.replace(/:\d+/, '')}`, (await fetch(address)).status === 200);

const [area] = await call(0, 'GET', '/places?kind=area&q=');
const audience = { places: [area.id] };
const preview = await call(0, 'POST', '/audiences/preview', { audience });
const { id } = await call(0, 'POST', '/broadcasts', {
  audience,
  texts: [{ language: 'sv', sms: 'Vattnet är avstängt kl. 13-15.' }],
  lane: 'urgent',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});
await call(0, 'POST', `/broadcasts/${id}/submission`);
const own = await call(0, 'POST', `/broadcasts/${id}/approval`);
check('the author cannot approve their own broadcast', own.code === 'broadcast.four-eyes', own);
const { contentHash } = await call(1, 'GET', `/broadcasts/${id}`);
const approved = await call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash });
check('another person can approve it', approved.state === 'approved', approved);
const done = await until(
  () => call(0, 'GET', `/broadcasts/${id}`),
  ({ state }) => state === 'completed',
  180,
);
const planned = preview.phones.mobile + preview.phones.landline;
check(
  'as many messages are delivered as the preview said',
  done.report.delivered === planned && planned > 0,
  done.report,
);
const handsets = await (await fetch(`${simulator}/handsets`)).json();
check(
  'each phone received the message once',
  handsets.length === planned && handsets.every(({ received }) => received.length === 1),
);
await first.stop();

const second = await start();
console.log(`second start: ${second.seconds.toFixed(1)} s`);
const kept = await call(0, 'GET', `/broadcasts/${id}`);
check('the report is still there after a restart', kept.report?.delivered === planned, kept);
await second.stop();

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
