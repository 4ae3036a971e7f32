import type { DataSource } from 'typeorm';
import { testConfig } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { SystemClock } from '../kernel/clock.js';
import { AuditLog } from './audit-log.js';

// Also on the embedded database (session): entries are chained under a lock.
describe('the audit log', () => {
  let db: DataSource;
  let log: AuditLog;

  /** Runs a statement as the owner of the tables. */
  const tamper = async (statement: string) => {
    await db.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await db.query(statement);
    await db.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
  };
  const broken = async () => (await log.examine()).broken;

  beforeEach(async () => {
    db = await openTestDatabase();
    log = new AuditLog(db, new SystemClock(), await testConfig({}));
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((subject) =>
        log.record({ action: 'test.write', subject, detail: { z: 1, a: [{ y: 2, b: 3 }], at: new Date() } }),
      ),
    );
    await log.recordAll([
      { action: 'test.write', subject: 'e' },
      { action: 'test.write', subject: 'f' },
    ]);
  });
  afterEach(() => db.destroy());

  it('examine accepts entries that were written concurrently and several of one transaction', async () => {
    const seen = await log.examine();
    expect(seen).toEqual({ entries: 6, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await log.head()).toEqual({ entry: 6, hash: seen.head });
  });

  it.each([
    ['changed', `UPDATE audit_entry SET subject = 'x' WHERE id = 2`],
    ['removed', 'DELETE FROM audit_entry WHERE id = 2'],
    ['said to be of an earlier version', 'UPDATE audit_entry SET keyed = false WHERE id = 2'],
  ])('examine finds the entry that was %s', async (_how, statement) => {
    await expect(db.query(statement)).rejects.toThrow('insert-only');
    await tamper(statement);
    expect(await broken()).toBe(2);
  });

  it('examine finds that the end of the log, or all of it, was removed', async () => {
    await tamper('DELETE FROM audit_entry WHERE id > 4');
    expect(await broken()).toBe(5);
    await expect(db.query('TRUNCATE audit_entry')).rejects.toThrow('insert-only');
    await tamper('TRUNCATE audit_entry');
    expect(await broken()).toBe(1);
  });

  it('examine finds that the signed head is missing or signs another entry', async () => {
    await db.query('UPDATE audit_head SET entry_id = 4');
    expect(await broken()).toBe(4);
    await db.query('DELETE FROM audit_head');
    expect(await broken()).toBe(7);
  });

  it('examine finds a consistent chain that was made with another key', async () => {
    const others = new AuditLog(
      db,
      new SystemClock(),
      await testConfig({ SECRET_KEY: 'a key of somebody who can write to the database' }),
    );
    await tamper('TRUNCATE audit_entry');
    await others.record({ action: 'test.write', subject: 'nothing happened here' });
    expect((await others.examine()).broken).toBeUndefined();
    expect(await broken()).toBe(1);
  });

  const plainEntry = (id: number, previous: string) =>
    db.query(
      `INSERT INTO audit_entry (id, at, member_id, action, subject, detail, previous_hash, hash)
       SELECT $1::int, '2026-01-02T03:04:05.678Z', NULL, 'test.write', 'a', '{"b": 1}', previous,
         sha256(previous || convert_to(format('[%s,"2026-01-02T03:04:05.678Z",null,"test.write","a",{"b":1}]', $1::int), 'UTF8'))
       FROM decode($2, 'hex') previous`,
      [id, previous],
    );

  it('examine finds entries without a key after entries with one', async () => {
    const { entry, hash } = await log.head();
    await plainEntry(entry + 1, hash);
    expect(await broken()).toBe(entry + 1);
  });

  it('examine says whether a noted head is still in the log after it was cut or replaced', async () => {
    const old = await log.head();
    await log.record({ action: 'test.write', subject: 'g' });
    const noted = await log.head();
    expect(await log.examine(old)).toMatchObject({ broken: undefined, holdsNoted: true });
    expect(await log.examine({ ...noted, hash: noted.hash.slice(0, 16).toUpperCase() })).toMatchObject({
      holdsNoted: true,
    });
    expect(await log.examine({ entry: old.entry, hash: noted.hash })).toMatchObject({ holdsNoted: false });
    // An older backup. Its signed head is valid.
    await tamper('TRUNCATE audit_entry, audit_head');
    await log.record({ action: 'test.write', subject: 'a' });
    expect(await log.examine(noted)).toMatchObject({ broken: undefined, holdsNoted: false });
    // A chain of an earlier version.
    await tamper('TRUNCATE audit_entry, audit_head');
    await plainEntry(1, '00'.repeat(32));
    expect(await log.examine(noted)).toMatchObject({ entries: 1, broken: undefined, holdsNoted: false });
    expect(await log.examine()).not.toHaveProperty('holdsNoted');
  });

  it('examine accepts the plain hashes of entries that an earlier version wrote', async () => {
    await tamper(`TRUNCATE audit_entry, audit_head`);
    await plainEntry(1, '00'.repeat(32));
    expect(await broken()).toBeUndefined();
    await log.record({ action: 'test.write', subject: 'b' });
    expect(await log.examine()).toMatchObject({ entries: 2, broken: undefined });
  });
});
