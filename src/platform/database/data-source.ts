import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeCaseNaming } from './columns.js';
import { HeardClient } from './heard-client.js';

export interface DatabaseSettings {
  readonly url: string;
  readonly pool: number;
  readonly migrations: (new () => MigrationInterface)[];
  /** For commands: no statement timeout, whatever the role's setting. Needs PostgreSQL itself, not a pooler. */
  readonly direct?: boolean;
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
}

/**
 * Connection options for PostgreSQL. Planner settings are set on the role (see role-settings.ts), because a pooler does
 * not pass on connection options. Don't use named prepared statements or session settings: behind a pooler, and on the
 * embedded database, other clients share the session.
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
    // Detect a database restart: dead connections are replaced, not waited for.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    Client: HeardClient,
  },
});

export async function openDataSource(settings: DatabaseSettings): Promise<DataSource> {
  return new DataSource(databaseOptions(settings)).initialize();
}
