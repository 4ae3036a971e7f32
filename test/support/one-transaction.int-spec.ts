import type { DataSource } from 'typeorm';
import { openTestDatabase } from './database.js';
import { requireOneTransaction } from './one-transaction.js';

describe('a transaction of the program under test', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
    requireOneTransaction(db);
  });
  afterAll(() => db.destroy());

  const outside = 'a statement outside the open transaction: pass `tx` on';
  const departments = () => db.query<unknown[]>('SELECT 1 FROM department');

  it('fails when it makes a statement on another connection', async () => {
    const forgetful = db.transaction(async (tx) => {
      await tx.query(`INSERT INTO department (id, name) VALUES (gen_random_uuid(), 'Vatten')`);
      await departments();
    });
    await expect(forgetful).rejects.toThrow(outside);
    expect(await departments()).toEqual([]);
  });

  it('fails when it opens a second transaction', async () => {
    await expect(db.transaction(() => db.transaction((tx) => tx.query('SELECT 1')))).rejects.toThrow(outside);
  });

  it('may nest in itself, and others may go on beside it and after it', async () => {
    const after = await db.transaction(async (tx) => {
      await tx.transaction((nested) => nested.query('SELECT 1'));
      return () => departments();
    });
    const [rows] = await Promise.all([departments(), db.transaction((tx) => tx.query('SELECT 1'))]);
    expect(rows).toEqual(await after());
  });
});
