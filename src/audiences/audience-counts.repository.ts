import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Sql } from '../platform/database/sql.js';
import { isArea, type AreaAudience, type Audience } from './audience.js';
import { peopleSql, recipientsSql, type ChannelChoice, type SuppressionReason } from './recipients.sql.js';

/** How many phones of one channel and language an audience holds, and why some are left out. */
export interface RecipientCount {
  readonly channel: 'sms' | 'voice';
  readonly language: string;
  /** null: to be reached. */
  readonly suppressed: SuppressionReason | null;
  readonly phones: number;
}

export interface AudienceCounts {
  readonly recipients: readonly RecipientCount[];
  readonly addresses: number;
  /** Addresses in the audience that no reached phone belongs to. */
  readonly unreachableAddresses: number;
}

/** What a count rests on, as a text that is another as soon as anything of it is. */
const stampSql = `(
  SELECT concat_ws(' ', r.n, r.ids, m.n, m.ids)
  FROM (SELECT count(*) AS n, sum(id) AS ids FROM reach_refresh) r,
    (SELECT count(*) AS n, sum(id) AS ids FROM membership_change) m)`;
const nothingDue = 'NOT EXISTS (SELECT FROM reach_due)';

/** How many an audience holds. Large ones, which are looked at again and again, are counted once for each change. */
@Injectable()
export class AudienceCountsRepository {
  constructor(private readonly db: DataSource) {}

  /** What was counted before, where nothing has changed since; else counted now. */
  async count(audience: Audience, channels: ChannelChoice): Promise<AudienceCounts> {
    const key = keyOf(audience, channels);
    if (!key) return (await this.countNow(audience, channels)).counts;
    const kept = await this.kept(key);
    if (kept) return kept;
    const { counts, stamp } = await this.countNow(audience, channels);
    if (stamp !== null) await this.keep(key, stamp, counts);
    return counts;
  }

  /** @returns also a stamp of what it rests on; null while something is due, which no stamp tells of */
  async countNow(
    audience: Audience,
    channels: ChannelChoice,
    within: EntityManager = this.db.manager,
  ): Promise<{ counts: AudienceCounts; stamp: string | null }> {
    const inOnePass = isArea(audience) && audience.beyond === undefined;
    const { text, parameters } = inOnePass ? onePass(audience, channels) : recipientsSql(audience, channels);
    const [row] = await within.query<
      { recipients: RecipientCount[] | null; addresses: string; reached: string; stamp: string | null }[]
    >(
      `WITH ${text}${inOnePass ? '' : `, ${groupsOfRecipients}`}
       SELECT
         (SELECT json_agg(g) FROM (
            SELECT channel, language, suppressed, sum(phones)::int AS phones FROM counted
            GROUP BY 1, 2, 3 HAVING sum(phones) > 0 ORDER BY 1, 2, 3) g
         ) AS recipients,
         (SELECT count(*) FROM audience_address) AS addresses,
         ${inOnePass ? '(SELECT COALESCE(sum(leads), 0) FROM counted)' : '(SELECT count(*) FROM reached_address)'} AS reached,
         CASE WHEN ${nothingDue} THEN ${stampSql} END AS stamp`,
      [...parameters],
    );
    const addresses = Number(row?.addresses ?? 0);
    const counts = {
      recipients: row?.recipients ?? [],
      addresses,
      unreachableAddresses: addresses - Number(row?.reached ?? 0),
    };
    return { counts, stamp: row?.stamp ?? null };
  }

  private async kept(key: Buffer): Promise<AudienceCounts | undefined> {
    const [row] = await this.db.query<{ counts: AudienceCounts }[]>(
      `SELECT counts FROM audience_count WHERE key = $1 AND stamp = ${stampSql} AND ${nothingDue}`,
      [key],
    );
    return row?.counts;
  }

  /** Safe to repeat: whoever counted last is right, or is found to be out of date. */
  private async keep(key: Buffer, stamp: string, counts: AudienceCounts): Promise<void> {
    await this.db.query(
      `INSERT INTO audience_count (key, stamp, counts) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET stamp = excluded.stamp, counts = excluded.counts, at = now()`,
      [key, stamp, JSON.stringify(counts)],
    );
  }

  /** The current borders, which hold everyone. */
  async municipalities(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM place WHERE kind = 'municipality' AND valid_to IS NULL ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }
}

/** Only of places: they are few and alike, while no two drawn areas are. */
function keyOf(audience: Audience, channels: ChannelChoice): Buffer | undefined {
  const { places, ...more } = audience as { places?: readonly string[] };
  if (!places || Object.keys(more).length > 0) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([channels, places]))
    .digest();
}

const groupsOfRecipients = `counted AS (SELECT channel, language, suppressed, 1 AS phones FROM recipient)`;

/**
 * As {@link recipientsSql} tells people apart, but each list read once, and by itself only who may be met twice: a million
 * rows in a fraction of the time.
 */
function onePass(audience: AreaAudience, channels: ChannelChoice): Sql {
  const { text, parameters, sources } = peopleSql(audience);
  const bunches = sources.map(
    (source) => `
      SELECT CASE WHEN elsewhere THEN phone END AS roaming, kind, language, suppressed,
        CASE WHEN NOT elsewhere THEN covered END AS settled_covered, count(*) AS phones, bool_and(covered) AS covered,
        count(*) FILTER (WHERE leads) AS leads
      FROM ${source} GROUP BY 1, 2, 3, 4, 5`,
  );
  return {
    text: `${text},
      bunch AS (
        SELECT roaming, kind, language, suppressed, sum(phones) AS phones, bool_and(covered) AS covered, sum(leads) AS leads
        FROM (${bunches.join(' UNION ALL ')}) b GROUP BY roaming, kind, language, suppressed, settled_covered
      ),
      counted AS (
        SELECT CASE kind WHEN 'mobile' THEN 'sms' ELSE 'voice' END AS channel, language, leads,
          CASE WHEN roaming IS NULL THEN phones ELSE 1 END AS phones,
          COALESCE(suppressed, CASE WHEN covered AND $${parameters.length + 1}::text = 'mobile-first' THEN 'household-has-mobile' END)
            AS suppressed
        FROM bunch
      )`,
    parameters: [...parameters, channels],
  };
}
