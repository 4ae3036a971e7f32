import { Injectable } from '@nestjs/common';
import type { AreaAudience } from '../audience.js';
import { fewestAddresses, type PublishedArea } from './published-area.js';
import { PublishedAreasRepository } from './published-areas.repository.js';
import { PublishedNames } from './published-names.js';
import { PublishedPolygons } from './published-polygons.js';

/** From so many addresses it is quicker to look up those outside than those inside. */
const manyAddresses = 20_000;

/** Works out where the pages and feeds say that an alert is. */
@Injectable()
export class PublishedAreas {
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
    const isLarge = await this.areas.hasAddresses(audience, manyAddresses);
    return { name: await this.names.ofMany(audience), areas, ...(await this.polygons.of(audience, isLarge)) };
  }

  private async isSmall(audience: AreaAudience): Promise<boolean> {
    return !(await this.areas.hasAddresses(audience, fewestAddresses)) || this.areas.isOneProperty(audience);
  }
}
