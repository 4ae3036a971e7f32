import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildRole } from '../../../../src/platform/processes/child-role.js';
import { freePort } from '../../../support/free-port.js';
import { populate } from '../../rig/population.js';
import { Rig } from '../../rig/rig.js';
import { Staff } from '../../rig/staff.js';

/** Residents of the municipality. */
const phones = 100;
/** Slow enough that something can be cancelled while it is sent. */
const env = { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1', SMS_SEGMENTS_PER_SECOND: '5' };

/** The built program, as it runs somewhere. */
export interface Product {
  readonly name: string;
  readonly web: string;
  readonly simulator: string;
  /** A place with all residents. */
  readonly place: string;
  readonly call: <T>(who: 0 | 1, method: string, path: string, body?: object) => Promise<T>;
  /** Ends web and worker at once, as a power cut does. On the embedded services, these too. */
  kill(): Promise<void>;
  /** Starts again what was killed. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** With PostgreSQL and Redis of its own, and each role a process. @throws ProgramMissing */
export async function onServers(): Promise<Product> {
  const rig = await Rig.open({ env });
  try {
    const place = await populate(rig.db, { phones });
    await rig.start('simulator');
    let roles: ChildRole[] = await Promise.all([rig.start('web'), rig.start('worker')]);
    const staff = await Staff.hire(rig.db, rig.web);
    return {
      name: 'PostgreSQL and Redis',
      web: rig.web,
      simulator: rig.simulator,
      place,
      call: (who, method, at, body) => staff.call(who, method, at, body),
      kill: async () => {
        for (const { pid } of roles) process.kill(pid!, 'SIGKILL');
        await Promise.all(roles.map(({ ended }) => ended));
      },
      restart: async () => {
        roles = await Promise.all([rig.start('web'), rig.start('worker')]);
      },
      close: () => rig.close(),
    };
  } catch (error) {
    await rig.close();
    throw error;
  }
}

/** As `npm start` runs it, with the embedded database. */
export async function onEmbedded(): Promise<Product> {
  const home = mkdtempSync(path.join(tmpdir(), 'budkavle-within-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const keys = ['bench-key-of-the-first', 'bench-key-of-the-second'] as const;
  const web = `http://localhost:${port}`;
  const launch = async (): Promise<ChildProcess> => {
    const program = spawn(process.execPath, [path.join(process.cwd(), 'dist/src/main.js'), 'demo'], {
      // A group of its own, so that all of it can be killed.
      detached: true,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        BUDKAVLE_HOME: home,
        BUDKAVLE_DEMO_KEYS: keys.join(','),
        DEMO_RESIDENTS: String(phones),
        PORT: String(port),
        SIMULATOR_PORT: String(simulatorPort),
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      program.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Budkavle is ready')) resolve();
      });
      program.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
    });
    return program;
  };
  let program = await launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => program.once('exit', resolve));
    process.kill(signal === 'SIGKILL' ? -program.pid! : program.pid!, signal);
    await ended;
  };
  const call = async <T>(who: 0 | 1, method: string, at: string, body?: object): Promise<T> => {
    const answer = await fetch(`${web}/api/v1${at}`, {
      method,
      headers: { authorization: `Bearer ${keys[who]}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const [area] = await call<{ id: string }[]>(0, 'GET', '/places?kind=area&q=');
  return {
    name: 'embedded services',
    web,
    simulator: `http://127.0.0.1:${simulatorPort}`,
    place: area!.id,
    call,
    kill: () => end('SIGKILL'),
    restart: async () => {
      program = await launch();
    },
    close: async () => {
      await end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
