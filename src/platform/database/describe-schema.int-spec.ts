import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { compareSchemas, describeSchema, printSchema, readSchema } from './describe-schema.js';

const written = readFileSync('docs/schema.sql', 'utf8');

// Also on the embedded database (migrations): they must produce the same schema as on PostgreSQL.
describe('the description of the schema', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const compared = async () => compareSchemas(readSchema(written), await describeSchema(db));

  it('equals docs/schema.sql (if not, run `npm run schema`)', async () => {
    expect(await compared()).toEqual({ missing: [], extra: [], changed: [] });
  });

  it('is unchanged after it is read and printed again', () => {
    expect(printSchema(readSchema(written))).toBe(written);
  });

  it.each([
    ['a dropped column', 'ALTER TABLE topic DROP COLUMN owner_name', 'changed', 'table topic'],
    ['a column that is now nullable', 'ALTER TABLE topic ALTER slug DROP NOT NULL', 'changed', 'table topic'],
    ['a default', 'ALTER TABLE broadcast ALTER version SET DEFAULT 7', 'changed', 'table broadcast'],
    ['a check', 'ALTER TABLE delivery DROP CONSTRAINT delivery_status_check', 'changed', 'table delivery'],
    ['an index', 'CREATE INDEX mine ON topic (state)', 'extra', 'index mine'],
    ['a table', 'CREATE TABLE mine (id int)', 'extra', 'table mine'],
    [
      'a trigger',
      'DROP TRIGGER audit_entry_insert_only ON audit_entry',
      'missing',
      'trigger audit_entry_insert_only of audit_entry',
    ],
    [
      'a function',
      'DROP FUNCTION first_uuid_at CASCADE',
      'missing',
      'function first_uuid_at(timestamp with time zone)',
    ],
  ] as const)('shows a difference in %s', async (_, sql, difference, name) => {
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql);
      const found = compareSchemas(readSchema(written), await describeSchema(runner));
      expect(found[difference]).toContain(name);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('ignores a different metric SRID, because METRIC_SRID sets it', () => {
    const other = written.replaceAll(',3006)', ',26986)');
    expect(other).not.toBe(written);
    expect(compareSchemas(readSchema(written), readSchema(other)).changed).toEqual([]);
  });
});
