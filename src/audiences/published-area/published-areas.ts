import { Injectable } from '@nestjs/common';
import { isOutOfTime } from '../../platform/database/bounded.js';
import { Log } from '../../platform/logging/log.js';
import type { AreaAudience } from '../audience.js';
import { audiencesEvents } from '../log-events.js';
import { fewestAddresses, type PublishedArea } from './published-area.js';
import { PublishedAreasRepository } from './published-areas.repository.js';
import { PublishedNames } from './published-names.js';
import { PublishedPolygons } from './published-polygons.js';

/** Works out where the pages and feeds say that an alert is. */
@Injectable()
export class PublishedAreas {
  private readonly log = new Log('published-area', audiencesEvents);

  constructor(
    private readonly areas: PublishedAreasRepository,
    private readonly names: PublishedNames,
    private readonly polygons: PublishedPolygons,
  ) {}

  /** Yes for an area, no for a property or a few addresses. */
  async isPublicByDefault(audience: AreaAudience): Promise<boolean> {
    return !(await this.isSmall(audience));
  }

  /** It never fails because a shape or a name is hard to work out: then it says less. */
  async of(audience: AreaAudience): Promise<PublishedArea> {
    const areas = await this.names.areasOf(audience);
    if (await this.isSmall(audience)) return { ...(await this.names.ofFew(audience)), areas, polygons: [] };
    return { name: await this.names.ofMany(audience), areas, ...(await this.polygons.of(audience)) };
  }

  /** What can't be counted in time tells as little as a few addresses. */
  private async isSmall(audience: AreaAudience): Promise<boolean> {
    try {
      return (
        !(await this.areas.hasAddresses(audience, fewestAddresses)) ||
        (await this.areas.isOneProperty(audience))
      );
    } catch (err) {
      if (!isOutOfTime(err)) throw err;
      this.log.write('published-area.took-too-long', { err });
      return true;
    }
  }
}
