import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { entities } from '../../../src/roles/entities.js';
import { migrations } from '../../../migrations/all.js';
import { checksums } from '../../../migrations/checksums.js';
import { openDataSource } from '../../../src/platform/database/data-source.js';
import { keepRoleSettings, settingsOfRole } from '../../../src/platform/database/role-settings.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { ChildRole } from '../../../src/platform/processes/child-role.js';
import { freePort } from '../../support/free-port.js';
import { exitWhenInterrupted } from './interruption.js';
import { PostgresServer, type PostgresSettings } from './postgres-server.js';
import { RedisServer } from './redis-server.js';

export interface RigSettings {
  /** Whether there is a Redis. Without it the rate and the doorbells are in PostgreSQL. */
  readonly redis?: boolean;
  readonly postgres?: Pick<PostgresSettings, 'fsync' | 'settings'>;
  /** Settings of every role. They override those of the rig. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with each line a role writes. */
  readonly onLine?: (role: string, line: string) => void;
}

type LoadRole = 'web' | 'worker' | 'simulator';

/** Real services on loopback for one run, and Budkavle's roles as processes. `close` ends and removes all of them. */
export class Rig {
  private readonly roles = new Set<ChildRole>();

  private constructor(
    readonly folder: string,
    readonly postgres: PostgresServer,
    readonly redis: RedisServer | undefined,
    /** Migrated and empty. */
    readonly db: DataSource,
    /** Addresses of the web role and of the simulator. The caller starts these roles. */
    readonly web: string,
    readonly simulator: string,
    private readonly settings: RigSettings,
  ) {}

  /** @throws ProgramMissing */
  static async open(settings: RigSettings = {}): Promise<Rig> {
    exitWhenInterrupted();
    const folder = mkdtempSync(path.join(tmpdir(), 'budkavle-load-'));
    process.once('exit', () => removeFolder(folder));
    const postgres = await PostgresServer.make({ folder, port: await freePort(), ...settings.postgres });
    const redis = settings.redis === false ? undefined : await RedisServer.make(folder, await freePort());
    const db = await openDataSource({ url: postgres.url, pool: 4, migrations, entities });
    await migrate(db, checksums);
    await keepRoleSettings(db, settingsOfRole(Number(settings.env?.['STATEMENT_TIMEOUT_MS'] ?? 60_000)));
    const [web, simulator] = [await freePort(), await freePort()].map((port) => `http://127.0.0.1:${port}`);
    return new Rig(folder, postgres, redis, db, web!, simulator!, settings);
  }

  /** The environment of every role. */
  get env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: 'warn',
      // The secrets are those in the source, and no proxy stands in front.
      NODE_ENV: 'test',
      STOP_GRACE_SECONDS: '0',
      DATABASE_URL: this.postgres.url,
      ...(this.redis ? { REDIS_URL: this.redis.url } : {}),
      PORT: new URL(this.web).port,
      PUBLIC_URL: this.web,
      SIMULATOR_PORT: new URL(this.simulator).port,
      SIMULATOR_URL: this.simulator,
      ...this.settings.env,
    };
  }

  /**
   * Starts a role of the built program as a process. Resolves when it is ready.
   *
   * @param env settings of this one only, e.g. NODE_OPTIONS
   */
  async start(role: LoadRole, env: Record<string, string> = {}): Promise<ChildRole> {
    const child = this.launch(role, env);
    await child.ready;
    return child;
  }

  /**
   * Starts a role without waiting for it, so that it can be killed while it starts.
   *
   * @param onLine called with each line that this one writes
   */
  launch(role: LoadRole, env: Record<string, string> = {}, onLine?: (line: string) => void): ChildRole {
    const child = new ChildRole({
      program: path.join(process.cwd(), 'dist', 'src', 'main.js'),
      role,
      env: { ...this.env, ...env },
      onLine: (line) => {
        this.settings.onLine?.(role, line);
        onLine?.(line);
      },
    });
    this.roles.add(child);
    // A frozen process does not notice that this process is gone.
    const leaveNothing = () => killed(child.pid);
    process.prependOnceListener('exit', leaveNothing);
    void child.ended.then(() => {
      this.roles.delete(child);
      process.off('exit', leaveNothing);
    });
    return child;
  }

  async close(): Promise<void> {
    await Promise.all([...this.roles].map((role) => role.stop(5000)));
    await this.db.destroy().catch(() => undefined);
    await this.redis?.stop('SIGKILL');
    await this.postgres.stop('SIGINT');
    removeFolder(this.folder);
  }
}

/** Retries, because a server that was killed a moment ago may still write. */
const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

function killed(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It ended a moment ago.
  }
}
