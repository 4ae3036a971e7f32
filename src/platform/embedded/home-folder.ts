import { existsSync } from 'node:fs';
import { access, constants, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartRefused } from '../processes/start-refused.js';
import { explainDiskFault, freeMegabytes, requireSpace } from './disk-space.js';

/** The entries that `npm start` creates in its folder, besides the lock file. `--fresh` deletes only these. */
const own = ['database', 'database-unfinished', 'database-url', 'demo-keys', 'prepared', 'log'] as const;
export type HomeEntry = (typeof own)[number];

/** Free megabytes needed for the first start, and for later starts. */
const needed = { first: 400, later: 50 };

/** The folder where `npm start` keeps its data. One process at a time can lock it. */
export class HomeFolder {
  private constructor(readonly folder: string) {}

  /**
   * @param fresh whether to delete the data of earlier starts, without asking
   * @throws StartRefused if another process has locked the folder, or the disk is full
   */
  static async lock(folder: string, { fresh = false } = {}): Promise<HomeFolder> {
    const home = new HomeFolder(path.resolve(folder));
    try {
      await mkdir(home.folder, { recursive: true, mode: 0o700 });
      await home.writeLockFile();
    } catch (error) {
      throw explainDiskFault(error, home.folder);
    }
    try {
      if (fresh) await Promise.all(own.map((name) => rm(home.path(name), { recursive: true, force: true })));
      await requireSpace(
        home.folder,
        (await home.read('prepared')) === undefined ? needed.first : needed.later,
      );
      await mkdir(home.path('log'), { recursive: true });
    } catch (error) {
      await home.release();
      throw explainDiskFault(error, home.folder);
    }
    return home;
  }

  path(name: HomeEntry): string {
    return path.join(this.folder, name);
  }

  async read(name: HomeEntry): Promise<string | undefined> {
    return readFile(this.path(name), 'utf8').catch(() => undefined);
  }

  /** Writes a file that only its owner can read: it may contain keys. */
  async write(name: HomeEntry, text: string): Promise<void> {
    await writeFile(this.path(name), text, { mode: 0o600 });
  }

  async forget(name: HomeEntry): Promise<void> {
    await rm(this.path(name), { recursive: true, force: true });
  }

  async release(): Promise<void> {
    await rm(this.lockFile, { force: true });
  }

  private get lockFile(): string {
    return path.join(this.folder, 'lock');
  }

  private async writeLockFile(): Promise<void> {
    const mine = JSON.stringify({ pid: process.pid, began: await beganAt(process.pid) });
    for (let attempt = 0; ; attempt += 1) {
      try {
        const file = await open(this.lockFile, 'wx', 0o600);
        await file.writeFile(mine);
        await file.close();
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error;
      }
      const holder = await holderOf(this.lockFile);
      if (holder !== undefined)
        throw new StartRefused(
          `Budkavle is already running on ${this.folder} (process ${holder}). ` +
            'Stop it first, or name another folder in BUDKAVLE_HOME, and other ports in PORT and SIMULATOR_PORT.',
        );
      await rm(this.lockFile, { force: true });
    }
  }
}

/** Id of the process that holds a lock; undefined if that process has ended. */
async function holderOf(lockFile: string): Promise<number | undefined> {
  try {
    const { pid, began } = JSON.parse(await readFile(lockFile, 'utf8')) as { pid: number; began?: string };
    // In a container, process ids start from 1 each time. So an id alone proves nothing: compare the start time too.
    if (pid === process.pid || !isAlive(pid) || (await beganAt(pid)) !== began) return undefined;
    return pid;
  } catch {
    return undefined;
  }
}

/** The address of the embedded database, if a program is running on this folder. */
export async function databaseAddress(folder: string): Promise<string | undefined> {
  if ((await holderOf(path.join(folder, 'lock'))) === undefined) return undefined;
  const address = await readFile(path.join(folder, 'database-url'), 'utf8').catch(() => '');
  return address.trim() || undefined;
}

interface FoundHome {
  readonly data: 'none' | 'unfinished' | 'there';
  readonly isWritable: boolean;
  /** Megabytes. */
  readonly free: number;
  readonly needed: number;
}

/** What a start would find. Does not create or lock the folder. */
export async function findHome(folder: string): Promise<FoundHome> {
  const has = (name: HomeEntry) => existsSync(path.join(folder, name));
  const data = has('database-unfinished') ? 'unfinished' : has('database') ? 'there' : 'none';
  let nearest = folder;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  return {
    data,
    isWritable: await access(nearest, constants.W_OK).then(
      () => true,
      () => false,
    ),
    free: await freeMegabytes(nearest),
    needed: has('prepared') ? needed.later : needed.first,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of a process in clock ticks since boot; undefined outside Linux. */
async function beganAt(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The process name, in parentheses, may contain spaces: count fields after it. Field 22 is the start time, see
  // proc(5).
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
