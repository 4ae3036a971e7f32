import type { DataSource } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { SystemClock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import { runDoctor } from './doctor.js';

describe('the doctor', () => {
  let db: DataSource;
  let printed: jest.SpyInstance<void, Parameters<typeof console.log>>;
  beforeAll(async () => {
    printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    db = await openTestDatabase();
    const log = new AuditLog(db, new SystemClock(), Config.read({ DATABASE_URL: await testDatabaseUrl() }));
    for (const subject of ['a', 'b', 'c']) await log.record({ action: 'test.write', subject });
  });
  afterAll(async () => {
    printed.mockRestore();
    await db.destroy();
  });

  const examine = async () => {
    printed.mockClear();
    // No provider answers, so the doctor is never content; only the audit log is looked at here.
    const env = { DATABASE_URL: await testDatabaseUrl(), SIMULATOR_URL: 'http://127.0.0.1:1' };
    await expect(runDoctor({ program: '', args: [], env })).rejects.toThrow('wrong');
    return printed.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('audit log'));
  };

  it('finds the audit log whole, or names the entry that was tampered with', async () => {
    expect(await examine()).toEqual([
      expect.stringMatching(/^ok {4}The audit log is whole: 3 entries, the last [0-9a-f]{16}$/),
    ]);
    await db.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await db.query(`UPDATE audit_entry SET subject = 'x' WHERE id = 2`);
    expect(await examine()).toEqual(['BAD   The audit log is broken at entry 2']);
    await db.query(`DELETE FROM audit_entry WHERE id = 2`);
    expect(await examine()).toEqual(['BAD   The audit log is broken at entry 2']);
    await db.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
  });
});
