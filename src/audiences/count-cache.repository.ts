import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import { Log } from '../platform/logging/log.js';
import type { AudienceCounts } from './audience-counts.js';
import { changedCountsSql } from './changed-counts.sql.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';
import { audiencesEvents } from './log-events.js';

/** What a count rests on. */
export interface CountedAt {
  readonly refreshId: string;
  readonly membership: string;
}

/** An audience that is worth keeping the count of: made of places alone, which are few and alike. */
export interface PlacesAudience {
  readonly places: readonly string[];
  readonly channels: ChannelChoice;
}

/** The newest refresh, 0 before the first. Refreshes take turns, so no smaller number is committed later. */
const newestRefresh = '(SELECT COALESCE(max(id), 0) FROM reach_refresh)';
const membership = `(SELECT concat_ws(' ', count(*), sum(id)) FROM membership_change)`;
const nothingDueSql = 'NOT EXISTS (SELECT FROM reach_due)';
/** Rows on the list of what is due, where an address may stand several times: more, and all is counted anew. */
const maxDue = 5_000;
const muchDue = `(SELECT count(*) FROM (SELECT FROM reach_due LIMIT ${maxDue + 1}) due) > ${maxDue}`;

const restsOn = `json_build_object('refreshId', ${newestRefresh}::text, 'membership', ${membership})`;

/** To select with a count: what it rests on; null while something is due, which it counted and nobody will remember. */
export const countedAtSql = `CASE WHEN ${nothingDueSql} THEN ${restsOn} END`;

/** Addresses from which on counting takes long enough for a count to be corrected ahead. */
const large = 500;

/**
 * Counts of audiences made of places. A count is good while nothing it rests on has changed, and is corrected by what has
 * while that is little; it is forgotten when nobody can tell any more what was there before.
 */
@Injectable()
export class CountCache {
  private readonly log = new Log('count-cache', audiencesEvents);

  constructor(private readonly db: DataSource) {}

  /** The count as of now; undefined where it must be counted anew. */
  async find(audience: PlacesAudience): Promise<AudienceCounts | undefined> {
    const [row] = await this.db.query<{ counts: AudienceCounts; isCurrent: boolean }[]>(
      `SELECT counts, refresh_id = ${newestRefresh} AND ${nothingDueSql} AS "isCurrent"
       FROM kept_count WHERE key = $1 AND membership = ${membership}`,
      [keyOf(audience)],
    );
    return !row || row.isCurrent ? row?.counts : this.correct(audience);
  }

  /**
   * Keeps the corrected count too, unless some of the changes are still to be worked out.
   *
   * @returns undefined where nobody knows what was there when it was counted, or too much has changed
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

  /** As old as it was: each is counted anew once a day, whether or not anybody asks for it. */
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

  /** Safe to repeat: whoever counted last is right, or is found to be out of date. */
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
   * What is shown first and most, the municipality and its areas, and what takes long and was asked for: those that have no
   * count or one that is behind. Nothing while a whole register is being worked out.
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

  /** Those that were counted more than a day ago, however often they were corrected since. Safe to repeat. */
  async forgetOld(): Promise<void> {
    await this.db.query(`DELETE FROM kept_count WHERE at < now() - interval '1 day'`);
  }
}

const keyOf = ({ places, channels }: PlacesAudience): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([channels, places]))
    .digest();
