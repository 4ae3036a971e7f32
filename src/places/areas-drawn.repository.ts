import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { staffSource } from '../kernel/reserved-sources.js';
import { bounded, isOutOfTime } from '../platform/database/bounded.js';
import { DrawingTooComplex } from './drawn-geometry.js';
import { asOneShape } from './drawn-parts.sql.js';

/** Statement timeout in milliseconds. Without an answer the writer names the place. */
const patienceMs = 5_000;

export interface AreasDrawn {
  /** Most addresses first. */
  readonly areas: readonly {
    readonly id: string;
    readonly name: string;
    /** Whether all of its addresses are in the drawing. */
    readonly isWhole: boolean;
  }[];
  /** Whether some addresses of the drawing are in no area: then the areas' names are not all of it. */
  readonly elsewhere: boolean;
}

/** The residential areas that a drawing has addresses of, so that a text can name what was drawn. */
@Injectable()
export class AreasDrawnRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * By addresses, not by square metres: whoever has no neighbour in the drawing doesn't count. Reads only.
   *
   * @param polygon WGS 84, checked by `DrawnGeometries`
   * @throws audience.drawing-too-complex
   */
  async in(polygon: Polygon | MultiPolygon): Promise<AreasDrawn> {
    try {
      return await bounded(this.db, { patience: patienceMs }, async (tx) => {
        const [row] = await tx.query<[AreasDrawn]>(
          `WITH drawn AS MATERIALIZED (
             SELECT ST_Transform(${asOneShape('ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)')},
               Find_SRID('public', 'address', 'point')) AS geom
           ),
           inside AS MATERIALIZED (
             SELECT a.id FROM address a, drawn WHERE a.valid_to IS NULL AND ST_Covers(drawn.geom, a.point)
           ),
           of_area AS MATERIALIZED (
             SELECT ap.address_id, p.id, p.name FROM inside
             JOIN address_place ap ON ap.address_id = inside.id JOIN place p ON p.id = ap.place_id
             WHERE p.kind = 'area' AND p.source <> $2 AND p.valid_to IS NULL
           ),
           touched AS (SELECT id, name, count(*) AS addresses FROM of_area GROUP BY id, name)
           SELECT
             coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name, 'isWhole', addresses = (
                 SELECT count(*) FROM address_place ap JOIN address a ON a.id = ap.address_id
                 WHERE ap.place_id = touched.id AND a.valid_to IS NULL)) ORDER BY addresses DESC, name)
               FROM touched), '[]') AS areas,
             EXISTS (SELECT FROM inside WHERE NOT EXISTS (
               SELECT FROM of_area WHERE address_id = inside.id)) AS elsewhere`,
          [JSON.stringify(polygon), staffSource],
        );
        return row;
      });
    } catch (error) {
      if (isOutOfTime(error)) throw DrawingTooComplex();
      throw error;
    }
  }
}
