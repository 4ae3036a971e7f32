import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeCaseNaming } from './columns.js';
import { HeardClient } from './heard-client.js';

export interface DatabaseSettings {
  readonly url: string;
  readonly pool: number;
  readonly migrations: (new () => MigrationInterface)[];
  /** For a command, which takes the time it needs, whatever patience the role has: to PostgreSQL itself, not a pooler. */
  readonly direct?: boolean;
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
}

/**
 * How the program speaks to PostgreSQL. The planner's settings are the role's (see role-settings.ts), since a pooler
 * hands no connection options on. Statements are never named and nothing is set for a session: behind a pooler, and on
 * the embedded database, the session is not ours alone.
 */
export const databaseOptions = ({
  url,
  pool,
  migrations,
  direct,
  entities,
}: DatabaseSettings): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: entities ?? [],
  namingStrategy: new SnakeCaseNaming(),
  migrations,
  migrationsTransactionMode: 'each',
  synchronize: false,
  poolSize: pool,
  extra: {
    application_name: 'budkavle',
    ...(direct ? { options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0' } : {}),
    // A database that restarts must be noticed: connections that died are replaced, not waited for.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    Client: HeardClient,
  },
});

export async function openDataSource(settings: DatabaseSettings): Promise<DataSource> {
  return new DataSource(databaseOptions(settings)).initialize();
}
