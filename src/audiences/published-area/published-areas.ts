import { Injectable } from '@nestjs/common';
import { AreaShapes } from '../area-shapes.repository.js';
import type { AreaAudience } from '../audience.js';
import { AudiencesRepository } from '../audiences.repository.js';
import type { PublishedArea } from './published-area.js';
import { PublishedAreasRepository } from './published-areas.repository.js';

/** With fewer addresses the place is only said in words, and is not published unless somebody says so. */
export const fewestAddresses = 20;

/** Works out where the pages and feeds say that an alert is. */
@Injectable()
export class PublishedAreas {
  constructor(
    private readonly areas: PublishedAreasRepository,
    private readonly audiences: AudiencesRepository,
    private readonly shapes: AreaShapes,
  ) {}

  /** Yes for an area, no for a property or a few addresses. */
  async isPublicByDefault(audience: AreaAudience): Promise<boolean> {
    return !(await this.isSmall(audience));
  }

  async of(audience: AreaAudience): Promise<PublishedArea> {
    const isSmall = await this.isSmall(audience);
    const shape = isSmall ? undefined : await this.shapes.of(audience);
    const polygons = shape?.type === 'Polygon' ? [shape] : [];
    return { name: await this.audiences.nameOf(audience), streets: [], polygons };
  }

  private async isSmall(audience: AreaAudience): Promise<boolean> {
    return (await this.areas.addressesIn(audience)) < fewestAddresses || this.areas.isOneProperty(audience);
  }
}
