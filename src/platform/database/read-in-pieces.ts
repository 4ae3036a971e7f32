import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Sql } from './sql.js';

/**
 * Rows per FETCH. The driver parses all rows of one result without yielding, so other requests wait during that time.
 */
const atOnce = 1_000;

/** Reads all rows of a long list through a cursor, so that a web process can answer other requests in between. */
export async function readInPieces<Row>(db: DataSource, { text, parameters }: Sql): Promise<Row[]> {
  return db.transaction(async (tx) => {
    // By default the planner optimizes a cursor for its first 10 % of rows. Here all rows are read.
    await tx.query('SET LOCAL cursor_tuple_fraction = 1');
    await tx.query(`DECLARE pieces NO SCROLL CURSOR FOR ${text}`, [...parameters]);
    const rows: Row[] = [];
    for (;;) {
      const some = await tx.query<Row[]>(`FETCH ${atOnce} FROM pieces`);
      for (const row of some) rows.push(row);
      if (some.length < atOnce) return rows;
      await setImmediate();
    }
  });
}
