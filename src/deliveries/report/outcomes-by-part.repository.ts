import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { areaShapeSql, asMapShape } from '../../audiences/area-shape.sql.js';
import type { AreaAudience } from '../../audiences/audience.js';
import { addressesOf } from '../../audiences/recipients.sql.js';
import type { PartOutcome } from '../../broadcasts/broadcast-ledger.js';
import { protectedPhonesSql } from '../../directory/protected-phone.sql.js';
import { staffSource } from '../../kernel/reserved-sources.js';
import { bounded, isOutOfTime } from '../../platform/database/bounded.js';
import { isWithdrawnSql } from '../withdrawn.js';

/** Milliseconds. Without an answer in time, the map shows one outcome for the whole area. */
const patience = 5_000;

/** A part with fewer phones is shown with its neighbours (docs/rules.md "Personal data"). */
const fewestPhones = 5;

/** Enough phones, and not those of one address: that could be a single dwelling. */
const isShownSql = `count(DISTINCT phone) >= ${fewestPhones} AND count(DISTINCT address_id) > 1`;

/**
 * Metres. Overlays snap to this grid: without one, GEOS fails on some outlines that nearly coincide, and the embedded
 * database then answers with no row and no error.
 */
const grid = 0.01;

const sumsSql = `count(DISTINCT phone)::int AS phones, (${isShownSql}) AS shown,
  count(DISTINCT phone) FILTER (WHERE delivered)::int AS delivered,
  count(DISTINCT phone) FILTER (WHERE open AND NOT delivered)::int AS under`;

/** Read-only: what became of a broadcast in each part of its area. */
@Injectable()
export class OutcomesByPart {
  constructor(private readonly db: DataSource) {}

  /**
   * The blocks of the area where enough phones were meant, then the residential areas for what is left, then the rest
   * as one part. A phone is where it is now. Who objects or is a protected identity now is nowhere.
   *
   * @returns nothing if no part has enough phones, or the statement takes too long
   */
  async of(broadcastId: string, audience: AreaAudience): Promise<PartOutcome[]> {
    const { text, parameters } = statement(broadcastId, audience);
    try {
      const parts = await bounded(this.db, { memory: '64MB', patience }, (tx) =>
        tx.query<(Omit<PartOutcome, 'geometry'> & { shape: Polygon | MultiPolygon | null })[]>(text, [
          ...parameters,
        ]),
      );
      return parts.flatMap(({ shape, ...part }) => (shape ? [{ ...part, geometry: shape }] : []));
    } catch (error) {
      if (isOutOfTime(error)) return [];
      throw error;
    }
  }
}

function statement(broadcastId: string, audience: AreaAudience) {
  const parameters: unknown[] = [];
  const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const addresses = addressesOf(audience, given);
  const shape = areaShapeSql(audience, given);
  const text = `WITH audience_address AS MATERIALIZED (${addresses}), ${shape},
    spot AS MATERIALIZED (
      SELECT a.address_id, (array_agg(p.id ORDER BY p.id) FILTER (WHERE p.kind = 'block'))[1] AS block,
        (array_agg(p.id ORDER BY p.id) FILTER (WHERE p.kind = 'area'))[1] AS area
      FROM audience_address a LEFT JOIN address_place ap ON ap.address_id = a.address_id
        LEFT JOIN place p ON p.id = ap.place_id AND p.kind IN ('block', 'area') AND p.valid_to IS NULL
          AND p.source <> '${staffSource}'
      GROUP BY a.address_id),
    person AS MATERIALIZED (
      SELECT d.phone, bool_or(d.status = 'delivered') AS delivered,
        bool_or(d.status IN ('planned', 'sending', 'accepted', 'sent')) AS open
      FROM delivery d
      WHERE d.broadcast_id = ${given(broadcastId, 'uuid')} AND d.status <> 'suppressed' AND (${isWithdrawnSql}) IS NOT TRUE
        AND d.phone NOT IN (${protectedPhonesSql})
        AND NOT EXISTS (SELECT FROM phone p WHERE p.e164 = d.phone AND p.objected_at IS NOT NULL)
      GROUP BY d.phone),
    located AS MATERIALIZED (
      SELECT DISTINCT person.*, spot.* FROM person JOIN phone_address at ON at.phone = person.phone
        JOIN spot ON spot.address_id = at.address_id),
    by_block AS MATERIALIZED (
      SELECT block AS place, ${sumsSql} FROM located WHERE block IS NOT NULL GROUP BY block HAVING ${isShownSql}),
    not_in_block AS MATERIALIZED (
      SELECT * FROM located WHERE NOT EXISTS (SELECT FROM by_block WHERE place = located.block)),
    by_area AS MATERIALIZED (
      SELECT area AS place, ${sumsSql} FROM not_in_block WHERE area IS NOT NULL GROUP BY area HAVING ${isShownSql}),
    rest AS MATERIALIZED (
      SELECT ${sumsSql} FROM not_in_block WHERE NOT EXISTS (SELECT FROM by_area WHERE place = not_in_block.area)),
    block_shape AS MATERIALIZED (
      SELECT 'block' AS kind, p.name, b.*, ${within('p.geom')} AS geom FROM by_block b JOIN place p ON p.id = b.place, left_over),
    blocks AS (SELECT ST_Union(geom, ${grid}) AS geom FROM block_shape),
    area_shape AS MATERIALIZED (
      SELECT 'area', p.name, a.*, ${without(within('p.geom'), 'blocks')} AS geom
      FROM by_area a JOIN place p ON p.id = a.place, left_over, blocks),
    named AS (SELECT ST_Union(geom, ${grid}) AS geom FROM (TABLE block_shape UNION ALL TABLE area_shape) shown),
    all_parts AS (
      TABLE block_shape UNION ALL TABLE area_shape UNION ALL
      SELECT 'rest', '', NULL, rest.*, ${without('left_over.geom', 'named')} FROM rest, left_over, named
      WHERE named.geom IS NOT NULL)
    SELECT kind, name, phones, shown, delivered, under, ${asMapShape('geom')} AS shape
    FROM all_parts WHERE NOT ST_IsEmpty(geom) ORDER BY kind, name`;
  return { text, parameters };
}

/** What of a place is in the area. Most lie wholly inside, which is quicker to see than to cut. */
const within = (geom: string): string =>
  `CASE WHEN ST_Covers(left_over.geom, ${geom}) THEN ${geom} ELSE ST_Intersection(left_over.geom, ${geom}, ${grid}) END`;

const without = (geom: string, taken: string): string =>
  `CASE WHEN ${taken}.geom IS NULL THEN ${geom} ELSE ST_Difference(${geom}, ${taken}.geom, ${grid}) END`;
