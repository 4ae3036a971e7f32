import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bounded, isOutOfTime } from '../platform/database/bounded.js';
import type { Sql } from '../platform/database/sql.js';
import type { AudienceCounts, RecipientCount } from './audience-counts.js';
import { BeingWorkedOut, isArea, type AreaAudience, type Audience } from './audience.js';
import { countedAtSql, CountCache, type CountedAt } from './count-cache.repository.js';
import { peopleSql, recipientsSql } from './recipients.sql.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';

/**
 * A million phones are grouped in memory. If the planner expects more than fits, it reads from disk, or in the worst
 * case reads everything again for each row.
 */
const countingMemory = '128MB';

/** The counts of an audience. Counts of places are cached, because places are looked at repeatedly. */
@Injectable()
export class AudienceCountsRepository {
  constructor(
    private readonly db: DataSource,
    private readonly countCache: CountCache,
  ) {}

  /**
   * The cached count, corrected by later changes; otherwise a new count.
   *
   * @throws audience.being-worked-out
   */
  async count(audience: Audience, channels: ChannelChoice): Promise<AudienceCounts> {
    try {
      return await this.keptOrCounted(audience, channels);
    } catch (error) {
      if (isOutOfTime(error)) throw BeingWorkedOut();
      throw error;
    }
  }

  private async keptOrCounted(audience: Audience, channels: ChannelChoice): Promise<AudienceCounts> {
    const places = placesOf(audience);
    const kept = places && (await this.countCache.find({ places, channels }));
    if (kept) return kept;
    const { counts, at } = await bounded(this.db, { memory: countingMemory }, (tx) =>
      this.countNow(audience, channels, tx),
    );
    if (places && at !== null) await this.countCache.keep({ places, channels }, at, counts);
    return counts;
  }

  /** @returns also the state that the count is based on; null while an address is due */
  async countNow(
    audience: Audience,
    channels: ChannelChoice,
    tx: EntityManager = this.db.manager,
  ): Promise<{ counts: AudienceCounts; at: CountedAt | null }> {
    const inOnePass = isArea(audience) && audience.beyond === undefined;
    const { text, parameters } = inOnePass ? onePass(audience, channels) : recipientsSql(audience, channels);
    const [row] = await tx.query<
      { recipients: RecipientCount[] | null; addresses: string; reached: string; at: CountedAt | null }[]
    >(
      `WITH ${text}${inOnePass ? '' : `, ${groupsOfRecipients}`}
       SELECT
         (SELECT json_agg(g) FROM (
            SELECT channel, language, suppressed, sum(phones)::int AS phones FROM counted
            GROUP BY 1, 2, 3 HAVING sum(phones) > 0 ORDER BY 1, 2, 3) g
         ) AS recipients,
         (SELECT count(*) FROM audience_address) AS addresses,
         ${inOnePass ? '(SELECT COALESCE(sum(leads), 0) FROM counted)' : '(SELECT count(*) FROM reached_address)'} AS reached,
         ${countedAtSql} AS at`,
      [...parameters],
    );
    const addresses = Number(row?.addresses ?? 0);
    const counts = {
      recipients: row?.recipients ?? [],
      addresses,
      unreachableAddresses: addresses - Number(row?.reached ?? 0),
    };
    return { counts, at: row?.at ?? null };
  }
}

/** The places of an audience of places only. Those are few and recur, while no two drawn areas are the same. */
function placesOf(audience: Audience): readonly string[] | undefined {
  if (!isArea(audience)) return undefined;
  // The address by which a place was chosen does not change the count.
  const { places, chosenBy: _, ...more } = audience;
  return Object.keys(more).length === 0 ? places : undefined;
}

const groupsOfRecipients = `counted AS (SELECT channel, language, suppressed, 1 AS phones FROM recipient)`;

/**
 * Counts the same people as {@link recipientsSql}, but reads each list only once, and groups by phone only those who
 * may occur twice. A million rows take a fraction of the time.
 */
function onePass(audience: AreaAudience, channels: ChannelChoice): Sql {
  const { text, parameters, sources } = peopleSql(audience);
  const bunches = sources.map((source) =>
    source === 'fresh'
      ? // Any of them may occur twice, so nothing can be grouped yet.
        `
      SELECT phone AS roaming, kind, language, suppressed, NULL::boolean AS settled_covered, 1 AS phones, covered,
        leads::int AS leads
      FROM fresh`
      : `
      SELECT CASE WHEN elsewhere THEN phone END AS roaming, kind, language, suppressed,
        CASE WHEN NOT elsewhere THEN covered END AS settled_covered, count(*)::int AS phones, bool_and(covered) AS covered,
        (count(*) FILTER (WHERE leads))::int AS leads
      FROM ${source} GROUP BY 1, 2, 3, 4, 5`,
  );
  return {
    text: `${text},
      bunch AS (
        SELECT roaming, kind, language, suppressed, sum(phones) AS phones, bool_and(covered) AS covered, sum(leads) AS leads
        FROM (${bunches.join(' UNION ALL ')}) b GROUP BY roaming, kind, language, suppressed, settled_covered
      ),
      counted AS (
        SELECT channel_of(kind) AS channel, language, sum(leads) AS leads,
          sum(CASE WHEN roaming IS NULL THEN phones ELSE 1 END) AS phones,
          COALESCE(suppressed, CASE WHEN covered AND $${parameters.length + 1}::text = 'mobile-first' THEN 'household-has-mobile' END)
            AS suppressed
        FROM bunch GROUP BY 1, 2, 5
      )`,
    parameters: [...parameters, channels],
  };
}
