import { Injectable } from '@nestjs/common';
import type { Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { bounded } from '../../platform/database/bounded.js';
import type { AreaAudience } from '../audience.js';
import { addressesOf, inMetres } from '../recipients.sql.js';
import { shapesSql, thinnedSql } from './published-shape.sql.js';

/** A polygon that is to be published, and how much it may be thinned. */
export interface Candidate {
  /** In the metric reference, as hex EWKB. */
  readonly shape: string;
  /** Metres that it may deviate. */
  readonly tolerance: number;
}

interface Thinned {
  readonly index: number;
  /** Nobody moved in or out by thinning, and all polygons are whole. */
  readonly isKept: boolean;
  readonly polygons: readonly Polygon[];
}

/** A million addresses are compared in memory. */
const memory = '128MB';

/** The shapes of areas that are to be published. Reads only; each statement runs at most `patience` milliseconds. */
@Injectable()
export class PublishedShapes {
  constructor(private readonly db: DataSource) {}

  /** The polygons of an area, each with the tolerance to begin with. They may still have holes. */
  async of(audience: AreaAudience, patience: number): Promise<Candidate[]> {
    return this.query(patience, (given) => shapesSql(audience, given));
  }

  /** @returns what became of each candidate, in the same order */
  async thin(audience: AreaAudience, candidates: readonly Candidate[], patience: number): Promise<Thinned[]> {
    return this.query(patience, (given) => thinnedSql(audience, JSON.stringify(candidates), given));
  }

  /** The streets of the addresses that are meant and lie in none of the polygons. */
  async streetsOutside(
    audience: AreaAudience,
    polygons: readonly Polygon[],
    patience: number,
  ): Promise<string[]> {
    const rows = await this.query<{ street: string }>(
      patience,
      (given) => `
        WITH inside AS MATERIALIZED (
          SELECT ST_Buffer(${inMetres('p::text')}, -0.05) AS geom
          FROM json_array_elements(${given(JSON.stringify(polygons), 'json')}) p),
        covered AS (
          SELECT a.id FROM inside CROSS JOIN LATERAL (
            SELECT id FROM address WHERE valid_to IS NULL AND ST_Covers(inside.geom, point) OFFSET 0) a)
        SELECT DISTINCT a.street
        FROM ((${addressesOf(audience, given)}) EXCEPT SELECT id FROM covered) o JOIN address a ON a.id = o.address_id`,
    );
    return rows.map(({ street }) => street);
  }

  private query<Row>(
    patience: number,
    text: (given: (value: unknown, type: string) => string) => string,
  ): Promise<Row[]> {
    const parameters: unknown[] = [];
    const statement = text((value, type) => `$${parameters.push(value)}::${type}`);
    return bounded(this.db, { memory, patience: Math.ceil(patience) }, (tx) =>
      tx.query<Row[]>(statement, parameters),
    );
  }
}
