import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BoundingBox } from '../place-queries.repository.js';

export interface MapExtent {
  /** The extent of all that can be drawn, in WGS 84. */
  readonly box: BoundingBox;
  /** EPSG code of the metric geometry. */
  readonly srid: number;
  /** Whether the simplified shapes for low zooms exist. */
  readonly hasOverview: boolean;
}

/** The area in which there is anything to draw. */
@Injectable()
export class MapExtentRepository {
  private known?: MapExtent & { readonly version: string };

  constructor(private readonly db: DataSource) {}

  /**
   * @param version of the data: the extent is cached as long as it is the same
   * @returns undefined before the first import
   */
  async everythingDrawn(version: string): Promise<MapExtent | undefined> {
    if (this.known?.version === version) return this.known;
    const [drawn] = await this.db.query<MapExtent[]>(
      `WITH extent AS (
         SELECT geom AS around, ST_SRID(geom) AS srid, true AS "hasOverview" FROM map_overview WHERE layer = 'extent'
         UNION ALL
         -- Before an import has stored the extent.
         SELECT ST_SetSRID(ST_Extent(geom)::geometry, min(ST_SRID(geom))), min(ST_SRID(geom)), false
         FROM (SELECT geom FROM place WHERE valid_to IS NULL UNION ALL SELECT geom FROM map_feature) shape
         WHERE NOT EXISTS (SELECT FROM map_overview WHERE layer = 'extent')
       ), wgs AS (
         SELECT srid, "hasOverview", Box2D(ST_Transform(ST_Segmentize(around, greatest(ST_Perimeter(around) / 64, 1)), 4326)) AS b
         FROM extent
       )
       SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)) AS box, srid, "hasOverview" FROM wgs WHERE b IS NOT NULL`,
    );
    if (drawn) this.known = { ...drawn, version };
    return drawn;
  }
}
