import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The machine lacks a server that a load run starts. The message says how to install it. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing';
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** PostgreSQL versions to look for where Debian puts them, newest first. */
const versions = [18, 17, 16, 15];

/** @throws ProgramMissing */
export function findPostgres(): (program: 'initdb' | 'postgres' | 'pg_dump' | 'pg_restore') => string {
  const folders = [
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    path.dirname(onPath('postgres') ?? '/nowhere/postgres'),
  ];
  const folder = folders.find((one) => existsSync(path.join(one, 'postgres')));
  if (!folder)
    throw new ProgramMissing(
      'PostgreSQL with PostGIS is missing (Debian: apt-get install postgresql-15-postgis-3)',
    );
  return (program) => path.join(folder, program);
}

/** @throws ProgramMissing */
export function findRedis(): string {
  const file = onPath('redis-server') ?? onPath('valkey-server');
  if (!file) throw new ProgramMissing('Redis is missing (Debian: apt-get install redis-server)');
  return file;
}

/** PostgreSQL refuses to run as root. If this process is root, it runs as the user that its package made. */
export function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
