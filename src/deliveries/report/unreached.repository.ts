import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isArea, type AreaAudience, type Audience } from '../../audiences/audience.js';
import { familyOfSql } from '../../audiences/family.sql.js';
import { addressesOf, recipientsSql } from '../../audiences/recipients.sql.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { protectedPhonesSql } from '../../directory/protected-phone.sql.js';
import { readInPieces } from '../../platform/database/read-in-pieces.js';
import type { Sql } from '../../platform/database/sql.js';
import { countsAsToldSql } from '../ledger/counts-as-told.js';

/** An address where no phone has or will have a broadcast. The reason is never shown. */
export interface UnreachedAddress {
  readonly id: string;
  readonly street: string;
  readonly number: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  /** Designation of the property it belongs to. */
  readonly property: string | null;
  /** Longitude and latitude, WGS 84. */
  readonly point: readonly [number, number];
}

/** Reads the addresses of the id set `unreached`. It is joined last, because the planner can't estimate its size. */
const addressesSql = `
  SELECT a.id, a.street, a.number, a.postal_code AS "postalCode", a.locality, p.name AS property,
    -- As JSON, because the driver takes ten times as long to read arrays of numbers.
    json_build_array(round(ST_X(w.point)::numeric, 6)::float8, round(ST_Y(w.point)::numeric, 6)::float8) AS point
  FROM unreached JOIN address a ON a.id = unreached.address_id
    LEFT JOIN place p ON p.id = a.property_id
    CROSS JOIN LATERAL (SELECT ST_Transform(a.point, 4326) AS point OFFSET 0) w
  ORDER BY a.id`;

/** Read-only queries on whom a broadcast does not reach. */
@Injectable()
export class UnreachedRepository {
  constructor(private readonly db: DataSource) {}

  /** All unreached addresses of a broadcast. */
  async list(broadcast: Broadcast): Promise<UnreachedAddress[]> {
    const { text, parameters } = await this.unreached(broadcast);
    return readInPieces(this.db, { text: `${text} ${addressesSql}`, parameters });
  }

  /** The number of unreached addresses, without reading them. */
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

  /** Whom it would not reach if it were approved now: the addresses that the preview counts as unreachable. */
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
   * Whom it did not reach, by the ledger: addresses of its audience as they are now, where no phone that is there now
   * had it. A person who moved in from an address that had it counts as reached. If a phone left and no other came, the
   * address gets an unnecessary note. So does an address whose person has objected or become a protected identity
   * since: if it were missing here, but had no phone in a preview, that would reveal a hidden person. The recipients of
   * the broadcast that an extension extends count as reached.
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
             SELECT id FROM broadcast WHERE id = $${own}::uuid OR ${familyOfSql(`$${root}::uuid`)}))
           AND ${countsAsToldSql('d')}
           AND d.phone NOT IN (${protectedPhonesSql})
           AND NOT EXISTS (SELECT FROM phone p WHERE p.e164 = d.phone AND p.objected_at IS NOT NULL))`,
      parameters: [...parameters, id, extended ?? null, ...(warned?.parameters ?? [])],
    };
  }

  /**
   * The addresses where an update, a correction or an all-clear must be known: all addresses of the alert and its
   * extensions, because a letterbox there may have got the warning. A broadcast that ended before it began, or has not
   * begun, warned nobody.
   *
   * @param used number of parameters that the statement has already
   * @returns undefined for an audience with an area of its own
   */
  private async warned(audience: Audience, used: number): Promise<Sql | undefined> {
    if (!('recipientsOf' in audience)) return undefined;
    const rows = await this.db.query<{ audience: Audience }[]>(
      `SELECT b.audience
       FROM broadcast b, (SELECT coalesce(root_id, id) AS id FROM broadcast WHERE id = $1) root
       WHERE (b.id = root.id OR (b.root_id = root.id AND b.relation = 'extension'))
         AND planned IS NOT NULL AND (state NOT IN ('scheduled', 'cancelled', 'missed') OR started_at IS NOT NULL)`,
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

  /** Whether the deliveries are disposed of, so that the unreached can no longer be found. */
  async isDisposedOf(broadcastId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>('SELECT FROM disposed_broadcast WHERE broadcast_id = $1', [
      broadcastId,
    ]);
    return rows.length > 0;
  }
}
