import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reachColumns, reachSql } from './reach.sql.js';

/**
 * Most addresses of one refresh whose before-images are kept, so that cached counts can be corrected. After a larger
 * refresh the counts are computed again.
 */
const maxRemembered = 2_000;

export interface Refreshed {
  /** Rows that were taken off the list (`reach_due`). */
  readonly taken: number;
  /** The distinct addresses in them, which are now worked out. */
  readonly addresses: number;
}

/** Keeps `reach` in step with the registers: it works out the addresses that triggers put into `reach_due`. */
@Injectable()
export class ReachRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Works out some of the addresses that are due. It is safe to repeat, to interrupt, and to run while the registers
   * change: it is one statement, so what it takes off the list and what it works out come from one snapshot. A change
   * that commits later has its own row on the list, which stays. Concurrent refreshes run one after the other (advisory
   * lock).
   *
   * @param most rows of the list at a time; an address may have several. Bounds memory, and how long the rows of an
   *   address are locked
   * @param tx the transaction that made the addresses due, for changing a whole register: nobody then sees a register
   *   that is not worked out. It blocks all other refreshes until it ends
   */
  async refresh(most: number, tx?: EntityManager): Promise<Refreshed> {
    if (!tx) return this.db.transaction((tx) => this.refresh(most, tx));
    await tx.query(`SET LOCAL statement_timeout = '10min'`);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.reach'))`);
    await tx.query(`SET LOCAL work_mem = '128MB'`);
    const [row] = await tx.query<Refreshed[]>(
      // By ctid: a self-join of the list would depend on statistics, which are always out of date for such a list.
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
       -- Compared as sets: the time grows with their size. A join of two lists without statistics may take much longer.
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

  /** After many changes at once: the planner needs new statistics before the next alert is counted. */
  async analyze(tx: EntityManager = this.db.manager): Promise<void> {
    await tx.query('ANALYZE reach, reach_due, reach_was, reach_refresh');
  }

  /**
   * Drops before-images that are older than this, when the counts have had time to be corrected by them. No phone
   * number is kept in them for longer. Idempotent.
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

  /**
   * Deletes entries older than a day, except the newest of them, which tells how far back the list reaches. Only the
   * beginning of a list is deleted. Idempotent.
   */
  async forgetOldChanges(): Promise<void> {
    for (const table of ['reach_refresh', 'membership_change'])
      await this.db.query(
        `DELETE FROM ${table} WHERE id < (SELECT max(id) FROM ${table} WHERE at < now() - interval '1 day')`,
      );
  }
}

const all = reachColumns.join(', ');
const settable = reachColumns.filter((column) => column !== 'address_id' && column !== 'phone');
