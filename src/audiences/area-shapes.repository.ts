import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import { areaShapeSql, asMapShape } from './area-shape.sql.js';
import type { AreaAudience } from './audience.js';

/** Milliseconds for a shape: the map is never the only way to see something. */
const patience = 5_000;

/** The shapes of areas, for a map. Reads only. */
@Injectable()
export class AreaShapes {
  constructor(private readonly db: DataSource) {}

  /** In WGS 84, with its places as they are or were; undefined when nothing of it is left. */
  async of(audience: AreaAudience): Promise<Polygon | MultiPolygon | undefined> {
    const parameters: unknown[] = [];
    const shape = areaShapeSql(audience, (value, type) => `$${parameters.push(value)}::${type}`);
    const [row] = await bounded(this.db, { memory: '64MB', patience }, (tx) =>
      tx.query<{ shape: Polygon | MultiPolygon | null }[]>(
        `WITH ${shape} SELECT ${asMapShape('geom')} AS shape FROM left_over WHERE NOT ST_IsEmpty(geom)`,
        parameters,
      ),
    );
    return row?.shape ?? undefined;
  }
}
