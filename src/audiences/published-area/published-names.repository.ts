import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bounded } from '../../platform/database/bounded.js';
import type { PlaceKind } from '../../places/place-kind.js';
import type { AreaAudience, Near } from '../audience.js';
import { addressesOf, inMetres } from '../recipients.sql.js';
import type { StreetAndArea } from './published-name.js';

interface NamedPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Its name tells no single dwelling. */
  readonly mayBeTold: boolean;
}

type Given = (value: unknown, type: string) => string;

const addressesUpTo2 = (place: string): string =>
  `(SELECT count(*) FROM (SELECT FROM address_place WHERE place_id = ${place} LIMIT 2) few)`;

/** Milliseconds for one statement. */
const patience = 2_000;

// The name of an area with one address would tell the dwelling. Areas that staff have saved have names for staff.
const registerAreas = `area AS MATERIALIZED (
  SELECT id, name, ST_Area(geom) AS size FROM place
  WHERE kind = 'area' AND valid_to IS NULL AND NOT EXISTS (SELECT FROM saved_area s WHERE s.place_id = place.id)
    AND ${addressesUpTo2('place.id')} = 2)`;

/** The names around an area that is to be published. Reads only; each statement is limited in time. */
@Injectable()
export class PublishedNamesRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The places, as they are or were. A property, and anything with one address, is a single dwelling. Staff name a saved
   * area as they like, so an address in its name is looked up. A designation has a colon between figures.
   */
  async places(ids: readonly string[]): Promise<NamedPlace[]> {
    if (ids.length === 0) return [];
    return this.rows(
      (given) => `
        SELECT id, kind, name, CASE
          WHEN kind = 'property' OR name ~ '\\d:\\d' THEN false
          WHEN ${addressesUpTo2('p.id')} = 1 THEN false
          WHEN name ~ '\\d' AND EXISTS (SELECT FROM saved_area s WHERE s.place_id = p.id) THEN NOT EXISTS (
            SELECT FROM address WHERE valid_to IS NULL AND number <> ''
              AND strpos(${spaceless('p.name')}, ${spaceless('street || number')}) > 0)
          ELSE true END AS "mayBeTold"
        FROM place p WHERE id = ANY(${given(ids, 'uuid[]')})`,
    );
  }

  /** The areas in which the addresses lie; each address in the smallest. Whole if all addresses of the area are meant. */
  async areasOf(audience: AreaAudience): Promise<{ name: string; isWhole: boolean }[]> {
    return this.rows(
      (given) => `
        WITH meant AS MATERIALIZED (${addressesOf(audience, given)}), ${registerAreas},
        lies AS (
          SELECT DISTINCT ON (m.address_id) m.address_id, area.id
          FROM meant m JOIN address_place ap USING (address_id) JOIN area ON area.id = ap.place_id
          ORDER BY m.address_id, area.size, area.id)
        SELECT area.name, count(*) > 1 AND count(*) = (SELECT count(*) FROM address_place WHERE place_id = area.id)
          AS "isWhole"
        FROM lies JOIN area USING (id) GROUP BY area.id, area.name`,
    );
  }

  /** Every area that an address lies in, also a larger one around it. */
  async allAreasOf(audience: AreaAudience): Promise<string[]> {
    const rows = await this.rows<{ name: string }>(
      (given) => `
        WITH meant AS MATERIALIZED (${addressesOf(audience, given)}), ${registerAreas}
        SELECT DISTINCT area.name
        FROM area JOIN address_place ap ON ap.place_id = area.id JOIN meant USING (address_id)`,
    );
    return rows.map(({ name }) => name);
  }

  /** The streets of a few addresses. Lone: the street has one address in its town, so it tells the dwelling. */
  async streetsOf(audience: AreaAudience): Promise<{ street: string; isLone: boolean }[]> {
    return this.rows(
      (given) => `
        WITH meant AS MATERIALIZED (
          SELECT DISTINCT a.street, a.locality
          FROM (${addressesOf(audience, given)}) m JOIN address a ON a.id = m.address_id),
        there AS (
          SELECT street, locality, count(*) AS addresses FROM address
          WHERE valid_to IS NULL AND street = ANY(ARRAY(SELECT street FROM meant)) GROUP BY 1, 2)
        SELECT m.street, bool_and(there.addresses = 1) AS "isLone"
        FROM meant m JOIN there ON there.street = m.street AND there.locality IS NOT DISTINCT FROM m.locality
        GROUP BY m.street`,
    );
  }

  /** The street that a thing is named after, or the nearest one, with its area. Neither if nobody lives near it. */
  async near({ geometry, metres, name }: Near): Promise<StreetAndArea> {
    const [row] = await this.rows<{ street: string | null; area: string | null }>(
      (given) => `
        WITH ${registerAreas},
        thing AS MATERIALIZED (
          SELECT ${inMetres(given(JSON.stringify(geometry), 'text'))} AS geom, lower(${given(name ?? '', 'text')}) AS name)
        SELECT
          CASE WHEN EXISTS (SELECT FROM address o WHERE o.valid_to IS NULL AND o.street = a.street
            AND o.locality IS NOT DISTINCT FROM a.locality AND o.id <> a.id) THEN a.street END AS street,
          (SELECT area.name FROM address_place ap JOIN area ON area.id = ap.place_id
           WHERE ap.address_id = a.id ORDER BY area.size, area.id LIMIT 1) AS area
        FROM thing CROSS JOIN LATERAL (
          SELECT id, street, locality FROM address
          WHERE valid_to IS NULL AND ST_DWithin(point, thing.geom, ${given(metres, 'float8')})
          ORDER BY CASE WHEN starts_with(thing.name || ' ', lower(street) || ' ') THEN length(street) ELSE 0 END DESC,
            ST_Distance(point, thing.geom), id
          LIMIT 1) a`,
    );
    return { street: row?.street ?? undefined, area: row?.area ?? undefined };
  }

  async municipality(): Promise<string | undefined> {
    const [row] = await this.rows<{ name: string }>(
      () => `SELECT name FROM place WHERE kind = 'municipality' AND valid_to IS NULL ORDER BY id LIMIT 1`,
    );
    return row?.name;
  }

  private rows<Row>(text: (given: Given) => string): Promise<Row[]> {
    const parameters: unknown[] = [];
    const statement = text((value, type) => `$${parameters.push(value)}::${type}`);
    return bounded(this.db, { memory: '64MB', patience }, (tx) => tx.query<Row[]>(statement, parameters));
  }
}

const spaceless = (text: string): string => `replace(lower(${text}), ' ', '')`;
