import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { SystemClock } from '../kernel/clock.js';
import { AuditLog } from './audit-log.js';

describe('the audit log', () => {
  let db: DataSource;
  let log: AuditLog;

  beforeAll(async () => {
    db = await openTestDatabase();
    log = new AuditLog(db, new SystemClock());
  });
  afterAll(() => db.destroy());

  it('chains entries written at once, and finds the one that was tampered with', async () => {
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((subject) =>
        log.record({ action: 'test.write', subject, detail: { z: 1, a: [{ y: 2, b: 3 }] } }),
      ),
    );
    expect(await log.firstBrokenEntry()).toBeUndefined();

    await expect(db.query(`UPDATE audit_entry SET subject = 'x' WHERE id = 2`)).rejects.toThrow(
      'insert-only',
    );
    await db.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await db.query(`UPDATE audit_entry SET subject = 'x' WHERE id = 2`);
    await db.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    expect(await log.firstBrokenEntry()).toBe(2);
  });
});
