import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

export interface DatabaseSettings {
  readonly url: string;
  readonly pool: number;
  readonly migrations: (new () => MigrationInterface)[];
  /** Milliseconds after which the database gives a statement up; never, when left out: an import may take its time. */
  readonly statementTimeout?: number;
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
}

/**
 * What the planner is told. Compiling a statement takes longer here than running it, and is begun for the sake of an
 * estimate. To read a row by its key is cheap, on disks of today and from memory; else it would rather read a month of
 * deliveries than look up two thousand. The embedded database ignores both.
 */
const plannerSettings = '-c jit=off -c random_page_cost=1.1';

/**
 * How the program speaks to PostgreSQL. The embedded database ignores connection options, so nothing may rest on
 * them but the pool; statements are never named, since there all clients share one session.
 */
export const databaseOptions = ({
  url,
  pool,
  migrations,
  statementTimeout,
  entities,
}: DatabaseSettings): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: entities ?? [],
  migrations,
  migrationsTransactionMode: 'each',
  synchronize: false,
  poolSize: pool,
  extra: {
    application_name: 'budkavle',
    options: plannerSettings,
    statement_timeout: statementTimeout,
    // A database that restarts must be noticed: connections that died are replaced, not waited for.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  },
});

export async function openDataSource(settings: DatabaseSettings): Promise<DataSource> {
  return new DataSource(databaseOptions(settings)).initialize();
}
