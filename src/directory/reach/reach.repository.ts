import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reachColumns, reachSql } from './reach.sql.js';

/** Addresses: so many are corrected for in a count, more make it anew. */
const maxRemembered = 2_000;

export interface Refreshed {
  /** Rows that were taken off the list. */
  readonly taken: number;
  /** The addresses that they named, each once: worked out now. */
  readonly addresses: number;
}

/** Keeps `reach` in step with the registers: what triggers put into `reach_due` is worked out anew. */
@Injectable()
export class ReachRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Works out some of the addresses that are due. Safe to repeat, to interrupt, and beside whatever changes the registers:
   * it is one statement, so what it takes off the list and what it works out are of one moment; a change that is committed
   * later has a row of its own on the list, which stays. Two of these at a time take turns.
   *
   * @param most rows of the list at a time, of which an address may have several: bounds memory, and how long the rows of an
   *   address are held
   * @param tx the transaction that made them due, for whoever changes a whole register: nobody then meets a register
   *   that is not worked out. It keeps all others from refreshing until it ends.
   */
  async refresh(most: number, tx?: EntityManager): Promise<Refreshed> {
    if (!tx) return this.db.transaction((tx) => this.refresh(most, tx));
    await tx.query(`SET LOCAL statement_timeout = '10min'`);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.reach'))`);
    await tx.query(`SET LOCAL work_mem = '128MB'`);
    const [row] = await tx.query<Refreshed[]>(
      // By ctid: a join of the list with itself goes by statistics, which for such a list are always out of date.
      `WITH taken AS (
         DELETE FROM reach_due WHERE ctid = ANY(ARRAY(SELECT ctid FROM reach_due LIMIT $1)) RETURNING address_id
       ),
       due AS MATERIALIZED (SELECT DISTINCT address_id FROM taken),
       ${reachSql('due')},
       placed AS MATERIALIZED (
         SELECT ${reachColumns
           .map((column) =>
             column === 'elsewhere'
               ? `EXISTS (SELECT FROM phone_address o WHERE o.phone = f.phone AND o.address_id <> f.address_id) AS elsewhere`
               : `f.${column}`,
           )
           .join(', ')}
         FROM fresh f
       ),
       old AS MATERIALIZED (
         SELECT r.* FROM due
         CROSS JOIN LATERAL (SELECT ${all} FROM reach WHERE address_id = due.address_id OFFSET 0) r
       ),
       -- Compared as sets, which takes as long as they are large: a join of two lists that nobody has counted may not.
       gone AS (
         DELETE FROM reach r USING (
           SELECT address_id, phone FROM old EXCEPT SELECT address_id, phone FROM placed OFFSET 0) g
         WHERE r.address_id = g.address_id AND r.phone = g.phone
       ),
       written AS (
         INSERT INTO reach (${all})
         SELECT ${all} FROM placed EXCEPT SELECT ${all} FROM old
         ON CONFLICT (address_id, phone) DO UPDATE SET ${settable.map((c) => `${c} = excluded.${c}`).join(', ')}
       ),
       noted AS (
         INSERT INTO reach_refresh (addresses, remembered)
         SELECT count(*), count(*) <= ${maxRemembered} FROM due HAVING count(*) > 0
         RETURNING id, remembered
       ),
       remembered AS (
         INSERT INTO reach_was (refresh_id, address_id, people)
         SELECT noted.id, due.address_id,
           COALESCE((SELECT jsonb_agg(r) FROM reach r WHERE r.address_id = due.address_id), '[]')
         FROM noted CROSS JOIN due WHERE noted.remembered
       )
       SELECT (SELECT count(*)::int FROM taken) AS taken, (SELECT count(*)::int FROM due) AS addresses`,
      [most],
    );
    return row!;
  }

  /** After many at once: the planner must know before the next alert is counted. */
  async analyze(tx: EntityManager = this.db.manager): Promise<void> {
    await tx.query('ANALYZE reach, reach_due, reach_was, reach_refresh');
  }

  /**
   * What was there before a refresh, once the counts have had time to be corrected by it: nobody's number is here for
   * longer. Safe to repeat.
   */
  async dropBeforeImages(seconds: number): Promise<void> {
    await this.db.query(
      `WITH old AS (
         UPDATE reach_refresh SET remembered = false
         WHERE remembered AND at < now() - make_interval(secs => $1) RETURNING id
       )
       DELETE FROM reach_was WHERE refresh_id IN (SELECT id FROM old)`,
      [seconds],
    );
  }

  /** The newest tells the age of what is kept; the list is only ever cut from its beginning. Safe to repeat. */
  async forgetOldChanges(): Promise<void> {
    for (const table of ['reach_refresh', 'membership_change'])
      await this.db.query(
        `DELETE FROM ${table} WHERE id < (SELECT max(id) FROM ${table} WHERE at < now() - interval '1 day')`,
      );
  }
}

const all = reachColumns.join(', ');
const settable = reachColumns.filter((column) => column !== 'address_id' && column !== 'phone');
