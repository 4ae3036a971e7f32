import { migrations } from '../../migrations/all.js';
import { checksums } from '../../migrations/checksums.js';
import type { Config } from '../platform/config/config.js';
import { openDataSource } from '../platform/database/data-source.js';
import { alignMetricReference, migrate } from '../platform/database/migrate.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { keepRoleSettings, settingsOfRole } from '../platform/database/role-settings.js';
import { PostgresBackend } from '../platform/queue/postgres-backend.js';
import { ensureShippedTemplates } from '../templates/ensure-shipped-templates.js';
import { takesNothing } from './command-line.js';
import type { Work } from './command.js';
import { entities } from './entities.js';

/**
 * Brings our schema, the shipped templates and the queue's schema up to date. Safe to repeat, and to run in several
 * processes at once.
 */
export function migrateSchema(argv: readonly string[]): Work {
  takesNothing(argv, 'budkavle migrate');
  return async (config) => {
    const { ran, refused } = await migrateDatabase(config);
    console.log(
      ran.length > 0 ? `Ran ${ran.length} migrations: ${ran.join(', ')}` : 'The schema is up to date',
    );
    if (refused.length > 0)
      console.log(
        `This role may not give web and workers their database settings. Let a superuser run:\n  ${refused.join('\n  ')}`,
      );
  };
}

interface Migrated {
  /** The names of the migrations that ran. */
  readonly ran: readonly string[];
  /** Statements that a role with more rights must run, see `keepRoleSettings`. */
  readonly refused: readonly string[];
}

export async function migrateDatabase(config: Config): Promise<Migrated> {
  const url = config.directDatabaseUrl;
  const dataSource = await openDataSource({
    url,
    pool: poolSizes.migration,
    migrations,
    entities,
    direct: true,
  });
  try {
    const ran = await migrate(dataSource, checksums);
    await alignMetricReference(dataSource, config.get('METRIC_SRID'));
    await ensureShippedTemplates(dataSource, new Date());
    if (!config.get('REDIS_URL')) await new PostgresBackend(url).prepare();
    const settings = settingsOfRole(config.get('STATEMENT_TIMEOUT_MS'));
    return { ran, refused: await keepRoleSettings(dataSource, settings, config.databaseRole) };
  } finally {
    await dataSource.destroy();
  }
}
