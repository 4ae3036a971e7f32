import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import { asOneShape } from '../places/drawn-parts.sql.js';
import type { AreaAudience } from './audience.js';
import { inMetres } from './recipients.sql.js';

/** Milliseconds for a shape: the map is never the only way to see something. */
const patience = 5_000;
/** Metres that the outline on a map may differ. */
const tolerance = 2;

/** The shapes of areas, for a map. Reads only. */
@Injectable()
export class AreaShapes {
  constructor(private readonly db: DataSource) {}

  /** In WGS 84, with its places as they are or were; undefined when nothing of it is left. */
  async of({
    places = [],
    polygon,
    near = [],
    minus,
  }: AreaAudience): Promise<Polygon | MultiPolygon | undefined> {
    const [row] = await bounded(this.db, { memory: '64MB', patience }, (tx) =>
      tx.query<{ shape: Polygon | MultiPolygon | null }[]>(
        `WITH part AS (
           SELECT geom FROM place WHERE id = ANY($1::uuid[])
           UNION ALL SELECT ${asOneShape(inMetres('$2::text'))} WHERE $2::text IS NOT NULL
           UNION ALL
           SELECT ST_Buffer(${inMetres(`thing->>'geometry'`)}, (thing->>'metres')::float8) FROM json_array_elements($3::json) thing),
         whole AS (SELECT ST_Union(geom) AS geom FROM part),
         without AS (SELECT ST_Union(geom) AS geom FROM place WHERE id = ANY($4::uuid[])),
         left_over AS (
           SELECT CASE WHEN without.geom IS NULL THEN whole.geom ELSE ST_Difference(whole.geom, without.geom) END AS geom
           FROM whole, without)
         SELECT ST_AsGeoJSON(ST_Transform(ST_CollectionExtract(ST_SimplifyPreserveTopology(geom, ${tolerance}), 3), 4326), 6)::json AS shape
         FROM left_over WHERE NOT ST_IsEmpty(geom)`,
        [places, polygon ? JSON.stringify(polygon) : null, JSON.stringify(near), minus?.places ?? []],
      ),
    );
    return row?.shape ?? undefined;
  }
}
