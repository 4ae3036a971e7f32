import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowInDoubt } from '../phone-row.js';

/** What the refused rows of a delivery leave in doubt. */
export interface Doubted {
  /** A row may be about anybody: neither its number nor its address can be read. */
  readonly anybody: boolean;
}

/**
 * Numbers that a refused row may have marked as protected or objecting. They are treated as protected (`guarded_by`)
 * until a delivery of the source leaves no doubt. All of it runs within an import, beside `incoming_phone`.
 */
@Injectable()
export class PhoneDoubts {
  async stage(doubts: readonly RowInDoubt[], addressSource: string, tx: EntityManager): Promise<Doubted> {
    const numbers = doubts.flatMap((doubt) => doubt.numbers);
    await tx.query(
      `INSERT INTO doubted_phone
       SELECT e164, min(kind), false FROM unnest($1::text[], $2::text[]) AS d (e164, kind) GROUP BY e164`,
      [numbers.map(({ e164 }) => e164), numbers.map(({ kind }) => kind)],
    );
    const nameless = doubts.filter((doubt) => doubt.numbers.length === 0);
    const keys = new Set(nameless.map(({ addressKey }) => addressKey));
    // An address that has ended counts too: by this source, its people are still there.
    const found = await tx.query<{ source_key: string }[]>(
      `WITH found AS MATERIALIZED (
         SELECT id, source_key FROM address WHERE source = $1 AND source_key = ANY($2)),
       kept AS (INSERT INTO doubted_address SELECT id FROM found)
       SELECT DISTINCT source_key FROM found`,
      [addressSource, [...keys].filter((key) => key !== undefined)],
    );
    return { anybody: found.length < keys.size };
  }

  /** Adds rows without an address, before they are refused for it: their mark may be in no other row. */
  async addHomeless(tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO doubted_phone AS known
       SELECT e164, min(kind), bool_or(objected) FROM incoming_phone
       WHERE address_id IS NULL AND NOT generated AND (protected OR objects) GROUP BY e164
       ON CONFLICT (e164) DO UPDATE SET objected = known.objected OR excluded.objected`,
    );
    await tx.query('ANALYZE doubted_phone, doubted_address');
  }

  /** Counts pairs that stay only because of a doubt. Run it after the others were removed. */
  async countKept(source: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM phone_address pa
       WHERE pa.source = $1
         AND NOT EXISTS (SELECT FROM incoming_phone i WHERE i.e164 = pa.phone AND i.address_id = pa.address_id)`,
      [source],
    );
    return row!.count;
  }

  /**
   * Makes the source guard these phones, and no others. An unknown phone is guarded too: another source may bring it.
   *
   * @returns how many phones it guards, and for how many that has changed
   */
  async guard(
    source: string,
    now: Date,
    tx: EntityManager,
  ): Promise<{ readonly withheld: number; readonly altered: number }> {
    const [, freed] = await tx.query<[unknown[], number]>(
      `UPDATE phone SET guarded_by = array_remove(guarded_by, $1), updated_at = $2
       WHERE guarded_by <> '{}' AND $1 = ANY(guarded_by) AND e164 NOT IN (SELECT e164 FROM doubted_phone)`,
      [source, now],
    );
    const guarded = await tx.query<unknown[]>(
      `INSERT INTO phone AS known (e164, kind, language, objected_at, guarded_by, updated_at)
       SELECT e164, kind, 'sv', CASE WHEN objected THEN $2::timestamptz END, ARRAY[$1::text], $2 FROM doubted_phone
       ON CONFLICT (e164) DO UPDATE SET guarded_by = known.guarded_by || excluded.guarded_by, updated_at = $2
         WHERE NOT excluded.guarded_by <@ known.guarded_by
       RETURNING 1`,
      [source, now],
    );
    const [row] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM doubted_phone');
    return { withheld: row!.count, altered: freed + guarded.length };
  }
}
