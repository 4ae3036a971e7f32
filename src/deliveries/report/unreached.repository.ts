import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isArea, type AreaAudience, type Audience } from '../../audiences/audience.js';
import { addressesOf, recipientsSql } from '../../audiences/recipients.sql.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { protectedPhonesSql } from '../../directory/protected-phone.sql.js';
import { readInPieces } from '../../platform/database/read-in-pieces.js';
import type { Sql } from '../../platform/database/sql.js';
import { countsAsToldSql } from '../ledger/counts-as-told.js';

/** An address at which no phone has a broadcast, or will have it. That is all that is told: never why. */
export interface UnreachedAddress {
  readonly id: string;
  readonly street: string;
  readonly number: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  /** The designation of the property it belongs to. */
  readonly property: string | null;
  /** Longitude and latitude, WGS 84. */
  readonly point: readonly [number, number];
}

/** Of a set of ids named `unreached`: joined last, since the planner has no idea how many they are. */
const addressesSql = `
  SELECT a.id, a.street, a.number, a.postal_code AS "postalCode", a.locality, p.name AS property,
    -- As JSON: arrays of numbers take the driver ten times as long to read.
    json_build_array(round(ST_X(w.point)::numeric, 6)::float8, round(ST_Y(w.point)::numeric, 6)::float8) AS point
  FROM unreached JOIN address a ON a.id = unreached.address_id
    LEFT JOIN place p ON p.id = a.property_id
    CROSS JOIN LATERAL (SELECT ST_Transform(a.point, 4326) AS point OFFSET 0) w
  ORDER BY a.id`;

/** Read-only questions about whom a broadcast does not reach. */
@Injectable()
export class UnreachedRepository {
  constructor(private readonly db: DataSource) {}

  /** Those of a broadcast, all of them. */
  async list(broadcast: Broadcast): Promise<UnreachedAddress[]> {
    const { text, parameters } = await this.unreached(broadcast);
    return readInPieces(this.db, { text: `${text} ${addressesSql}`, parameters });
  }

  /** How many they are, without reading who. */
  async count(broadcast: Broadcast): Promise<number> {
    const { text, parameters } = await this.unreached(broadcast);
    const [row] = await this.db.query<{ n: number }[]>(`${text} SELECT count(*)::int AS n FROM unreached`, [
      ...parameters,
    ]);
    return row!.n;
  }

  private unreached(broadcast: Broadcast): Promise<Sql> {
    return broadcast.planned === undefined ? this.before(broadcast) : this.after(broadcast);
  }

  /** Whom it would not reach if it were approved now: what the preview counts as unreachable, address by address. */
  private async before({ audience, channels }: Pick<Broadcast, 'audience' | 'channels'>): Promise<Sql> {
    const { text, parameters } = recipientsSql(audience, channels);
    const warned = await this.warned(audience, parameters.length);
    const reached = warned
      ? `SELECT at.address_id FROM recipient r JOIN phone_address at ON at.phone = r.phone WHERE r.suppressed IS NULL`
      : 'SELECT address_id FROM reached_address';
    return {
      text: `WITH ${text},
       unreached AS (${warned?.text ?? 'SELECT address_id FROM audience_address'} EXCEPT ${reached})`,
      parameters: [...parameters, ...(warned?.parameters ?? [])],
    };
  }

  /**
   * Whom it did not reach, by the ledger: addresses of its audience as they are now, where no phone that is there now had
   * it. Who has moved in from where it was had, had it; who is gone, and nobody came instead, gets a note too many. So
   * does who has objected or become a protected identity since: an address that is missing here and has no phone in a
   * preview would tell that somebody hides there. Who had what an extension extends had the same message.
   */
  private async after({ id, audience, channels }: Broadcast): Promise<Sql> {
    const { text, parameters } = recipientsSql(audience, channels);
    const warned = await this.warned(audience, parameters.length + 2);
    const extended = isArea(audience) ? audience.beyond : undefined;
    const [own, root] = [parameters.length + 1, parameters.length + 2];
    return {
      text: `WITH ${text},
       unreached AS (
         ${warned?.text ?? 'SELECT address_id FROM audience_address'}
         EXCEPT
         SELECT at.address_id FROM delivery d JOIN phone_address at ON at.phone = d.phone
         WHERE d.broadcast_id = ANY(ARRAY(
             SELECT id FROM broadcast
             WHERE id IN ($${own}::uuid, $${root}::uuid) OR (root_id = $${root}::uuid AND relation = 'extension')))
           AND ${countsAsToldSql('d')}
           AND d.phone NOT IN (${protectedPhonesSql})
           AND NOT EXISTS (SELECT FROM phone p WHERE p.e164 = d.phone AND p.objected_at IS NOT NULL))`,
      parameters: [...parameters, id, extended ?? null, ...(warned?.parameters ?? [])],
    };
  }

  /**
   * Where an update or an all-clear has to be told: all addresses of what it follows, since a letterbox there may have
   * got the warning. What was called off before it began warned nobody.
   *
   * @param used how many parameters the statement has before
   * @returns undefined for what chooses its own area
   */
  private async warned(audience: Audience, used: number): Promise<Sql | undefined> {
    if (!('recipientsOf' in audience)) return undefined;
    const rows = await this.db.query<{ audience: Audience }[]>(
      `SELECT audience FROM broadcast
       WHERE (id = $1 OR (root_id = $1 AND relation = 'extension'))
         AND planned IS NOT NULL AND (state <> 'cancelled' OR started_at IS NOT NULL)`,
      [audience.recipientsOf],
    );
    const parameters: unknown[] = [];
    const given = (value: unknown, type: string) => `$${used + parameters.push(value)}::${type}`;
    const areas = rows
      .map((row) => row.audience)
      .filter((earlier): earlier is AreaAudience => isArea(earlier));
    if (areas.length === 0) return undefined;
    return { text: areas.map((area) => `(${addressesOf(area, given)})`).join(' UNION '), parameters };
  }

  /** Whether the deliveries are gone by which one could tell. */
  async isDisposedOf(broadcastId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>('SELECT FROM disposed_broadcast WHERE broadcast_id = $1', [
      broadcastId,
    ]);
    return rows.length > 0;
  }
}
