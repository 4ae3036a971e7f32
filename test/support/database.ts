import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { checksums } from '../../migrations/checksums.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import { keepRoleSettings, settingsOfRole } from '../../src/platform/database/role-settings.js';
import { entities } from '../../src/roles/entities.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { isEmbedded } from './on-server.js';

/** The address of the tests' database server. `npm test` and `npm run check` set it. */
function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run integration tests by `npm test` or `npm run check`');
  // Addresses separated by commas: embedded databases, one per Jest worker.
  const urls = url.split(',');
  return urls[(Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % urls.length]!;
}

const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

/** The embedded database is one database with one session: there are no clones, and test files take turns. */

/** A hash of the migrations: when they change, a new template database is made. */
const schemaVersion = createHash('sha256')
  .update(migrations.map((migration) => String(migration)).join('\n') + JSON.stringify(checksums))
  .digest('hex')
  .slice(0, 16);

const templateName = `budkavle_test_${schemaVersion}`;

/** One database per Jest worker, cloned from a migrated template. The first worker makes the template. */
export async function testDatabaseUrl(): Promise<string> {
  const server = testServerUrl();
  if (isEmbedded) return server;
  const name = [templateName, process.env['TEST_RUN'], process.env['JEST_WORKER_ID'] ?? '1']
    .filter(Boolean)
    .join('_');
  const admin = new Client({ connectionString: server });
  await admin.connect();
  const exists = async (database: string): Promise<boolean> =>
    (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rowCount === 1;
  try {
    await admin.query(`SELECT pg_advisory_lock(hashtext('budkavle.test-template'))`);
    if (!(await exists(templateName))) {
      const made = `${templateName}_making`;
      await admin.query(`DROP DATABASE IF EXISTS ${made} WITH (FORCE)`);
      await admin.query(`CREATE DATABASE ${made}`);
      const template = await openDataSource({ url: withDatabase(server, made), pool: 2, migrations });
      await migrate(template, checksums);
      await template.destroy();
      await admin.query(`ALTER DATABASE ${made} RENAME TO ${templateName}`);
    }
    if (!(await exists(name))) {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
      // A clone does not get the template's role settings, which belong to one database.
      await settle(withDatabase(server, name));
    }
  } finally {
    await admin.end();
  }
  return withDatabase(server, name);
}

async function settle(url: string): Promise<void> {
  const db = await openDataSource({ url, pool: 1, migrations: [] });
  await keepRoleSettings(db, settingsOfRole(60_000));
  await db.destroy();
}

/** A migrated, empty database for one test file. Close it with `destroy()`. */
export async function openTestDatabase(): Promise<DataSource> {
  const dataSource = await openDataSource({ url: await testDatabaseUrl(), pool: 8, migrations, entities });
  if (isEmbedded) await migrate(dataSource, checksums);
  await emptyDatabase(dataSource);
  return dataSource;
}

/** Empties every table of ours, fast. The tables of PostGIS and of the migrations stay. */
export async function emptyDatabase(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('spatial_ref_sys', 'migrations', 'migration_checksum')`,
  );
  await emptyTables(dataSource, rows.map(({ name }) => name).join(', '));
}

/**
 * Empties tables and those that refer to them. It works for insert-only tables too, whose trigger normally refuses it.
 *
 * @param tables names, separated by commas
 */
export async function emptyTables(dataSource: DataSource, tables: string): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(`TRUNCATE ${tables} CASCADE`);
  });
}
