import { Injectable } from '@nestjs/common';
import type { Polygon } from 'geojson';
import { isOutOfTime } from '../../platform/database/bounded.js';
import { Log } from '../../platform/logging/log.js';
import type { AreaAudience } from '../audience.js';
import { audiencesEvents } from '../log-events.js';
import { sorted } from './published-name.js';
import type { PublishedArea } from './published-area.js';
import { tolerances } from './published-shape.sql.js';
import { PublishedShapes, type Candidate } from './published-shapes.repository.js';

/** Milliseconds for all polygons of an area: a submission waits for them. */
const patience = 6_000;

const nothing = { polygons: [], streets: [] } as const;

/**
 * Works out the polygons of an area. Each is thinned as far as it must be, or less, until nobody moves in or out; the
 * database judges that.
 */
@Injectable()
export class PublishedPolygons {
  private readonly log = new Log('published-area', audiencesEvents);

  constructor(private readonly shapes: PublishedShapes) {}

  /**
   * @param mostOutside with more addresses outside the polygons, it is quicker to compare all that are meant
   * @returns no polygons and no streets if it took too long or failed: the place is then said in words
   */
  async of(
    audience: AreaAudience,
    mostOutside = 20_000,
  ): Promise<Pick<PublishedArea, 'polygons' | 'streets'>> {
    try {
      return await this.workOut(audience, mostOutside, performance.now());
    } catch (err) {
      this.log.write(isOutOfTime(err) ? 'published-area.took-too-long' : 'published-area.failed', { err });
      return nothing;
    }
  }

  private async workOut(
    audience: AreaAudience,
    mostOutside: number,
    began: number,
  ): Promise<Pick<PublishedArea, 'polygons' | 'streets'>> {
    // A timeout of 0 would be none.
    const left = (): number => Math.max(1, began + patience - performance.now());
    const polygons: Polygon[] = [];
    let candidates: Candidate[] = await this.shapes.of(audience, left());
    while (candidates.length > 0) {
      const thinned = await this.shapes.thin(audience, candidates, left());
      for (const { isKept, polygons: some } of thinned) if (isKept) polygons.push(...some);
      candidates = thinned.flatMap(({ isKept, index }) => (isKept ? [] : lessThinned(candidates[index]!)));
    }
    const { streets, isTrue } = await this.shapes.judge(audience, polygons, mostOutside, left());
    if (!isTrue) throw new Error('an address that is left out lies in a polygon');
    return { polygons, streets: sorted(streets) };
  }
}

/** None after the last: then its addresses are stated by their streets. */
function lessThinned({ shape, tolerance }: Candidate): Candidate[] {
  const next = tolerances.find((smaller) => smaller < tolerance);
  return next === undefined ? [] : [{ shape, tolerance: next }];
}
