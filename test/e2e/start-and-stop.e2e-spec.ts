import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';

const program = join(process.cwd(), 'dist/src/main.js');

// These tests are of the embedded services; with real ones there is nothing to test.
const describeEmbedded = process.env['TEST_DATABASE_URL'] ? describe.skip : describe;

describeEmbedded('the built program, started as npm start does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budkavle-start-'));
  const running: Started[] = [];
  let ports: { PORT: string; SIMULATOR_PORT: string };

  interface Started {
    readonly process: ChildProcess;
    readonly said: () => string;
    readonly ended: Promise<number | null>;
  }

  const start = (settings: Record<string, string> = {}, ...args: string[]): Started => {
    const child = spawn(process.execPath, [program, ...(args.length > 0 ? args : ['demo'])], {
      env: {
        PATH: process.env['PATH'],
        BUDKAVLE_HOME: join(folder, 'home'),
        DEMO_RESIDENTS: '500',
        ...ports,
        ...settings,
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const started = { process: child, said: () => said, ended };
    running.push(started);
    return started;
  };
  const ready = ({ said }: Started) =>
    eventually(() => said().includes('Budkavle is ready'), { ms: 120_000, what: 'ready' });
  /** The child processes, from Linux's /proc. */
  const childrenOf = ({ process: { pid } }: Started): { pid: number; role: string }[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map((child) => ({
        pid: Number(child),
        role: readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0')[2] ?? '',
      }));
  const isGone = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };

  beforeAll(async () => {
    ports = { PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) };
    const template = process.env['TEST_EMBEDDED_TEMPLATE'];
    if (template) cpSync(template, join(folder, 'home', 'database'), { recursive: true });
  });
  afterAll(() => {
    for (const { process: child } of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('becomes ready, refuses a second start on its folder or port, and leaves no process when it stops', async () => {
    const first = start();
    await ready(first);
    const keys = first.said().match(/demo-(maja|erik)-\S+/g);
    expect(keys).toHaveLength(2);
    expect((await fetch(`http://localhost:${ports.PORT}/readyz`)).status).toBe(200);
    const me = await fetch(`http://localhost:${ports.PORT}/api/v1/session`, {
      headers: { authorization: `Bearer ${keys![0]}` },
    });
    expect(await me.json()).toMatchObject({ name: 'Maja Lindqvist' });

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/already running on .* Stop it first/s);

    const elsewhere = start({ BUDKAVLE_HOME: join(folder, 'other') });
    expect(await elsewhere.ended).toBe(1);
    expect(elsewhere.said()).toMatch(/^PORT: port \d+ is taken/);

    const children = childrenOf(first);
    expect(children.map(({ role }) => role).sort()).toEqual([
      'embedded-database',
      'simulator',
      'web',
      'worker',
    ]);
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(children.filter(({ pid }) => !isGone(pid))).toEqual([]);
  });

  it('starts again on the same data, and names the part that died', async () => {
    const again = start();
    await ready(again);
    expect(again.said()).not.toContain('Preparing');
    const children = childrenOf(again);
    process.kill(children.find(({ role }) => role === 'embedded-database')!.pid, 'SIGKILL');
    expect(await again.ended).toBe(1);
    expect(again.said()).toContain('The embedded-database stopped unexpectedly: it was ended by SIGKILL');
    expect(children.filter(({ pid }) => !isGone(pid))).toEqual([]);
  });

  it('leaves no child process when it is killed', async () => {
    const killed = start();
    const children = await eventually(
      () => {
        const all = childrenOf(killed);
        return all.length === 4 ? all : false;
      },
      { ms: 60_000, what: 'all of it' },
    );
    killed.process.kill('SIGKILL');
    await killed.ended;
    await eventually(() => children.every(({ pid }) => isGone(pid)), { ms: 45_000, what: 'all gone' });
  });

  it('shows that a worker is alive while it waits for its database', async () => {
    const file = join(folder, 'worker-alive');
    const DATABASE_URL = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
    const waits = start({ NODE_ENV: 'test', DATABASE_URL, WORKER_ALIVE_FILE: file }, 'worker');
    const touched = () => (existsSync(file) ? statSync(file).mtimeMs : 0);
    const first = await eventually(touched, { ms: 30_000, what: 'a sign of life' });
    await eventually(() => touched() > first, { ms: 30_000, what: 'another' });
    expect(waits.said()).not.toContain('worker.started');
    waits.process.kill('SIGKILL');
  });

  it('lists its roles, and explains an unknown role, a wrong option and wrong settings', async () => {
    const asked = start({}, '--help');
    expect(await asked.ended).toBe(0);
    expect(asked.said()).toContain('Roles:');
    const unknown = start({}, 'cook-dinner');
    expect(await unknown.ended).toBe(2);
    expect(unknown.said()).toContain('There is no role "cook-dinner"');
    const slip = start({}, 'import', '--nonsense');
    expect(await slip.ended).toBe(2);
    expect(slip.said()).toContain('budkavle import <profile>');
    const wrong = start({ PORT: 'a lot', METRIC_SRID: '-1' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toMatch(/PORT: .*\n.*METRIC_SRID: /);
  });
});
