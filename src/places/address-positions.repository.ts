import { Injectable } from '@nestjs/common';
import type { Polygon } from 'geojson';
import { DataSource } from 'typeorm';

export interface AddressPosition {
  readonly id: string;
  readonly street: string;
  /** The shapes that it lies in, by their position in what was asked. A point on a border lies in it. */
  readonly within: readonly number[];
}

/** Says where current addresses are in relation to shapes. */
@Injectable()
export class AddressPositions {
  constructor(private readonly db: DataSource) {}

  /** @param shapes in WGS 84 */
  async of(addressIds: readonly string[], shapes: readonly Polygon[]): Promise<AddressPosition[]> {
    return this.db.query(
      `WITH shape AS MATERIALIZED (
         SELECT nth::int - 1 AS nth, ST_SetSRID(ST_GeomFromGeoJSON(json), 4326) AS geom
         FROM unnest($2::text[]) WITH ORDINALITY AS s (json, nth)
       )
       SELECT a.id, a.street, coalesce(
         (SELECT array_agg(nth) FROM shape WHERE ST_Covers(geom, ST_Transform(a.point, 4326))), '{}') AS within
       FROM address a WHERE a.id = ANY($1::uuid[]) AND a.valid_to IS NULL`,
      [addressIds, shapes.map((shape) => JSON.stringify(shape))],
    );
  }
}
