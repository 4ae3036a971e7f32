import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import { Log } from '../platform/logging/log.js';
import type { AudienceCounts } from './audience-counts.js';
import { changedCountsSql } from './changed-counts.sql.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';
import { audiencesEvents } from './log-events.js';

/** The state that a count is based on. */
export interface CountedAt {
  readonly refreshId: string;
  readonly membership: string;
}

/** An audience whose count is worth caching: places only, which are few and recur. */
export interface PlacesAudience {
  readonly places: readonly string[];
  readonly channels: ChannelChoice;
}

/** The newest refresh, 0 before the first. Refreshes are serialised, so no smaller number commits later. */
const newestRefresh = '(SELECT COALESCE(max(id), 0) FROM reach_refresh)';
const membership = `(SELECT concat_ws(' ', count(*), sum(id)) FROM membership_change)`;
const nothingDueSql = 'NOT EXISTS (SELECT FROM reach_due)';
/**
 * Maximum rows on the list of due addresses, where an address may occur several times. With more, everything is counted
 * again.
 */
const maxDue = 5_000;
const muchDue = `(SELECT count(*) FROM (SELECT FROM reach_due LIMIT ${maxDue + 1}) due) > ${maxDue}`;

const restsOn = `json_build_object('refreshId', ${newestRefresh}::text, 'membership', ${membership})`;

/**
 * An expression to select along with a count: the state it is based on. Null while an address is due, because such a
 * count can't be corrected later.
 */
export const countedAtSql = `CASE WHEN ${nothingDueSql} THEN ${restsOn} END`;

/** From this number of addresses, counting is slow enough that the count is corrected ahead. */
const large = 500;

/**
 * Cached counts of audiences made of places. A count is valid while the state it is based on is unchanged. It is
 * corrected while the changes are few. It is dropped when the earlier state is no longer known.
 */
@Injectable()
export class CountCache {
  private readonly log = new Log('count-cache', audiencesEvents);

  constructor(private readonly db: DataSource) {}

  /** The current count; undefined if it must be counted again. */
  async find(audience: PlacesAudience): Promise<AudienceCounts | undefined> {
    const [row] = await this.db.query<{ counts: AudienceCounts; isCurrent: boolean }[]>(
      `SELECT counts, refresh_id = ${newestRefresh} AND ${nothingDueSql} AS "isCurrent"
       FROM kept_count WHERE key = $1 AND membership = ${membership}`,
      [keyOf(audience)],
    );
    return !row || row.isCurrent ? row?.counts : this.correct(audience);
  }

  /**
   * Also stores the corrected count, unless some of the changed addresses must still be worked out.
   *
   * @returns undefined if the state at the time of the count is unknown, or too much has changed
   */
  private async correct(audience: PlacesAudience): Promise<AudienceCounts | undefined> {
    const { text, parameters } = changedCountsSql(audience, [
      `key = $3 AND membership = ${membership} AND NOT ${muchDue}`,
      [keyOf(audience)],
    ]);
    const [row] = await bounded(this.db, { memory: '64MB' }, (tx) =>
      tx.query<
        {
          recipients: AudienceCounts['recipients'] | null;
          addresses: number;
          reached: number;
          at: CountedAt | null;
        }[]
      >(`WITH ${text} SELECT corrected.*, ${countedAtSql} AS at FROM corrected`, [...parameters]),
    );
    if (!row) return undefined;
    const { recipients, addresses, reached, at } = row;
    const counts = { recipients: recipients ?? [], addresses, unreachableAddresses: addresses - reached };
    if (counts.recipients.some(({ phones }) => phones < 0) || reached < 0 || reached > addresses) {
      this.log.write('kept-count.wrong', { audience });
      await this.db.query('DELETE FROM kept_count WHERE key = $1', [keyOf(audience)]);
      return undefined;
    }
    if (at) await this.keepCorrected(audience, at, counts);
    return counts;
  }

  /** Keeps its age: each count is counted again once a day, whether anybody asks for it or not. */
  private async keepCorrected(
    audience: PlacesAudience,
    { refreshId, membership }: CountedAt,
    counts: AudienceCounts,
  ): Promise<void> {
    await this.db.query(
      `UPDATE kept_count SET refresh_id = $2, counts = $4
       WHERE key = $1 AND refresh_id <= $2 AND membership = $3`,
      [keyOf(audience), refreshId, membership, JSON.stringify(counts)],
    );
  }

  /** Safe to repeat: the last writer is right, or its count is found to be out of date. */
  async keep(
    audience: PlacesAudience,
    { refreshId, membership }: CountedAt,
    counts: AudienceCounts,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO kept_count (key, places, channels, refresh_id, membership, counts)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key) DO UPDATE SET refresh_id = excluded.refresh_id, membership = excluded.membership,
         counts = excluded.counts, at = now()`,
      [keyOf(audience), audience.places, audience.channels, refreshId, membership, JSON.stringify(counts)],
    );
  }

  /**
   * Audiences to count before anybody asks: the municipality and its areas, which are shown first and most, and slow
   * audiences that somebody asked for, if their count is missing or out of date. None while a whole register is being
   * worked out.
   */
  async toCountAhead(): Promise<PlacesAudience[]> {
    return this.db.query<PlacesAudience[]>(
      `SELECT places, channels FROM (
         SELECT ARRAY[id] AS places, channels, CASE kind WHEN 'municipality' THEN 0 ELSE 1 END AS nth
         FROM place CROSS JOIN unnest(ARRAY['mobile-first', 'both']) AS channels
         WHERE kind IN ('municipality', 'area') AND valid_to IS NULL
         UNION ALL
         SELECT places, channels, 2 FROM kept_count WHERE (counts->>'addresses')::int >= ${large}
       ) wanted
       WHERE NOT ${muchDue} AND NOT EXISTS (
         SELECT FROM kept_count k WHERE k.places = wanted.places AND k.channels = wanted.channels
           AND k.refresh_id = ${newestRefresh} AND k.membership = ${membership})
       GROUP BY places, channels ORDER BY min(nth)`,
    );
  }

  /** Deletes counts that were made more than a day ago, even if they were corrected since. Safe to repeat. */
  async forgetOld(): Promise<void> {
    await this.db.query(`DELETE FROM kept_count WHERE at < now() - interval '1 day'`);
  }
}

const keyOf = ({ places, channels }: PlacesAudience): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([channels, places]))
    .digest();
