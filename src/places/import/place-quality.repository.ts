import type { EntityManager } from 'typeorm';
import { firstPerReasonSql, type NotedRow } from './import-notes.js';

/** Less than this is no plot of land but what a clumsy cut left over, in square metres. */
const smallestArea = 1;

/** Nor is what is narrower than this on average, in metres: twice the area by the length of its border. */
const smallestWidth = 0.2;

/** Neighbours are drawn over each other by millimetres everywhere; deeper than this, in metres, somebody drew wrong … */
const deepest = 0.1;

/** … where it is more than so many square metres, and so large a share of the smaller one. */
const maxOverlapSquareMetres = 1;
const maxOverlapShare = 0.01;

/** How many neighbours are looked at; a place drawn over a whole town would have as many as the town. */
const maxNeighbours = 50;

/** Places at a time that the embedded database can look at. */
const maxOnEmbedded = 10_000;

/** What is odd about the places that an import adds or changes: they are taken all the same, and told of. */
export class PlaceQuality {
  /** Those too small or too narrow to be meant. */
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
   * Those that lie over a neighbour of their kind. Each is drawn in a little first, so that of all the neighbours that
   * share a border with it only those are left, by a look at an index, which it truly covers; the embedded PostGIS must
   * not be asked how many that will be (OFFSET 0). After the places were applied. None are told of where the embedded
   * database would be asked for a whole city's.
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
                   -- Of two new ones the pair is told of once.
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

  /** The embedded PostGIS, which is the one built without protobuf, ends such a statement halfway without a word. */
  private async isTooMuch(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ much: boolean }[]>(
      `SELECT postgis_libprotobuf_version() IS NULL AND count(*) > ${maxOnEmbedded} AS much
       FROM ready_place WHERE outcome IN ('new', 'changed')`,
    );
    return row!.much;
  }
}
