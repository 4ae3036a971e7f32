import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Sql } from './sql.js';

/** Rows between which other requests have their turn: the driver makes all rows of one answer before anybody else's. */
const atOnce = 1_000;

/** All rows of a long list. Read through a cursor, so that a web process answers others meanwhile. */
export async function readInPieces<Row>(db: DataSource, { text, parameters }: Sql): Promise<Row[]> {
  return db.transaction(async (tx) => {
    // All rows are read, not the first tenth, for which the planner would choose another plan.
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
