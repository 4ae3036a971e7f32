import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../test/support/eventually.js';
import { Pipeline } from '../../test/support/pipeline.js';
import { StaffPhonesRepository } from './staff-phones.repository.js';
import { PhonePersonalData } from './phone-personal-data.js';
import { PhoneIntake } from './registers/phone-intake.repository.js';
import { ReachRepository } from './reach/reach.repository.js';
import { describeOnServer } from '../../test/support/on-server.js';

const phone = '+46701740641';

// Clients of an embedded database share one session, so nobody ever waits there for another’s lock.
describeOnServer('erasing a phone while others write to it', () => {
  let pipeline: Pipeline;
  let home: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    home = (await pipeline.scene.address('Storgatan 3', { x: 10, y: 10 })).id;
  });
  afterAll(() => pipeline.stop());
  beforeEach(async () => {
    await pipeline.db.query(`INSERT INTO phone (e164, kind) VALUES ($1, 'mobile')`, [phone]);
    await pipeline.db.query(
      `INSERT INTO phone_address (phone, address_id, role, source) VALUES ($1, $2, 'resident', 'staff')`,
      [phone, home],
    );
  });

  const erase = () =>
    pipeline.db.transaction((tx) => pipeline.app.get(PhonePersonalData, { strict: false }).erase(phone, tx));
  const waits = async (): Promise<boolean> =>
    (
      await pipeline.db.query<unknown[]>(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
    ).length > 0;

  it('waits for an import that has locked the phone, then erases everything', async () => {
    let erasure: ReturnType<typeof erase> | undefined;
    await pipeline.db.transaction(async (tx) => {
      await pipeline.app.get(PhoneIntake, { strict: false }).prepareIncoming(tx);
      // The state in the middle of a statement that changes the row, before its trigger runs.
      await tx.query('SELECT FROM phone_address WHERE phone = $1 FOR UPDATE', [phone]);
      erasure = erase();
      await eventually(waits);
      await tx.query('SELECT FROM phone WHERE e164 = $1 FOR NO KEY UPDATE', [phone]);
      await pipeline.app.get(ReachRepository, { strict: false }).refresh(100, tx);
    });
    expect(await erasure).toMatchObject([
      { kind: 'phone', erased: 1 },
      { kind: 'addresses', erased: 1 },
    ]);
  });

  it('does not block the job that moves phones to an address with a new key', async () => {
    await pipeline.db.query(`UPDATE address SET valid_to = now(), source_key = 'old' WHERE id = $1`, [home]);
    await pipeline.scene.address('Storgatan 3', { x: 11, y: 10 });
    const moved = await pipeline.db.transaction(async (tx) => {
      const phones = pipeline.app.get(StaffPhonesRepository, { strict: false });
      await phones.holdForErasure(phone, tx);
      const following = pipeline.db.transaction((tx) => phones.followAddresses(tx));
      return Promise.race([following, pause(5_000, 'it waits', { ref: false })]);
    });
    expect(moved).toBe(0);
    expect(
      await pipeline.db.transaction((tx) =>
        pipeline.app.get(StaffPhonesRepository, { strict: false }).followAddresses(tx),
      ),
    ).toBe(1);
  });
});
