import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';

/** Writes a CPU profile of each of the engine's processes to a folder, and lists the costliest statements. */
export class Profile {
  /** Settings of PostgreSQL. */
  readonly settings: Readonly<Record<string, string>>;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    // If this process runs as root, PostgreSQL runs as another user, and must be able to write here.
    chmodSync(folder, 0o777);
    this.settings = {
      shared_preload_libraries: 'pg_stat_statements,auto_explain',
      'auto_explain.log_min_duration': '100',
      'auto_explain.log_analyze': 'on',
      'auto_explain.log_timing': 'off',
      logging_collector: 'on',
      log_directory: path.resolve(folder),
    };
    // Roles are forked with this process's own options. These options are not allowed in the environment.
    process.execArgv.push('--cpu-prof', `--cpu-prof-dir=${path.resolve(folder)}`);
  }

  async prepare(db: DataSource): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  }

  async forgetStatements(db: DataSource): Promise<void> {
    await db.query('SELECT pg_stat_statements_reset()');
  }

  /** The statements with the longest total time since `forgetStatements`, one per line. */
  async statements(db: DataSource): Promise<string> {
    const rows = await db.query<
      { calls: string; total: number; mean: number; rows: string; query: string }[]
    >(
      `SELECT calls, total_exec_time + total_plan_time AS total, mean_exec_time AS mean, rows,
         regexp_replace(query, '\\s+', ' ', 'g') AS query
       FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 14`,
    );
    return rows
      .map(
        ({ calls, total, mean, rows: count, query }) =>
          `${total.toFixed(0).padStart(8)} ms ${calls.padStart(7)} × ${mean.toFixed(2).padStart(8)} ms ${count.padStart(8)} rows  ${query.slice(0, 110)}`,
      )
      .join('\n');
  }
}
