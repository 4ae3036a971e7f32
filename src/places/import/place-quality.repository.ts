import type { EntityManager } from 'typeorm';
import { firstPerReasonSql, type NotedRow } from './import-notes.js';

/** Square metres. Anything smaller is no plot of land, but left over from a clumsy cut. */
const smallestArea = 1;

/** Metres, on average: twice the area divided by the length of the border. Anything narrower is no plot either. */
const smallestWidth = 0.2;

/** Metres. Neighbours overlap by millimetres everywhere; an overlap deeper than this is a drawing error … */
const deepest = 0.1;

/** … if it is more than this many square metres, and more than this share of the smaller place. */
const maxOverlapSquareMetres = 1;
const maxOverlapShare = 0.01;

/** Most neighbours that are compared with a place. A place drawn over a whole town would have as many as the town. */
const maxNeighbours = 50;

/** Most places that the embedded database can compare at a time. */
const maxOnEmbedded = 10_000;

/** Finds odd shapes among the places that an import adds or changes. They are imported all the same, and reported. */
export class PlaceQuality {
  /** Places too small or too narrow to be intended. */
  async slivers(tx: EntityManager): Promise<NotedRow[]> {
    return tx.query<NotedRow[]>(
      firstPerReasonSql(`SELECT layer, row, key, 'sliver' AS code,
                round(area::numeric, 2) || ' m², ' || round(width::numeric, 2) || ' m' AS detail
         FROM (SELECT layer, row, key, ST_Area(geom) AS area, 2 * ST_Area(geom) / ST_Perimeter(geom) AS width
               FROM ready_place WHERE outcome IN ('new', 'changed') AND kind <> 'municipality') measured
         WHERE area < ${smallestArea} OR width < ${smallestWidth}`),
    );
  }

  /**
   * Places that overlap a neighbour of their kind. Run it after the places were applied.
   *
   * Each place is first shrunk a little, so that the index finds only neighbours that it really covers, not all that
   * share a border with it. The fence (OFFSET 0) keeps the embedded PostGIS from estimating how many there are.
   *
   * On the embedded database, nothing is reported for the places of a whole city: see `isTooMuch`.
   */
  async overlaps(source: string, tx: EntityManager): Promise<NotedRow[]> {
    if (await this.isTooMuch(tx)) return [];
    return tx.query<NotedRow[]>(
      firstPerReasonSql(`SELECT r.layer, r.row, r.key, 'overlap' AS code,
                other.name || ': ' || round(other.overlap::numeric, 1) || ' m²' AS detail
         FROM (SELECT *, ST_Buffer(geom, -${deepest}, 'quad_segs=1 join=mitre') AS core FROM ready_place
               WHERE outcome IN ('new', 'changed') AND kind IN ('property', 'block', 'area') OFFSET 0) r
         CROSS JOIN LATERAL (
           SELECT near.name, ST_Area(ST_Intersection(r.geom, near.geom)) AS overlap,
                  least(ST_Area(r.geom), ST_Area(near.geom)) AS smaller
           FROM (SELECT p.name, p.geom FROM place p
                 WHERE p.geom && r.core AND p.valid_to IS NULL AND p.kind = r.kind AND p.source = $1 AND p.id <> r.id
                   -- A pair of two new places is reported once.
                   AND NOT EXISTS (SELECT FROM ready_place twin WHERE twin.kind = p.kind AND twin.key = p.source_key
                                     AND twin.outcome IN ('new', 'changed') AND twin.key > r.key)
                   AND ST_Intersects(r.core, p.geom)
                 LIMIT ${maxNeighbours}) near
           OFFSET 0
         ) other
         WHERE other.overlap > ${maxOverlapSquareMetres} AND other.overlap > ${maxOverlapShare} * other.smaller`),
      [source],
    );
  }

  /**
   * The embedded PostGIS is the one built without protobuf. It ends a statement over so many places halfway, without an
   * error.
   */
  private async isTooMuch(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ much: boolean }[]>(
      `SELECT postgis_libprotobuf_version() IS NULL AND count(*) > ${maxOnEmbedded} AS much
       FROM ready_place WHERE outcome IN ('new', 'changed')`,
    );
    return row!.much;
  }
}
