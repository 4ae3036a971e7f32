import { migrations } from '../../migrations/all.js';
import { checksums } from '../../migrations/checksums.js';
import type { Config } from '../platform/config/config.js';
import { openDataSource } from '../platform/database/data-source.js';
import { alignMetricReference, migrate } from '../platform/database/migrate.js';
import { PostgresBackend } from '../platform/queue/postgres-backend.js';
import { takesNothing } from './command-line.js';
import type { Work } from './command.js';

/** Brings the schema up to date, ours and the queue's. Safe to repeat, and to run beside itself. */
export function migrateSchema(argv: readonly string[]): Work {
  takesNothing(argv, 'budkavle migrate');
  return async (config) => {
    const ran = await migrateDatabase(config);
    console.log(
      ran.length > 0 ? `Ran ${ran.length} migrations: ${ran.join(', ')}` : 'The schema is up to date',
    );
  };
}

/** @returns the names of the migrations that ran */
export async function migrateDatabase(config: Config): Promise<string[]> {
  const url = config.get('DATABASE_URL');
  const dataSource = await openDataSource({ url, pool: 2, migrations });
  try {
    const ran = await migrate(dataSource, checksums);
    await alignMetricReference(dataSource, config.get('METRIC_SRID'));
    if (!config.get('REDIS_URL')) await new PostgresBackend(url).prepare();
    return ran;
  } finally {
    await dataSource.destroy();
  }
}
