import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { openDataSource } from './data-source.js';
import { migrate } from './migrate.js';

const isEmbedded = process.env['TEST_EMBEDDED'] === 'true';
let lockTimeout: string | undefined;

class AskForItsLockTimeout1999999999999 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    [{ lock_timeout: lockTimeout }] = (await db.query('SHOW lock_timeout')) as [{ lock_timeout: string }];
  }
  async down(): Promise<void> {
    // It changed nothing.
  }
}

describe('migrating', () => {
  it('gives up a lock it can’t have soon, and leaves other work its own patience', async () => {
    await (await openTestDatabase()).destroy();
    const db = await openDataSource({
      url: await testDatabaseUrl(),
      pool: 3,
      migrations: [AskForItsLockTimeout1999999999999],
    });
    // On the embedded database all share one session, and a session's lock is no bar to itself.
    const ran = isEmbedded
      ? [await migrate(db), await migrate(db)]
      : await Promise.all([migrate(db), migrate(db)]);
    expect(ran).toEqual(expect.arrayContaining([['AskForItsLockTimeout1999999999999'], []]));
    expect(lockTimeout).toBe('10s');
    expect(await db.query('SHOW lock_timeout')).toEqual([{ lock_timeout: '0' }]);
    await db.query(`DELETE FROM migrations WHERE name = 'AskForItsLockTimeout1999999999999'`);
    await db.destroy();
  });
});
