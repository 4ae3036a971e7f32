import { MigrationExecutor, type DataSource } from 'typeorm';
import { keepChecksums, ranMigrations, refuseDrift, type Checksums } from './migration-drift.js';

/**
 * Brings the schema up to date. Safe to call from several processes at once: the second waits for the first, then finds
 * nothing to do. The embedded database has one shared session, so the lock has no effect there: one process must
 * migrate before any other starts.
 *
 * @param checksums of each migration's file
 * @returns the names of the migrations that ran
 * @throws StartRefused if a migration already ran here with another checksum
 */
export async function migrate(dataSource: DataSource, checksums: Checksums): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    // No statement timeout, whatever the role's setting: waiting for another process and migrating may take long.
    await lock.query(`SET statement_timeout = 0`);
    await lock.query(`SELECT pg_advisory_lock(hashtext('budkavle.migrate'))`);
    // A migration that waits long for a table lock must fail: all readers of the table would queue behind it.
    await lock.query(`SET lock_timeout = '10s'`);
    // Use this connection: the lock timeout holds only in its session.
    const executor = new MigrationExecutor(dataSource, lock);
    executor.transaction = 'each';
    await refuseDrift(lock, checksums);
    const before = new Set(await ranMigrations(lock));
    try {
      const ran = await executor.executePendingMigrations();
      return ran.map((migration) => migration.name);
    } finally {
      // If a migration fails, also store the checksums of those that were committed before it.
      const now = (await ranMigrations(lock)) ?? [];
      const fresh = now.filter((name) => !before.has(name));
      await keepChecksums(lock, fresh, checksums);
    }
  } finally {
    await lock.query(`SET lock_timeout = DEFAULT`).catch(() => undefined);
    await lock.query(`SET statement_timeout = DEFAULT`).catch(() => undefined);
    await lock.query(`SELECT pg_advisory_unlock(hashtext('budkavle.migrate'))`).catch(() => undefined);
    await lock.release();
  }
}

const metricColumns = [
  { table: 'place', column: 'geom', type: 'MultiPolygon' },
  { table: 'address', column: 'point', type: 'Point' },
  { table: 'place_past', column: 'geom', type: 'MultiPolygon' },
  { table: 'address_past', column: 'point', type: 'Point' },
  { table: 'map_feature', column: 'geom', type: 'Geometry' },
  { table: 'map_overview', column: 'geom', type: 'Geometry' },
] as const;

/**
 * Changes the metric geometry columns to the configured SRID, and transforms the stored coordinates. All or nothing.
 *
 * @param srid EPSG code of a metric coordinate system, e.g. 3006 (SWEREF 99 TM) or 26986 (Massachusetts)
 * @throws Error if PostGIS does not know the code, or its unit is not the metre
 */
export async function alignMetricReference(dataSource: DataSource, srid: number): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    const [known] = await tx.query<{ proj4text: string }[]>(
      'SELECT proj4text FROM spatial_ref_sys WHERE srid = $1',
      [srid],
    );
    if (!known) throw new Error(`METRIC_SRID: EPSG:${srid} is not known to this PostGIS`);
    if (!known.proj4text.includes('+units=m'))
      throw new Error(`METRIC_SRID: EPSG:${srid} does not measure in metres`);
    for (const { table, column, type } of metricColumns) {
      const [present] = await tx.query<{ srid: number }[]>(
        'SELECT srid FROM geometry_columns WHERE f_table_name = $1 AND f_geometry_column = $2',
        [table, column],
      );
      if (present?.srid === srid) continue;
      await tx.query(
        `ALTER TABLE ${table} ALTER COLUMN ${column} TYPE geometry(${type}, ${srid}) USING ST_Transform(${column}, ${srid})`,
      );
    }
  });
}
