import { Injectable } from '@nestjs/common';
import { isOutOfTime } from '../../platform/database/bounded.js';
import { Log } from '../../platform/logging/log.js';
import type { AreaAudience } from '../audience.js';
import { audiencesEvents } from '../log-events.js';
import { nameOfFew, nameOfMany, sorted } from './published-name.js';
import type { PublishedArea } from './published-area.js';
import { PublishedNamesRepository } from './published-names.repository.js';

/**
 * Names an area for everybody. Staff's own name of an audience tells addresses and properties, so it is never published.
 * Roles are not told either.
 */
@Injectable()
export class PublishedNames {
  private readonly log = new Log('published-area', audiencesEvents);

  constructor(private readonly names: PublishedNamesRepository) {}

  /** Names a few addresses, or a property, with the streets that may be told. */
  async ofFew(audience: AreaAudience): Promise<Pick<PublishedArea, 'name' | 'streets'>> {
    return this.orMunicipality(async () => {
      const there = await this.names.streetsOf(audience);
      if (there.length === 0) return { name: await this.nameOfMany(audience), streets: [] };
      const areas = await this.names.areasOf(audience);
      // A lone street tells the dwelling.
      const streets = there.filter(({ isLone }) => !isLone).map(({ street }) => street);
      const around = streets.length > 0 || areas.length > 0 ? areas : await this.municipality();
      return {
        name: nameOfFew(
          streets,
          around.map(({ name }) => name),
        ),
        streets: sorted(streets),
      };
    });
  }

  async ofMany(audience: AreaAudience): Promise<string> {
    const { name } = await this.orMunicipality(async () => ({
      name: await this.nameOfMany(audience),
      streets: [],
    }));
    return name;
  }

  /** Undefined if it took too long or failed: then no area can be ruled out. */
  async areasOf(audience: AreaAudience): Promise<string[] | undefined> {
    try {
      return sorted(await this.names.allAreasOf(audience));
    } catch (err) {
      this.notWorkedOut(err);
      return undefined;
    }
  }

  private async nameOfMany({ places = [], polygon, near = [], minus }: AreaAudience): Promise<string> {
    const chosen = await this.names.places(places);
    const dwellings = chosen.filter(({ mayBeTold }) => !mayBeTold).map(({ id }) => id);
    const areas =
      dwellings.length > 0 || polygon
        ? await this.partsOf({
            places: dwellings,
            ...(polygon ? { polygon } : {}),
            ...(minus ? { minus } : {}),
          })
        : [];
    const things = [];
    for (const thing of near) things.push(await this.names.near(thing));
    const told = chosen.filter(({ mayBeTold }) => mayBeTold).map(({ name }) => name);
    const leftOut = await this.names.places(minus?.places ?? []);
    return nameOfMany({
      wholes: [...told, ...areas.filter(({ isWhole }) => isWhole).map(({ name }) => name)],
      parts: areas.filter(({ isWhole }) => !isWhole).map(({ name }) => name),
      near: things,
      without: leftOut
        .filter(({ kind, mayBeTold }) => mayBeTold && (kind === 'area' || kind === 'block'))
        .map(({ name }) => name),
    });
  }

  /** The areas in which the addresses lie; if they lie in none, a part of the municipality. */
  private async partsOf(audience: AreaAudience): Promise<{ name: string; isWhole: boolean }[]> {
    const areas = await this.names.areasOf(audience);
    return areas.length > 0 ? areas : this.municipality();
  }

  private async municipality(): Promise<{ name: string; isWhole: boolean }[]> {
    const name = await this.names.municipality();
    return name === undefined ? [] : [{ name, isWhole: false }];
  }

  /** A submission never fails or waits for a name. */
  private async orMunicipality(
    name: () => Promise<Pick<PublishedArea, 'name' | 'streets'>>,
  ): Promise<Pick<PublishedArea, 'name' | 'streets'>> {
    try {
      return await name();
    } catch (err) {
      this.notWorkedOut(err);
      const parts = (await this.municipality()).map(({ name }) => name);
      return { name: nameOfMany({ wholes: [], parts, near: [], without: [] }), streets: [] };
    }
  }

  private notWorkedOut(err: unknown): void {
    this.log.write(isOutOfTime(err) ? 'published-area.took-too-long' : 'published-area.failed', { err });
  }
}
