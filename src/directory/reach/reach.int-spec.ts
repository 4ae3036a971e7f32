import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { Scene } from '../../../test/support/scene.js';
import { ReachRepository } from './reach.repository.js';
import { RefreshReach } from './refresh-reach.js';
import { itOnServer } from '../../../test/support/on-server.js';

const insert = `INSERT INTO phone_address (phone, address_id, role, source, protected) VALUES ($1, $2, 'resident', $3, $4)`;

describe('the reach of a phone', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  // The embedded database has one session: nobody ever waits for a lock.
  itOnServer('is correct after two concurrent transactions added the phone at two addresses', async () => {
    const scene = new Scene(db);
    const phone = fictionMobile(1);
    const [here, there] = [
      await scene.address('Storgatan 1', { x: 0, y: 0 }),
      await scene.address('Storgatan 2', { x: 5, y: 0 }),
    ];
    await db.query(`INSERT INTO phone (e164, kind) VALUES ($1, 'mobile')`, [phone]);
    const slow = db.createQueryRunner();
    await slow.startTransaction();
    await slow.query(insert, [phone, here.id, 'register', true]);
    let done = false;
    const quick = db.query(insert, [phone, there.id, 'self', false]).then(() => {
      done = true;
    });
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await eventually(async () => done || (await db.query<unknown[]>(waits)).length > 0);
    const refresh = new RefreshReach(new ReachRepository(db));
    await refresh.run();
    await slow.commitTransaction();
    await slow.release();
    await quick;
    await refresh.run();
    const rows = await db.query<object[]>('SELECT suppressed, elsewhere FROM reach WHERE phone = $1', [
      phone,
    ]);
    expect(rows).toEqual(Array(2).fill({ suppressed: 'protected-identity', elsewhere: true }));
  });
});
