import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { readInPieces } from './read-in-pieces.js';

/** A query that returns `count` rows, each about as wide as an address. */
const rows = (count: number) => ({
  text: `SELECT i AS n, repeat('a', 100) AS a, repeat('b', 40) AS b, json_build_array(i, i / 3.0) AS point
    FROM generate_series(1, $1::int) i ORDER BY i`,
  parameters: [count],
});

// Also on the embedded database (session): a cursor is read while other clients use the session.
describe('a long list', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it.each([0, 1, 999, 1000, 1001, 3500])('is read completely and in order: %s rows', async (count) => {
    const read = await readInPieces<{ n: number }>(db, rows(count));
    expect(read.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, nth) => nth + 1));
  });

  it('gets at most 1,000 rows with one statement, since the driver parses a result without yielding', async () => {
    const sizes: number[] = [];
    const create = db.createQueryRunner.bind(db);
    const spy = jest.spyOn(db, 'createQueryRunner').mockImplementation((mode) => {
      const runner = create(mode);
      const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
      runner.query = (async (...given: unknown[]) => {
        const answer = await query(...given);
        if (String(given[0]).startsWith('FETCH')) sizes.push((answer as unknown[]).length);
        return answer;
      }) as typeof runner.query;
      return runner;
    });
    await readInPieces(db, rows(3_500)).finally(() => spy.mockRestore());
    expect(sizes).toEqual([1000, 1000, 1000, 500]);
  });
});
