import { Injectable } from '@nestjs/common';
import type { Geometry } from 'geojson';
import { DataSource } from 'typeorm';
import { mostOutside, PolygonInvalid, PolygonOutside } from './drawn-geometry.js';
import { foldForSearch } from './search/fold-for-search.js';

/** Metres from a thing to what it is named after: a leak is not at the door. */
const nearby = 200;

interface NamedThing {
  /** WGS 84, its coordinates read already. */
  readonly geometry: Geometry;
  readonly name?: string;
}

/** What PostGIS thinks of what somebody drew. Reads only. */
@Injectable()
export class DrawnGeometries {
  constructor(private readonly db: DataSource) {}

  /**
   * @param geometry WGS 84, its coordinates read already
   * @throws audience.polygon-invalid, audience.outside-municipality
   */
  async check(geometry: Geometry): Promise<void> {
    const geojson = JSON.stringify(geometry);
    const [fault] = await this.db.query<{ reason: string; x: number | null; y: number | null }[]>(
      `SELECT d.reason, ST_X(d.location) AS x, ST_Y(d.location) AS y
       FROM ST_IsValidDetail(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326)) d WHERE NOT d.valid`,
      [geojson],
    );
    if (fault) {
      const { reason, x, y } = fault;
      throw PolygonInvalid({ reason, at: x !== null && y !== null ? [x, y] : undefined });
    }
    const outside = await this.shareOutside(geojson);
    if (outside > mostOutside) throw PolygonOutside({ outside: Math.round(outside * 100) / 100 });
  }

  /** Of each thing whether a current address or place that is called as it says lies nearby, or holds it. */
  async areNamedTruly(things: readonly NamedThing[]): Promise<boolean[]> {
    const called = things.map(({ name = '' }) => foldForSearch(name) || null);
    // The name of an address is a part of what it is searched by, which its locality ends. The fences (OFFSET 0) are
    // against a spatial join, for which the embedded PostGIS may return a number that PostgreSQL refuses.
    const found = await this.db.query<{ nth: number; name: string; search: string }[]>(
      `SELECT thing.nth, near.name, near.search_name AS search
       FROM (
         SELECT nth::int, called, ST_Transform(
           ST_SetSRID(ST_GeomFromGeoJSON(geojson), 4326), Find_SRID('public', 'address', 'point')) AS geom
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS given (geojson, called, nth) OFFSET 0
       ) thing
       CROSS JOIN LATERAL (
         SELECT concat_ws(' ', street, nullif(number, '')) AS name, search_name FROM address
         WHERE valid_to IS NULL AND starts_with(search_name, thing.called) AND ST_DWithin(point, thing.geom, $3)
         UNION ALL
         SELECT name, search_name FROM place
         WHERE valid_to IS NULL AND search_name = thing.called AND ST_DWithin(geom, thing.geom, $3) OFFSET 0
       ) near`,
      [things.map(({ geometry }) => JSON.stringify(geometry)), called, nearby],
    );
    return called.map((name, at) =>
      found.some(
        (near) => near.nth === at + 1 && (near.search === name || foldForSearch(near.name) === name),
      ),
    );
  }

  /**
   * How much of it lies outside the municipality, 0-1, by area, length or number: outside all current municipality places
   * together, or, where none was imported, outside the extent of all places.
   */
  private async shareOutside(geojson: string): Promise<number> {
    const [cover] = await this.db.query<{ outside: number | null }[]>(
      `WITH home AS (
         SELECT COALESCE(
           (SELECT ST_Union(geom) FROM place WHERE kind = 'municipality' AND valid_to IS NULL),
           (SELECT ST_SetSRID(ST_Extent(geom)::geometry, Find_SRID('public', 'place', 'geom')) FROM place WHERE valid_to IS NULL)
         ) AS geom
       ),
       here AS (SELECT ST_Transform(geom, 4326) AS geom FROM home),
       drawn AS (SELECT ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326) AS geom),
       inside AS (SELECT ST_Intersection(drawn.geom, here.geom) AS geom FROM drawn, here)
       SELECT 1 - CASE ST_Dimension(drawn.geom)
         WHEN 2 THEN ST_Area(inside.geom) / NULLIF(ST_Area(drawn.geom), 0)
         WHEN 1 THEN ST_Length(inside.geom) / NULLIF(ST_Length(drawn.geom), 0)
         ELSE ST_NPoints(inside.geom)::float8 / ST_NPoints(drawn.geom) END AS outside
       FROM drawn, inside`,
      [geojson],
    );
    return cover?.outside ?? 1;
  }
}
