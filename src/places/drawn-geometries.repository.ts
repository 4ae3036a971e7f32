import { Injectable } from '@nestjs/common';
import type { Geometry } from 'geojson';
import { DataSource, type EntityManager } from 'typeorm';
import { bounded, isGeosFault, isOutOfTime } from '../platform/database/bounded.js';
import { DrawingTooComplex, maxOutside, PolygonInvalid, PolygonOutside } from './drawn-geometry.js';
import { foldForSearch } from './search/fold-for-search.js';

/** Statement timeout in milliseconds. A person waits for the answer, and other requests wait behind it. */
const patienceMs = 5_000;

/** Metres from a thing to the address or place it is named after: a leak is not at the door. */
const nearby = 200;

interface NamedThing {
  /** WGS 84; its coordinates are already checked. */
  readonly geometry: Geometry;
  readonly name?: string;
}

/** Lets PostGIS check what somebody drew. Reads only. */
@Injectable()
export class DrawnGeometries {
  constructor(private readonly db: DataSource) {}

  /**
   * @param geometries WGS 84; their coordinates are already checked
   * @throws audience.polygon-invalid, audience.outside-municipality, audience.drawing-too-complex
   */
  async check(geometries: readonly Geometry[]): Promise<void> {
    if (geometries.length === 0) return;
    const drawn = geometries.map((geometry) => JSON.stringify(geometry));
    try {
      await bounded(this.db, { patience: patienceMs }, async (tx) => {
        await this.requireValid(drawn, tx);
        const outside = await this.maxShareOutside(drawn, tx);
        if (outside > maxOutside) throw PolygonOutside({ outside: Math.round(outside * 100) / 100 });
      });
    } catch (error) {
      if (isOutOfTime(error) || isGeosFault(error)) throw DrawingTooComplex();
      throw error;
    }
  }

  /** Checks each part alone: parts may overlap or share an edge, and are later merged to one shape. */
  private async requireValid(drawn: readonly string[], tx: EntityManager): Promise<void> {
    const [fault] = await tx.query<{ reason: string; x: number | null; y: number | null }[]>(
      `SELECT d.reason, ST_X(d.location) AS x, ST_Y(d.location) AS y
       FROM unnest($1::text[]) geojson
       CROSS JOIN LATERAL ST_Dump(ST_SetSRID(ST_GeomFromGeoJSON(geojson), 4326)) part
       CROSS JOIN LATERAL ST_IsValidDetail(part.geom) d WHERE NOT d.valid LIMIT 1`,
      [drawn],
    );
    if (!fault) return;
    const { reason, x, y } = fault;
    throw PolygonInvalid({ reason, at: x !== null && y !== null ? [x, y] : undefined });
  }

  /** For each thing: whether a current address or place with its name is nearby, or holds it. */
  async areNamedTruly(things: readonly NamedThing[]): Promise<boolean[]> {
    const called = things.map(({ name = '' }) => foldForSearch(name) || null);
    // An address's search name begins with its name, and ends with its locality. The fences (OFFSET 0) prevent a
    // spatial join, for which the embedded PostGIS may return a number that PostgreSQL refuses.
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
   * For the geometry that lies farthest outside: the share of it, 0-1, that is outside the municipality, by area,
   * length or number of points. The municipality is the union of all current municipality places or, if none was
   * imported, the extent of all places.
   *
   * If the rectangle shows that a geometry is outside, nothing more is compared. The others are compared part by part:
   * an overlay of all at once would first cut each line by each other line, and thousands of them take minutes.
   */
  private async maxShareOutside(drawn: readonly string[], tx: EntityManager): Promise<number> {
    const size = (geom: string): string => `CASE ST_Dimension(part.geom)
      WHEN 2 THEN ST_Area(${geom}) WHEN 1 THEN ST_Length(${geom}) ELSE ST_NPoints(${geom}) END`;
    const [row] = await tx.query<{ outside: number | null }[]>(
      `WITH home AS (
         SELECT ST_Transform(COALESCE(
           (SELECT ST_Union(geom) FROM place WHERE kind = 'municipality' AND valid_to IS NULL),
           (SELECT ST_SetSRID(ST_Extent(geom)::geometry, Find_SRID('public', 'place', 'geom')) FROM place WHERE valid_to IS NULL)
         ), 4326) AS geom
       ),
       part AS MATERIALIZED (
         SELECT nth, dumped.geom
         FROM unnest($1::text[]) WITH ORDINALITY AS given (geojson, nth)
         CROSS JOIN LATERAL ST_Dump(ST_SetSRID(ST_GeomFromGeoJSON(geojson), 4326)) dumped
       ),
       -- About ten metres more than the rectangle: a clip along a drawing's own edges may lose all of it (GEOS).
       clipped AS MATERIALIZED (
         SELECT nth, part.geom, ${size('part.geom')} AS whole, ${size('ST_ClipByBox2D(part.geom, ST_Expand(home.geom::box2d, 0.0001))')} AS within
         FROM part, home
       ),
       roughly AS MATERIALIZED (
         SELECT nth, 1 - sum(within) / NULLIF(sum(whole), 0) AS outside FROM clipped GROUP BY nth
       ),
       -- Only if the clip by the rectangle has shown no drawing to be outside.
       exactly AS (
         SELECT nth, 1 - sum(CASE
             WHEN within = 0 THEN 0
             WHEN ST_Covers(home.geom, part.geom) THEN whole
             ELSE ${size('ST_Intersection(part.geom, home.geom)')} END) / NULLIF(sum(whole), 0) AS outside
         FROM clipped part, home
         WHERE NOT EXISTS (SELECT FROM roughly WHERE outside > $2 OR outside IS NULL) GROUP BY nth
       )
       SELECT max(COALESCE(outside, 1)) AS outside FROM (SELECT * FROM exactly UNION ALL SELECT * FROM roughly) seen`,
      [drawn, maxOutside],
    );
    return row?.outside ?? 1;
  }
}
