import { checksums } from '../../../migrations/checksums.js';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { openDataSource } from './data-source.js';
import { migrate } from './migrate.js';
import { migrationState } from './migration-drift.js';
import { onlyForward } from './only-forward.js';
import { isEmbedded } from '../../../test/support/on-server.js';

let lockTimeout: string | undefined;
let statementTimeout: string | undefined;

class AskForItsLockTimeout1999999999999 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    [{ lock_timeout: lockTimeout }] = (await db.query('SHOW lock_timeout')) as [{ lock_timeout: string }];
    [{ statement_timeout: statementTimeout }] = (await db.query('SHOW statement_timeout')) as [
      { statement_timeout: string },
    ];
  }
  readonly down = onlyForward;
}

class Whole1999999999998 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE whole_migration (id int)');
  }
  readonly down = onlyForward;
}

/** Its second statement fails. */
class Half1999999999999 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE half_migration (id int)');
    await db.query('ALTER TABLE half_migration DROP COLUMN nothing');
  }
  readonly down = onlyForward;
}

// Also on the embedded database (migrations): they run in the one shared session, so a lock does not separate two runs.
describe('migrate', () => {
  it('sets a lock timeout for the migrations only, and runs each once if two processes migrate at the same time', async () => {
    await (await openTestDatabase()).destroy();
    const db = await openDataSource({
      url: await testDatabaseUrl(),
      pool: 3,
      migrations: [AskForItsLockTimeout1999999999999],
    });
    // On the embedded database all share one session, and a session never blocks on its own advisory lock.
    const ran = isEmbedded
      ? [await migrate(db, {}), await migrate(db, {})]
      : await Promise.all([migrate(db, {}), migrate(db, {})]);
    expect(ran).toEqual(expect.arrayContaining([['AskForItsLockTimeout1999999999999'], []]));
    expect(lockTimeout).toBe('10s');
    expect(statementTimeout).toBe('0');
    expect(await db.query('SHOW lock_timeout')).toEqual([{ lock_timeout: '0' }]);
    // The role's setting, see `keepRoleSettings`.
    expect(await db.query('SHOW statement_timeout')).toEqual([
      { statement_timeout: isEmbedded ? '0' : '1min' },
    ]);
    await db.query(`DELETE FROM migrations WHERE name = 'AskForItsLockTimeout1999999999999'`);
    await db.destroy();
  });

  it('runs each migration in its own transaction: a failed one is rolled back, and earlier ones stay', async () => {
    await (await openTestDatabase()).destroy();
    const migrations = [Whole1999999999998, Half1999999999999];
    const db = await openDataSource({ url: await testDatabaseUrl(), pool: 3, migrations });
    try {
      await expect(migrate(db, {})).rejects.toThrow(
        'column "nothing" of relation "half_migration" does not exist',
      );
      expect(
        await db.query(
          `SELECT to_regclass('whole_migration') IS NOT NULL AS whole, to_regclass('half_migration') IS NOT NULL AS half,
             ARRAY(SELECT name FROM migrations WHERE name ~ '199999999999.$') AS ran`,
        ),
      ).toEqual([{ whole: true, half: false, ran: ['Whole1999999999998'] }]);
      await expect(db.undoLastMigration()).rejects.toThrow('Migrations only go forward');
      expect(await db.query(`SELECT to_regclass('whole_migration') IS NOT NULL AS whole`)).toEqual([
        { whole: true },
      ]);
    } finally {
      await db.query('DROP TABLE IF EXISTS whole_migration, half_migration');
      await db.query(`DELETE FROM migrations WHERE name ~ '199999999999.$'`);
      await db.destroy();
    }
  });

  it('refuses a database where a migration ran with another checksum, and changes nothing', async () => {
    const db = await openTestDatabase();
    const [name, checksum] = Object.entries(checksums)[0]!;
    expect(await migrationState(db, checksums)).toEqual({
      missing: [],
      changed: [],
      unknown: [],
      unchecked: [],
    });
    await expect(migrate(db, { ...checksums, [name]: 'f'.repeat(64) })).rejects.toThrow(
      `ran in this database with another text than this program has: ${name}`,
    );
    expect(await db.query('SELECT checksum FROM migration_checksum WHERE name = $1', [name])).toEqual([
      { checksum },
    ]);
    await db.destroy();
  });

  it('accepts migrations that ran before checksums were stored', async () => {
    const db = await openTestDatabase();
    const [name, checksum] = Object.entries(checksums)[0]!;
    await db.query('DELETE FROM migration_checksum WHERE name = $1', [name]);
    expect(await migrationState(db, checksums)).toMatchObject({ changed: [], unchecked: [name] });
    expect(await migrate(db, checksums)).toEqual([]);
    await db.query('INSERT INTO migration_checksum (name, checksum) VALUES ($1, $2)', [name, checksum]);
    await db.destroy();
  });
});
