import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explainDiskFault } from './disk-space.js';
import { databaseAddress, HomeFolder } from './home-folder.js';

describe('the folder where npm start keeps its data', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'budkavle-home-')), '.budkavle');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  const lockAs = (holder: object | string): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));
  };

  it('is created with access for its owner only, and can be locked again after release', async () => {
    const home = await HomeFolder.lock(folder);
    await home.write('demo-keys', 'one\ntwo\n');
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(home.path('demo-keys')).mode & 0o077).toBe(0);
    await home.release();
    const again = await HomeFolder.lock(folder);
    expect(await again.read('demo-keys')).toBe('one\ntwo\n');
    await again.release();
  });

  it.each([
    ['of a process that has ended', { pid: 2 ** 22 + 1 }],
    ['whose process id now belongs to another process', { pid: 1, began: 'long ago' }],
    ['that cannot be read', 'half a l'],
  ])('can be locked despite a lock file %s', async (_what, holder) => {
    lockAs(holder);
    const home = await HomeFolder.lock(folder);
    expect(JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await home.release();
  });

  it('loses only the program’s own entries with --fresh', async () => {
    const home = await HomeFolder.lock(folder);
    await home.write('prepared', 'yes');
    mkdirSync(home.path('database'));
    writeFileSync(path.join(home.path('database'), 'PG_VERSION'), '18');
    writeFileSync(path.join(folder, 'letter-to-my-aunt.txt'), 'Kära moster');
    await home.release();
    const fresh = await HomeFolder.lock(folder, { fresh: true });
    expect(existsSync(fresh.path('database'))).toBe(false);
    expect(await fresh.read('prepared')).toBeUndefined();
    expect(readFileSync(path.join(folder, 'letter-to-my-aunt.txt'), 'utf8')).toBe('Kära moster');
    await fresh.release();
  });

  it('has a database address only while a program runs on it', async () => {
    lockAs({ pid: 2 ** 22 + 1 });
    writeFileSync(path.join(folder, 'database-url'), 'postgres://gone\n');
    expect(await databaseAddress(folder)).toBeUndefined();
    expect(await databaseAddress(path.join(folder, 'nowhere'))).toBeUndefined();
  });

  it('is refused to a second program; the message names the process id of the first', async () => {
    const first = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(first, 'spawn');
    const stat = `/proc/${first.pid}/stat`;
    const began = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ')[1]?.split(' ')[19] : undefined;
    lockAs({ pid: first.pid, began });
    writeFileSync(path.join(folder, 'database-url'), 'postgres://running\n');
    await expect(HomeFolder.lock(folder, { fresh: true })).rejects.toThrow(
      new RegExp(`already running on .* \\(process ${first.pid}\\)`),
    );
    expect(await databaseAddress(folder)).toBe('postgres://running');
    first.stdin.end();
    await once(first, 'exit');
    await (await HomeFolder.lock(folder)).release();
  });

  it.each([
    [Object.assign(new Error('write'), { code: 'ENOSPC' })],
    [Object.assign(new Error('FS error'), { errno: 51 })],
    [new Error('could not extend file "base/5/1": No space left on device')],
  ])('reports a full disk as such: %s', (error) => {
    expect(explainDiskFault(error, folder)).toMatchObject({
      message: expect.stringMatching(/^The disk is full/),
    });
  });

  it('does not change other errors', () => {
    const error = new Error('something else');
    expect(explainDiskFault(error, folder)).toBe(error);
  });
});
