import { GeneratedNumbers } from '../phone-numbers.js';
import { Prng } from '../prng.js';
import type { MultiPolygon, Position } from '../synthetic-municipality.js';
import { addressKeyOf, phonesAt, type CountyPhone } from './county-phones.js';
import { lotsAcross, lotsInBlock, planCounty, type CountyPlan, type CountySize } from './county-plan.js';
import {
  blockShape,
  columnOf,
  countyShape,
  districtShape,
  lotShape,
  middleOf,
  pointInLot,
  rowOf,
  type BlockSite,
} from './county-shapes.js';
import { spread } from './spread.js';

export interface CountyPlace {
  readonly key: string;
  readonly name: string;
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon };
}

export interface CountyAddress {
  readonly key: string;
  readonly street: string;
  /** `12 B` */
  readonly number: string;
  readonly postalCode: string;
  readonly locality: string;
  readonly propertyKey: string;
  readonly point: { readonly type: 'Point'; readonly coordinates: Position };
}

const shares = { withoutAddress: 0.08, withoutPhone: 0.04, holes: 0.01, pieces: 0.03 } as const;

/**
 * A made-up county of any size, generated row by row, with exactly the given numbers of properties, addresses and
 * phones. It is simple, a grid of villa districts, while the demo's municipality is drawn with care. The same size and
 * seed give the same rows. Nothing is kept, so a million rows take no more memory than a thousand. In SWEREF 99 TM
 * (EPSG:3006).
 */
export class County {
  private readonly plan: CountyPlan;

  /** @param size at least as many addresses as there are blocks (of twenty properties) */
  constructor(private readonly size: CountySize) {
    this.plan = planCounty(size);
  }

  get municipality(): CountyPlace {
    const { corner, side } = this.plan;
    return placeOf('county', 'Norrlands län', [countyShape(corner, side, this.chance('border'))]);
  }

  *areas(): Generator<CountyPlace> {
    for (const district of this.plan.districts)
      yield placeOf(district.name, district.name, [
        districtShape(district, this.chance(`area ${district.name}`)),
      ]);
  }

  *blocks(): Generator<CountyPlace> {
    for (const site of this.sites()) yield placeOf(nameOf(site), nameOf(site), [blockShape(site)]);
  }

  /** Named as in a cadastre: trakt, block, unit. Some have several polygons, some have holes. */
  *properties(): Generator<CountyPlace> {
    let at = 0;
    for (const site of this.sites()) {
      const prng = this.chance(`lots ${at}`);
      const middle = middleOf(prng);
      for (let lot = 0; lot < lotsInBlock && at < this.size.properties; lot++, at++) {
        const traits = { hole: prng.chance(shares.holes), piece: prng.chance(shares.pieces) };
        yield placeOf(propertyKeyOf(at), `${nameOf(site)}:${lot + 1}`, lotShape(site, middle, lot, traits));
      }
    }
  }

  /** Each refers to its property and lies within it. */
  *addresses(): Generator<CountyAddress> {
    let property = 0;
    let at = 0;
    let nth = 0;
    for (const site of this.sites()) {
      const prng = this.chance(`homes ${nth}`);
      const lots = Math.min(lotsInBlock, this.size.properties - property);
      const counts = spread(this.addressesBefore(nth + 1) - at, lots, shares.withoutAddress, prng);
      for (let lot = 0; lot < lots; lot++, property++)
        for (let door = 0; door < counts[lot]!; door++, at++)
          yield {
            key: addressKeyOf(at),
            street: site.district.streets[rowOf(site)]!,
            number: numberOf(site, lot, door, counts[lot]!),
            postalCode: site.district.postalCode,
            locality: 'Norrstad',
            propertyKey: propertyKeyOf(property),
            point: { type: 'Point', coordinates: pointInLot(site, lot, prng) },
          };
      nth += 1;
    }
  }

  /** As many different phones as given. Some of them have a second row with another address. */
  *phones(): Generator<CountyPhone> {
    const numbers = new GeneratedNumbers(this.chance('numbers'));
    const { addresses, phones } = this.size;
    for (let nth = 0; nth < this.plan.blocks; nth++) {
      const prng = this.chance(`people ${nth}`);
      const [first, last] = [this.addressesBefore(nth), this.addressesBefore(nth + 1)];
      const [before, after] = [first, last].map((count) => Math.floor((count * phones) / addresses));
      const counts = spread(after! - before!, last - first, shares.withoutPhone, prng);
      for (const [index, count] of counts.entries())
        yield* phonesAt(first + index, count, addresses, numbers, prng);
    }
  }

  private *sites(): Generator<BlockSite> {
    for (const district of this.plan.districts)
      for (let at = 0; at < district.blocks; at++) yield { district, at };
  }

  /** How many addresses the given number of first blocks have. */
  private addressesBefore(blocks: number): number {
    return Math.floor((blocks * this.size.addresses) / this.plan.blocks);
  }

  private chance(of: string): Prng {
    return Prng.of(this.size.seed).stream(of);
  }
}

const placeOf = (key: string, name: string, coordinates: MultiPolygon): CountyPlace => ({
  key,
  name,
  geometry: { type: 'MultiPolygon', coordinates },
});

const propertyKeyOf = (at: number): string => `property-${at + 1}`;
const nameOf = ({ district, at }: BlockSite): string => `${district.name} ${at + 1}`;

/**
 * Odd along the southern side of a street's blocks, even along the northern side; with a letter if a property has
 * several.
 */
function numberOf(site: BlockSite, lot: number, door: number, doors: number): string {
  const along = columnOf(site) * lotsAcross + (lot % lotsAcross);
  const number = 2 * along + (lot >= lotsAcross ? 2 : 1);
  return doors === 1 ? String(number) : `${number} ${letterOf(door)}`;
}

/** A … Z, then AA …: a tower has many doors. */
const letterOf = (door: number): string =>
  (door >= 26 ? letterOf(Math.floor(door / 26) - 1) : '') + String.fromCharCode(65 + (door % 26));
