import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/ids.js';
import { DepartmentEntity } from '../../src/staff/department.entity.js';
import { AuditLog } from '../../src/staff/audit-log.js';
import { startTestApp } from './app.js';
import { openTestDatabase } from './database.js';

describe('a transaction of the program under test', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it.each(['record', 'recordAll'] as const)(
    'fails if it runs a statement after its audit entry (%s)',
    async (how) => {
      const [audit, database] = [app.get(AuditLog), app.get(DataSource)];
      const entries = () =>
        database.query<unknown[]>('SELECT 1 FROM audit_entry WHERE subject = $1', [entry.subject]);
      const entry = { action: 'test.done', subject: `test of ${how}` };
      const goesOn = database.transaction(async (tx) => {
        await (how === 'record' ? audit.record(entry, tx) : audit.recordAll([entry, entry], tx));
        await tx.query('SELECT 1');
      });
      await expect(goesOn).rejects.toThrow('a statement after the audit entry test.done: SELECT 1');
      expect(await entries()).toEqual([]);
      await database.transaction((tx) => audit.record(entry, tx));
      expect(await entries()).toHaveLength(1);
    },
  );

  it('fails when it goes on through an entity', async () => {
    const [audit, database] = [app.get(AuditLog), app.get(DataSource)];
    const continues = database.transaction(async (tx) => {
      await audit.record({ action: 'test.done', subject: 'test of an entity' }, tx);
      await tx.insert(DepartmentEntity, { id: newId(), name: 'After' });
    });
    await expect(continues).rejects.toThrow('a statement after the audit entry test.done: INSERT');
  });
});
