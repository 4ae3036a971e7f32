// Measures how many texts per second the simulator accepts, alone on this machine. Starts the built program and a
// receiver of receipts that only answers 204, and creates texts from this process:
//
//   node src/simulator/measure.mjs [texts = 200000] [connections = 64]
//
// Prints a JSON line for each of two runs, without and with receipts. `cpuUsPerText` is the CPU time of the simulator
// only, so that runs can be compared on a machine that also does other work.
import { Buffer } from 'node:buffer';
import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { URLSearchParams } from 'node:url';
import { Pool } from 'undici';
import { prepare } from '../../bin/prepare.mjs';

/** Node flags for the simulator, for example `--cpu-prof`. */
const flags = (process.env.SIMULATOR_FLAGS ?? '').split(' ').filter(Boolean);
const [texts = 200_000, connections = 64] = process.argv.slice(2).map(Number);
const account = `AC${'0'.repeat(32)}`;
const password = 'token-for-measuring';
const body =
  'VIKTIGT: Vattnet på Storgatan med omnejd är avstängt i dag kl. 13-16 på grund av en akut läcka. ' +
  'Tappa upp vatten i förväg. Mer på kommunens webbplats.';

if (process.argv[2] === 'receiver') receive();
else await measure();

function receive() {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  });
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function measure() {
  const program = await prepare();
  const receiver = fork(path.join(import.meta.dirname, 'measure.mjs'), ['receiver']);
  const port = await new Promise((resolve) => receiver.once('message', resolve));
  for (const receipts of [undefined, `http://127.0.0.1:${port}/callbacks/twilio/status?token=`]) {
    const simulator = await start(program);
    try {
      console.log(JSON.stringify(await load(simulator, receipts)));
    } finally {
      simulator.process.kill();
    }
  }
  receiver.kill();
}

async function start(program) {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [...flags, program, 'simulator'], {
    env: {
      ...process.env,
      SIMULATOR_PORT: String(port),
      TWILIO_ACCOUNT_SID: account,
      TWILIO_AUTH_TOKEN: password,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 50));
  return { process: child, url };
}

async function load(simulator, receipts) {
  const pool = new Pool(simulator.url, { connections, pipelining: 1 });
  const options = {
    method: 'POST',
    path: `/2010-04-01/Accounts/${account}/Messages.json`,
    headers: {
      authorization: `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
  };
  let next = 0;
  const worker = async () => {
    while (next < texts) {
      const n = next++;
      const form = { To: `+4670${String(1_000_000 + n)}`, From: 'LuleaKommun', Body: body };
      if (receipts !== undefined) form.StatusCallback = receipts + String(n).padStart(43, 'x');
      const answer = await pool.request({ ...options, body: new URLSearchParams(form).toString() });
      if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${await answer.body.text()}`);
      await answer.body.dump();
    }
  };
  const before = cpuSeconds(simulator.process.pid);
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const created = performance.now();
  let health;
  do {
    await new Promise((resolve) => setTimeout(resolve, 100));
    health = await (await fetch(`${simulator.url}/healthz`)).json();
  } while (health.handsets < texts || health.receipts.waiting > 0);
  const ended = performance.now();
  await pool.close();
  return {
    texts,
    receipts: health.receipts.posted,
    lost: health.receipts.lost,
    createdPerSecond: Math.round((texts / (created - begun)) * 1000),
    settledPerSecond: Math.round((texts / (ended - begun)) * 1000),
    cpuUsPerText: Math.round(((cpuSeconds(simulator.process.pid) - before) / texts) * 1e6),
    residentMb: Math.round(residentMb(simulator.process.pid)),
  };
}

/** CPU seconds that a process has used. Linux only. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
