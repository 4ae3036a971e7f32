import type { DataSource } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { SystemClock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import { runDoctor } from './doctor.js';

// Also on the embedded database (capability): the doctor examines it.
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

  const says = async (...args: string[]) => {
    printed.mockClear();
    // No provider answers, so the doctor always reports a problem. Only other findings are checked here.
    const env = { DATABASE_URL: await testDatabaseUrl(), SIMULATOR_URL: 'http://127.0.0.1:1' };
    await expect(runDoctor({ program: '', args, env })).rejects.toThrow('wrong');
    return printed.mock.calls.map(([line]) => String(line));
  };
  const examine = async (...args: string[]) =>
    (await says(...args)).filter((line) => line.includes('audit log'));

  it('prints the head of the audit log, and reports whether a given head is still in the log', async () => {
    await examine();
    const [, head] = printed.mock.calls.join('\n').match(/--audit-head: (3:[0-9a-f]{64})$/m) ?? [];
    expect(await examine('--audit-head', head!)).toContainEqual(
      'ok    Entry 3 of the audit log is the one that was written down',
    );
    expect(await examine('--audit-head', `2:${head!.slice(2)}`)).toContainEqual(
      expect.stringMatching(/^BAD {3}Entry 2 of the audit log is not the one that was written down/),
    );
    expect(await examine('--audit-head', `4:${head!.slice(2)}`)).toContainEqual(
      expect.stringMatching(/^BAD/),
    );
  });

  it.each(['3', 'abc', '3:zz', '0:0123456789abcdef'])(
    'refuses a malformed --audit-head: %s',
    async (head) => {
      await expect(runDoctor({ program: '', args: ['--audit-head', head], env: {} })).rejects.toThrow(
        'write it as it was printed',
      );
    },
  );

  it('reports that the audit log is intact, or the entry that was tampered with', async () => {
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

  it('reports how many receipts could not be applied, and since when', async () => {
    const receipts = async () => (await says()).filter((line) => line.includes('receipt'));
    expect(await receipts()).toEqual(['ok    No receipt of the provider is put aside']);
    for (const n of [1, 2])
      await db.query(
        `INSERT INTO receipt_parked (error, broadcast_id, n, token, provider_ref, status)
         VALUES ('no such thing', gen_random_uuid(), $1, 't', 'SM', 'failed')`,
        [n],
      );
    await db.query(`UPDATE receipt_parked SET parked_at = '2026-01-02T03:04:05Z' WHERE n = 1`);
    expect(await receipts()).toEqual([
      'BAD   2 receipts of the provider could not be applied, since 2026-01-02T03:04:05.000Z (no such thing)',
    ]);
  });
});
