import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AudienceCounts } from './audience-counts.js';
import { changedCountsSql } from './changed-counts.sql.js';
import type { ChannelChoice } from './recipients.sql.js';

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
const nothingDue = 'NOT EXISTS (SELECT FROM reach_due)';
/** Rows on the list of what is due: more than that, and all is counted anew. */
const mostDue = 5_000;
const muchDue = `(SELECT count(*) FROM (SELECT FROM reach_due LIMIT ${mostDue + 1}) due) > ${mostDue}`;

const restsOn = `json_build_object('refreshId', ${newestRefresh}::text, 'membership', ${membership})`;

/** To select with a count: what it rests on; null while something is due, which it counted and nobody will remember. */
export const countedAt = `CASE WHEN ${nothingDue} THEN ${restsOn} END`;

/** Addresses from which on counting takes long enough for a count to be corrected ahead. */
const large = 500;

/**
 * Counts of audiences made of places. A count is good while nothing it rests on has changed, and is corrected by what has
 * while that is little; it is forgotten when nobody can tell any more what was there before.
 */
@Injectable()
export class KeptCounts {
  constructor(private readonly db: DataSource) {}

  /** The count as of now; undefined where it must be counted anew. */
  async find(audience: PlacesAudience): Promise<AudienceCounts | undefined> {
    const [row] = await this.db.query<{ counts: AudienceCounts; isCurrent: boolean; isFar: boolean }[]>(
      `SELECT counts, refresh_id = ${newestRefresh} AND ${nothingDue} AS "isCurrent",
         ${muchDue} AS "isFar"
       FROM audience_count WHERE key = $1 AND membership = ${membership}`,
      [keyOf(audience)],
    );
    if (!row) return undefined;
    if (row.isCurrent) return row.counts;
    return row.isFar ? undefined : this.correct(audience, 'all');
  }

  /**
   * Keeps the corrected count too, unless some of the changes are still to be worked out.
   *
   * @param changes all there are, or only those that `reach` knows of
   * @returns undefined where nobody knows what was there when it was counted
   */
  private async correct(
    audience: PlacesAudience,
    changes: 'all' | 'refreshed',
  ): Promise<AudienceCounts | undefined> {
    const { text, parameters } = changedCountsSql(keyOf(audience), audience, changes, membership);
    const [row] = await this.db.query<
      {
        recipients: AudienceCounts['recipients'] | null;
        addresses: number;
        reached: number;
        at: CountedAt | null;
      }[]
    >(
      `WITH ${text}
       SELECT corrected.*, ${changes === 'all' ? countedAt : restsOn} AS at FROM corrected`,
      [...parameters],
    );
    const recipients = row?.recipients ?? [];
    // Nothing should be less than nobody; then the count was wrong, and is not to be trusted.
    if (!row || recipients.some(({ phones }) => phones < 0)) return undefined;
    const { addresses, reached, at } = row;
    const counts = { recipients, addresses, unreachableAddresses: addresses - reached };
    if (at) await this.keep(audience, at, counts);
    return counts;
  }

  /** Safe to repeat: whoever counted last is right, or is found to be out of date. */
  async keep(
    audience: PlacesAudience,
    { refreshId, membership }: CountedAt,
    counts: AudienceCounts,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO audience_count (key, places, channels, refresh_id, membership, counts)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key) DO UPDATE SET refresh_id = excluded.refresh_id, membership = excluded.membership,
         counts = excluded.counts, at = now()`,
      [keyOf(audience), audience.places, audience.channels, refreshId, membership, JSON.stringify(counts)],
    );
  }

  /** Corrects the large ones by what `reach` has learnt since; the small ones are as soon counted as corrected. */
  async correctAhead(): Promise<void> {
    const behind = await this.db.query<PlacesAudience[]>(
      `SELECT places, channels FROM audience_count
       WHERE refresh_id < ${newestRefresh} AND membership = ${membership}
         AND (counts->>'addresses')::int >= ${large}`,
    );
    for (const audience of behind) await this.correct(audience, 'refreshed');
  }

  async newestRefresh(): Promise<string> {
    const [row] = await this.db.query<{ id: string }[]>(`SELECT ${newestRefresh}::text AS id`);
    return row!.id;
  }

  /** Whether it would help to count ahead: a count is behind or missing, and no register is being worked out. */
  async areBehind(audiences: readonly PlacesAudience[]): Promise<boolean> {
    const [row] = await this.db.query<{ behind: boolean }[]>(
      `SELECT NOT ${muchDue} AND count(*) < $2 AS behind FROM audience_count
       WHERE key = ANY($1) AND refresh_id = ${newestRefresh} AND membership = ${membership}`,
      [audiences.map(keyOf), audiences.length],
    );
    return row!.behind;
  }

  /** Those that no longer can be corrected, once what was there before the refresh is forgotten. */
  async forgetBefore(refreshId: string): Promise<void> {
    await this.db.query('DELETE FROM audience_count WHERE refresh_id < $1', [refreshId]);
  }

  /** What is shown first and most: the whole municipality, and its areas. */
  async municipalityAndAreas(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM place WHERE kind IN ('municipality', 'area') AND valid_to IS NULL
       ORDER BY kind = 'municipality' DESC, id`,
    );
    return rows.map(({ id }) => id);
  }
}

const keyOf = ({ places, channels }: PlacesAudience): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([channels, places]))
    .digest();
