import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reachColumns, reachSql } from './reach.sql.js';

/** Addresses: so many are corrected for in a count, more make it anew. */
const mostRemembered = 2_000;

/** Keeps `reach` in step with the registers: what triggers put into `reach_due` is worked out anew. */
@Injectable()
export class ReachRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Works out some of the addresses that are due. Safe to repeat, to interrupt, and beside whatever changes the registers:
   * it is one statement, so what it takes off the list and what it works out are of one moment; a change that is committed
   * later has a row of its own on the list, which stays. Two of these at a time take turns.
   *
   * @param most addresses at a time: bounds memory and how long an address's rows are held
   * @returns how many were due and are done now; 0 when nothing is due
   */
  async refresh(most: number): Promise<number> {
    return this.db.transaction(async (db) => {
      await db.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.reach'))`);
      await db.query(`SET LOCAL work_mem = '128MB'`);
      await db.query(`SET LOCAL statement_timeout = '10min'`);
      const [row] = await db.query<{ addresses: number }[]>(
        `WITH due AS MATERIALIZED (SELECT DISTINCT address_id FROM reach_due LIMIT $1),
         taken AS (DELETE FROM reach_due WHERE address_id IN (SELECT address_id FROM due)),
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
         gone AS (
           DELETE FROM reach r
           WHERE r.address_id IN (SELECT address_id FROM due)
             AND (r.address_id, r.phone) NOT IN (SELECT address_id, phone FROM placed)
         ),
         written AS (
           INSERT INTO reach AS known (${reachColumns.join(', ')})
           SELECT ${reachColumns.join(', ')} FROM placed
           ON CONFLICT (address_id, phone) DO UPDATE SET ${settable.map((c) => `${c} = excluded.${c}`).join(', ')}
           WHERE (${settable.map((c) => `known.${c}`).join(', ')})
             IS DISTINCT FROM (${settable.map((c) => `excluded.${c}`).join(', ')})
         ),
         noted AS (
           INSERT INTO reach_refresh (addresses, remembered)
           SELECT count(*), count(*) <= ${mostRemembered} FROM due HAVING count(*) > 0
           RETURNING id, remembered
         ),
         remembered AS (
           INSERT INTO reach_was (refresh_id, address_id, people)
           SELECT noted.id, due.address_id,
             COALESCE((SELECT jsonb_agg(r) FROM reach r WHERE r.address_id = due.address_id), '[]')
           FROM noted CROSS JOIN due WHERE noted.remembered
         )
         SELECT count(*)::int AS addresses FROM due`,
        [most],
      );
      return row!.addresses;
    });
  }

  /** After many at once: the planner must know before the next alert is counted. */
  async analyze(): Promise<void> {
    await this.db.query('ANALYZE reach, reach_due');
  }

  /**
   * What was there before a refresh, once the counts have had time to be corrected by it: nobody's number is here for
   * longer. Safe to repeat.
   */
  async forgetWhatWas(seconds: number): Promise<void> {
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

const settable = reachColumns.filter((column) => column !== 'address_id' && column !== 'phone');
