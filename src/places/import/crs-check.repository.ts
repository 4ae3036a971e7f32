import type { EntityManager } from 'typeorm';
import { isProjectionFault } from './projection-fault.js';
import { judgeCrs, otherCrsGuesses, type CrsFit, type CrsGuess, type Verdict } from './crs-guess.js';
import type { SampledPosition } from './position-sample.js';
import { measuresTrue } from './reference-check.repository.js';

/**
 * Metres from the known places within which a position counts as `home`, and the least within which it counts as
 * `near`.
 */
const homeMargin = 5000;
const nearMargin = 50_000;

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A layer whose coordinates may be meant in another way. */
export interface DoubtedLayer {
  readonly name: string;
  readonly srid: number;
  readonly metric: number;
  readonly positions: readonly SampledPosition[];
  /** The profile gives its reference (CRS). */
  readonly decided: boolean;
  /** Most of it lies outside the area in which it can be imported. */
  readonly outside: boolean;
}

/**
 * Compares where a layer lies with all known places, and with where it would lie if its coordinates were read
 * otherwise.
 */
export class CrsCheck {
  async judge(layer: DoubtedLayer, tx: EntityManager): Promise<Verdict> {
    const { srid, metric, positions, outside } = layer;
    if (positions.length === 0) return 'as-given';
    const known = await this.known(layer.name, tx);
    if (!known && !outside) return 'as-given';
    const landing = (reading: CrsGuess) => this.landing(reading, positions, metric, known, tx);
    const given = await landing({ srid, swapped: false });
    if (given.near >= 0.5 && !outside) return 'as-given';
    const others: CrsFit[] = [];
    for (const reading of otherCrsGuesses(srid, metric)) others.push(await landing(reading));
    const decided = layer.decided && !outside;
    return judgeCrs(given, others, { known: known !== undefined, decided });
  }

  /** The extent of all current places and of this import's other layers so far. */
  private async known(layer: string, tx: EntityManager): Promise<Box | undefined> {
    const [box] = await tx.query<(Box | Record<keyof Box, null>)[]>(
      `SELECT ST_XMin(b) AS west, ST_YMin(b) AS south, ST_XMax(b) AS east, ST_YMax(b) AS north
       FROM (SELECT ST_Extent(geom) AS b
             FROM (SELECT geom FROM place WHERE valid_to IS NULL
                   UNION ALL SELECT geom FROM incoming_place WHERE layer <> $1) shape) extent`,
      [layer],
    );
    return box!.west === null ? undefined : box;
  }

  /**
   * PROJ throws an error at absurd coordinates, which would end the import. The savepoint turns that into: nothing is
   * near.
   */
  private async landing(
    reading: CrsGuess,
    positions: readonly SampledPosition[],
    metric: number,
    known: Box | undefined,
    tx: EntityManager,
  ): Promise<CrsFit> {
    await tx.query('SAVEPOINT reading');
    try {
      const [shares] = await tx.query<{ home: number; near: number }[]>(landingSql(metric, known), [
        positions.map((position) => position[reading.swapped ? 1 : 0]),
        positions.map((position) => position[reading.swapped ? 0 : 1]),
        reading.srid,
        ...(known ? [known.west, known.south, known.east, known.north] : []),
      ]);
      await tx.query('RELEASE SAVEPOINT reading');
      return { ...reading, ...shares! };
    } catch (error) {
      if (!isProjectionFault(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT reading');
      return { ...reading, home: 0, near: 0 };
    }
  }
}

function landingSql(metric: number, known: Box | undefined): string {
  const margin = `ST_MakeEnvelope($4::float8, $5::float8, $6::float8, $7::float8, ${metric})`;
  const within = (metres: string): string => `point && ST_Expand(${margin}, ${metres})`;
  const wide = `greatest(${nearMargin}, $6::float8 - $4::float8, $7::float8 - $5::float8)`;
  const [home, near] = known
    ? [within(String(homeMargin)), within(wide)]
    : [
        measuresTrue('ST_X(point)', 'ST_Y(point)', metric),
        measuresTrue('ST_X(point)', 'ST_Y(point)', metric),
      ];
  return `
    SELECT avg((${home})::int)::float8 AS home, avg((${near})::int)::float8 AS near
    FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(x, y), $3::int), ${metric}) AS point
          FROM unnest($1::float8[], $2::float8[]) AS given (x, y) OFFSET 0) moved`;
}
