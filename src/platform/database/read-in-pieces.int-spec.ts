import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { longestTurn } from '../../../test/support/longest-turn.js';
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

  it('blocks the event loop for a shorter time than one query of all rows does', async () => {
    const { text, parameters } = rows(60_000);
    const atBest = async (read: () => Promise<unknown>) =>
      Math.min(await longestTurn(read), await longestTurn(read), await longestTurn(read));
    const whole = await atBest(() => db.query(text, parameters));
    expect(await atBest(() => readInPieces(db, { text, parameters }))).toBeLessThan(whole);
  });
});
