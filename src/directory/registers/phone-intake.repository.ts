import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { selfSource, staffSource } from '../../kernel/reserved-sources.js';
import { bulkLoadIfEmpty } from '../../platform/database/bulk-load-if-empty.js';
import type { PhoneRow, PhoneRowFault, RefusedPhoneRow } from '../phone-row.js';
import { isUnplacedSql } from '../unplaced-phone.js';

type NumberedRow = PhoneRow & { readonly row: number };

/** Takes in the rows of a source. They wait in a temporary table until they replace the old ones. */
@Injectable()
export class PhoneIntake {
  constructor(private readonly db: DataSource) {}

  async atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /**
   * Creates the temporary tables in which a source's rows wait; they are dropped at the end of the transaction. Imports
   * run one at a time: two that lock the same phones in different order would deadlock.
   */
  async prepareIncoming(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.directory-import'))`);
    // A whole register is grouped, sorted and joined, by statements and by their triggers.
    await tx.query(`SET LOCAL work_mem = '128MB'`);
    await tx.query(`
      CREATE TEMP TABLE incoming_phone (
        row int, e164 text, kind text, language text, generated boolean, objects boolean, objected boolean DEFAULT false,
        quarantine text, address_key text, address_id uuid, role text, household text,
        protected boolean
      ) ON COMMIT DROP`);
    await tx.query(
      'CREATE TEMP TABLE doubted_phone (e164 text PRIMARY KEY, kind text, objected boolean) ON COMMIT DROP',
    );
    await tx.query('CREATE TEMP TABLE doubted_address (address_id uuid PRIMARY KEY) ON COMMIT DROP');
  }

  /** Stages a batch, and finds the current address of each row. A row with an unknown address gets none. */
  async stage(rows: readonly NumberedRow[], addressSource: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO incoming_phone (row, e164, kind, language, generated, objects, quarantine, address_key, address_id,
         role, household, protected)
       SELECT r.row, r.e164, r.kind, r.language, r.generated, r.objects, r.quarantine, r.address_key,
              coalesce(named.id, keyed.id), r.role, r.household, r.protected
       FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[], $7::text[],
                   $8::text[], $9::uuid[], $10::text[], $11::text[], $12::boolean[])
            AS r(row, e164, kind, language, generated, objects, quarantine, address_key, address_id, role,
                 household, protected)
       LEFT JOIN address named ON named.id = r.address_id AND named.valid_to IS NULL
       LEFT JOIN address keyed ON keyed.source = $13 AND keyed.source_key = r.address_key AND keyed.valid_to IS NULL`,
      [
        rows.map(({ row }) => row),
        rows.map(({ e164 }) => e164),
        rows.map(({ kind }) => kind),
        rows.map(({ language }) => language ?? null),
        rows.map(({ generated }) => generated ?? false),
        rows.map(({ objects }) => objects ?? false),
        rows.map(({ quarantine }) => quarantine ?? null),
        rows.map(({ addressKey }) => addressKey ?? null),
        rows.map(({ addressId }) => addressId ?? null),
        rows.map(({ role }) => role),
        rows.map(({ household }) => household ?? null),
        rows.map((row) => row.protected ?? false),
        addressSource,
      ],
    );
  }

  /** The distinct staged numbers, in batches. */
  async *incomingNumbers(tx: EntityManager): AsyncGenerator<readonly string[]> {
    await tx.query(
      'DECLARE incoming_number NO SCROLL CURSOR FOR SELECT e164 FROM incoming_phone UNION SELECT e164 FROM doubted_phone',
    );
    for (;;) {
      const rows = await tx.query<{ e164: string }[]>('FETCH 20000 FROM incoming_number');
      if (rows.length === 0) break;
      yield rows.map(({ e164 }) => e164);
    }
    await tx.query('CLOSE incoming_number');
  }

  /**
   * Marks staged numbers.
   *
   * @param objected numbers that objected before they were erased; this counts only if the phone is not known again
   * @param guarded numbers that are protected at all their addresses
   */
  async markIncoming(
    { objected, guarded }: { readonly objected: readonly string[]; readonly guarded: readonly string[] },
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `UPDATE incoming_phone SET objected = objected OR e164 = ANY($1), protected = protected OR e164 = ANY($2)
       WHERE e164 = ANY($1::text[] || $2::text[])`,
      [objected, guarded],
    );
    await tx.query('UPDATE doubted_phone SET objected = true WHERE e164 = ANY($1)', [objected]);
  }

  /**
   * Refuses rows without a known address, and generated rows that have a real number of another source: a made-up
   * household must never bring an alert to a real person.
   */
  async dropUnusable(source: string, tx: EntityManager): Promise<RefusedPhoneRow[]> {
    await tx.query('ANALYZE incoming_phone');
    return tx.query<{ row: number; code: PhoneRowFault; value?: string }[]>(
      `WITH homeless AS (
         DELETE FROM incoming_phone WHERE address_id IS NULL
         RETURNING row, 'phone.unknown-address' AS code, address_key AS value
       ), real AS (
         DELETE FROM incoming_phone i USING phone p
         WHERE i.address_id IS NOT NULL AND i.generated AND p.e164 = i.e164 AND NOT p.generated
           AND NOT EXISTS (SELECT FROM phone_address pa WHERE pa.phone = p.e164 AND pa.source = $1)
         RETURNING i.row, 'phone.real-number' AS code, i.address_key AS value
       )
       SELECT * FROM homeless UNION ALL SELECT * FROM real`,
      [source],
    );
  }

  async knowsSource(source: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>('SELECT 1 FROM phone_address WHERE source = $1 LIMIT 1', [
      source,
    ]);
    return rows.length > 0;
  }

  /** Some mobiles of a source that receive messages; the same ones each time. */
  async someMobiles(source: string, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ e164: string }[]>(
      `SELECT e164 FROM phone p WHERE kind = 'mobile' AND quarantine_reason IS NULL AND objected_at IS NULL
         AND EXISTS (SELECT FROM phone_address a WHERE a.phone = p.e164 AND a.source = $1)
       ORDER BY e164 LIMIT $2`,
      [source, limit],
    );
    return rows.map(({ e164 }) => e164);
  }

  async countOfSource(source: string, tx: EntityManager): Promise<number> {
    return this.count('SELECT count(*)::int AS count FROM phone_address WHERE source = $1', [source], tx);
  }

  /**
   * Removes the pairs that the source no longer has. If a real phone comes in under a generated number, it also removes
   * the generated addresses of that number. What its holder or staff have entered about it stays: a register must not
   * remove that.
   *
   * @param keepProtected a refused row may be about anybody, so no protection by this source ends now
   * @returns how many pairs of this source are gone
   */
  async removeMissing(source: string, keepProtected: boolean, tx: EntityManager): Promise<number> {
    await tx.query(
      `DELETE FROM phone_address pa USING phone p
       WHERE pa.phone = p.e164 AND p.generated AND pa.source NOT IN ($1, '${selfSource}', '${staffSource}')
         AND EXISTS (SELECT FROM incoming_phone i WHERE i.e164 = p.e164 AND NOT i.generated)`,
      [source],
    );
    return this.count(
      `WITH gone AS (
         DELETE FROM phone_address pa
         WHERE pa.source = $1
           AND NOT EXISTS (SELECT FROM incoming_phone i WHERE i.e164 = pa.phone AND i.address_id = pa.address_id)
           AND NOT (pa.phone IN (SELECT e164 FROM doubted_phone)
             OR (pa.protected AND ($2 OR pa.address_id IN (SELECT address_id FROM doubted_address))))
         RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [source, keepProtected],
      tx,
    );
  }

  /**
   * Upserts the phones. A register that says nothing about a language, an objection or a quarantine withdraws nothing.
   *
   * @returns how many different phones came in
   */
  async upsertPhones(now: Date, tx: EntityManager): Promise<number> {
    await tx.query(
      `WITH incoming AS (
         SELECT e164, (array_agg(kind ORDER BY row))[1] AS kind, bool_and(generated) AS generated,
                (array_agg(language ORDER BY row) FILTER (WHERE language IS NOT NULL))[1] AS language,
                CASE WHEN bool_or(objects) THEN $1::timestamptz END AS objected_at,
                CASE WHEN bool_or(objected) THEN $1::timestamptz END AS once_objected_at, min(quarantine) AS quarantine
         FROM incoming_phone GROUP BY e164
       ), merged AS (
         SELECT i.e164, i.kind, coalesce(i.language, p.language, 'sv') AS language, i.generated,
                coalesce(p.objected_at, i.objected_at, CASE WHEN p.e164 IS NULL THEN i.once_objected_at END) AS objected_at,
                coalesce(p.quarantine_reason, i.quarantine) AS quarantine_reason
         FROM incoming i LEFT JOIN phone p USING (e164)
         EXCEPT SELECT e164, kind, language, generated, objected_at, quarantine_reason FROM phone
       )
       INSERT INTO phone AS known
         (e164, kind, language, generated, objected_at, quarantine_reason, quarantined_at, updated_at)
       SELECT *, CASE WHEN quarantine_reason IS NOT NULL THEN $1::timestamptz END, $1::timestamptz FROM merged
       ON CONFLICT (e164) DO UPDATE SET kind = excluded.kind, language = excluded.language,
         generated = excluded.generated, updated_at = excluded.updated_at,
         objected_at = coalesce(known.objected_at, excluded.objected_at),
         quarantine_reason = coalesce(known.quarantine_reason, excluded.quarantine_reason),
         quarantined_at = coalesce(known.quarantined_at, excluded.quarantined_at)`,
      [now],
    );
    return this.count('SELECT count(DISTINCT e164)::int AS count FROM incoming_phone', [], tx);
  }

  /**
   * Upserts the pairs of phone and address of one source. A pair that is there twice counts once; its role is the first
   * of resident, owner, business and watcher.
   */
  async upsertAddresses(
    source: string,
    now: Date,
    tx: EntityManager,
  ): Promise<{ added: number; changed: number; total: number }> {
    const write = () =>
      tx.query<{ added: number; changed: number; total: number }[]>(
        `WITH incoming AS (
         SELECT e164, address_id, bool_or(protected) AS protected, min(household) AS household,
                (array_agg(role ORDER BY array_position(ARRAY['resident', 'owner', 'business', 'watcher'], role)))[1] AS role
         FROM incoming_phone GROUP BY e164, address_id
       ), differing AS (
         SELECT i.*, pa.phone IS NULL AS is_new
         FROM incoming i
         LEFT JOIN phone_address pa ON pa.phone = i.e164 AND pa.address_id = i.address_id AND pa.source = $1
         WHERE pa.phone IS NULL OR (pa.role, pa.household, pa.protected) IS DISTINCT FROM (i.role, i.household, i.protected)
       ), written AS (
         INSERT INTO phone_address (phone, address_id, role, source, household, protected, since)
         SELECT e164, address_id, role, $1, household, protected, $2 FROM differing
         ON CONFLICT (phone, address_id, source) DO UPDATE SET role = excluded.role,
           household = excluded.household, protected = excluded.protected
         RETURNING 1
       )
       SELECT (SELECT count(*)::int FROM differing WHERE is_new) AS added,
              (SELECT count(*)::int FROM differing WHERE NOT is_new) AS changed,
              (SELECT count(*)::int FROM incoming) AS total`,
        [source, now],
      );
    const [counts] = await bulkLoadIfEmpty('phone_address', write, tx);
    return counts!;
  }

  /** A source changes many rows at once: the planner needs new statistics before the next alert is counted. */
  async analyze(tx: EntityManager): Promise<void> {
    await tx.query('ANALYZE phone, phone_address');
  }

  /** Deletes phones that are no longer at any address. Phones with an objection or a quarantine stay. */
  async removeUnplaced(tx: EntityManager): Promise<void> {
    await tx.query(`DELETE FROM phone p WHERE ${isUnplacedSql}`);
  }

  private async count(sql: string, parameters: unknown[], tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(sql, parameters);
    return row!.count;
  }
}
