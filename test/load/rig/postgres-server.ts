import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgres, postgresUser } from './programs.js';
import { ServerProcess } from './server-process.js';

const run = promisify(execFile);

export interface PostgresSettings {
  readonly folder: string;
  readonly port: number;
  /** Whether a commit waits for the disk. Without it a killed process loses nothing, but a crashed machine does. */
  readonly fsync?: boolean;
  /** More settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL of the run's own, with an empty database `budkavle`. */
export class PostgresServer extends ServerProcess {
  /** Immediate shutdown. SIGKILL would leave its shared memory behind, and its children for a while. */
  protected override readonly lastSignal = 'SIGQUIT';

  private constructor(
    private readonly file: string,
    private readonly data: string,
    private readonly options: PostgresSettings,
  ) {
    super();
  }

  /** @throws ProgramMissing */
  static async make(options: PostgresSettings): Promise<PostgresServer> {
    const find = findPostgres();
    const user = postgresUser();
    const data = path.join(options.folder, 'postgres');
    mkdirSync(data, { recursive: true });
    chmodSync(options.folder, 0o755);
    if (user) chownSync(data, user.uid, user.gid);
    execFileSync(
      find('initdb'),
      ['-D', data, '-U', 'budkavle', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      { stdio: 'ignore', cwd: data, ...user },
    );
    const server = new PostgresServer(find('postgres'), data, options);
    await server.start();
    await server.asAdmin('CREATE DATABASE budkavle');
    return server;
  }

  /** Backs up the database as it is now, while others write to it. */
  async dump(): Promise<void> {
    await run(findPostgres()('pg_dump'), ['-Fc', '-f', this.backup, this.url]);
  }

  /** Restores the database from the dump. Every connection to it ends. */
  async restore(): Promise<void> {
    await this.asAdmin('DROP DATABASE budkavle WITH (FORCE)', 'CREATE DATABASE budkavle');
    await run(findPostgres()('pg_restore'), ['--exit-on-error', '-d', this.url, this.backup]);
  }

  get url(): string {
    return this.urlOf('budkavle');
  }

  protected command() {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(this.options.port),
      unix_socket_directories: this.data,
      max_connections: '200',
      shared_buffers: '1GB',
      max_wal_size: '8GB',
      fsync: this.options.fsync === false ? 'off' : 'on',
      ...this.options.settings,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return {
      file: this.file,
      args: ['-D', this.data, ...args],
      options: { cwd: this.data, ...postgresUser() },
    };
  }

  protected async answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.urlOf('postgres'), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private get backup(): string {
    return path.join(this.options.folder, 'backup.dump');
  }

  private async asAdmin(...statements: string[]): Promise<void> {
    const admin = new Client({ connectionString: this.urlOf('postgres') });
    await admin.connect();
    for (const statement of statements) await admin.query(statement);
    await admin.end();
  }

  private urlOf(database: string): string {
    return `postgres://budkavle@127.0.0.1:${this.options.port}/${database}`;
  }
}
