import type { Client } from 'pg';
import type { Config } from '../../platform/config/config.js';
import { examineSchema } from './examine-schema.js';
import { reasonOf } from '../../platform/processes/reason-of.js';
import { advice, problem, ok, type Finding } from './finding.js';
import { HeardClient } from '../../platform/database/heard-client.js';

const oldestPostgres = 15;
const oldestPostgis = 3.3;

/**
 * Checks that the database answers, is new enough, and has PostGIS, pg_trgm, the current schema and the metric SRID.
 */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  const client = new HeardClient({
    connectionString: config.get('DATABASE_URL'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
  } catch (error) {
    return [
      problem(
        `The database does not answer (${reasonOf(error)})`,
        'DATABASE_URL: is the address right, is the server running, is this machine let in (pg_hba.conf)?',
      ),
    ];
  }
  try {
    return [
      await examineVersion(client),
      await examinePostgis(client),
      await examineTrigrams(client),
      ...(await examineSchema(client)),
      await examineReference(client, config.get('METRIC_SRID')),
    ];
  } finally {
    await client.end();
  }
}

async function examineVersion(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  const version = rows[0]?.server_version ?? '';
  return Number.parseInt(version) >= oldestPostgres
    ? ok(`PostgreSQL ${version}`)
    : problem(`PostgreSQL ${version} is too old`, `Upgrade the server to ${oldestPostgres} or later`);
}

async function versionOf(
  client: Client,
  extension: string,
): Promise<{ installed?: string; offered?: string }> {
  const { rows } = await client.query<{ installed_version: string | null; default_version: string }>(
    'SELECT installed_version, default_version FROM pg_available_extensions WHERE name = $1',
    [extension],
  );
  return { installed: rows[0]?.installed_version ?? undefined, offered: rows[0]?.default_version };
}

async function examinePostgis(client: Client): Promise<Finding> {
  const { installed, offered } = await versionOf(client, 'postgis');
  const version = installed ?? offered;
  if (version === undefined)
    return problem(
      'PostGIS is not installed on the server',
      'On Debian: apt-get install postgresql-15-postgis-3',
    );
  if (Number.parseFloat(version) < oldestPostgis)
    return problem(`PostGIS ${version} is too old`, `Upgrade it to ${oldestPostgis} or later`);
  if (installed) return ok(`PostGIS ${installed}`);
  return (await mayCreateExtension(client))
    ? ok(`PostGIS ${version}, which the migration will switch on`)
    : problem(
        'PostGIS is not switched on in this database',
        'As a superuser of it: CREATE EXTENSION postgis;',
      );
}

async function examineTrigrams(client: Client): Promise<Finding> {
  const { installed, offered } = await versionOf(client, 'pg_trgm');
  if (installed) return ok(`pg_trgm ${installed}`);
  return offered === undefined
    ? problem('pg_trgm is not installed on the server', 'On Debian: apt-get install postgresql-contrib')
    : ok(`pg_trgm ${offered}, which the migration will switch on`);
}

async function mayCreateExtension(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ superuser: string }>(
    `SELECT current_setting('is_superuser') AS superuser`,
  );
  return rows[0]?.superuser === 'on';
}

async function examineReference(client: Client, srid: number): Promise<Finding> {
  const known = await client
    .query<{ proj4text: string }>('SELECT proj4text FROM spatial_ref_sys WHERE srid = $1', [srid])
    .catch(() => undefined);
  if (!known)
    return advice(`EPSG:${srid} could not be looked up yet`, 'Run the role `migrate`, then ask again');
  return known.rows[0]?.proj4text.includes('+units=m')
    ? ok(`EPSG:${srid} measures in metres`)
    : problem(
        `EPSG:${srid} is unknown or does not measure in metres`,
        'METRIC_SRID: name a metric reference, e.g. 3006',
      );
}
