import type { DataSource } from 'typeorm';
import { newId } from '../../../src/kernel/ids.js';
import { enrolInto } from './enrol-into.js';
import { monotonicMs } from './monotonic.js';

export interface EnrolmentCost {
  /** Median of the runs, in milliseconds. */
  readonly rawMs: number;
  readonly enrolMs: number;
}

/**
 * Compares the engine's enrolment with one `INSERT … SELECT` of the same rows into the same table. That insert copies
 * numbers and channels from a ready-made table, so nothing can be faster. The two take turns, and each is rolled back.
 */
export async function enrolmentCost(db: DataSource, place: string, runs: number): Promise<EnrolmentCost> {
  const raw: number[] = [];
  const enrol: number[] = [];
  await db.query('DROP TABLE IF EXISTS bench_row');
  await db.query(
    `CREATE TABLE bench_row AS
     SELECT (row_number() OVER (ORDER BY p.kind DESC, p.e164))::int AS n, p.e164 AS phone, 'sms' AS channel, 'sv' AS language
     FROM phone p WHERE EXISTS (
       SELECT FROM phone_address pa JOIN address_place ap USING (address_id) WHERE pa.phone = p.e164 AND ap.place_id = $1)
     ORDER BY 1`,
    [place],
  );
  await db.query('VACUUM (ANALYZE) bench_row');
  for (let run = 0; run < runs; run++) {
    raw.push(await rawInsert(db));
    enrol.push((await enrolInto(db, { places: [place] })).ms);
  }
  await db.query('DROP TABLE bench_row');
  return { rawMs: median(raw), enrolMs: median(enrol) };
}

async function rawInsert(on: DataSource): Promise<number> {
  const db = on.createQueryRunner();
  await db.startTransaction();
  try {
    await db.query('SELECT ensure_delivery_partition(now())');
    const begun = monotonicMs();
    await db.query(
      `INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status)
       SELECT $1::uuid, n, phone, channel, language, 1, true, 'planned' FROM bench_row`,
      [newId(new Date())],
    );
    return monotonicMs() - begun;
  } finally {
    await db.rollbackTransaction();
    await db.release();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
