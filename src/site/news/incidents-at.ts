import { Injectable } from '@nestjs/common';
import { AddressPositions, type AddressPosition } from '../../places/address-positions.repository.js';
import type { Edition } from '../../publishing/bulletin/bulletin.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import { areasOf } from '../../publishing/bulletin/what-holds.js';

/**
 * How an incident concerns an address: it lies in a published area, its street is named, or the place is only said in
 * words, so that we can't tell.
 */
export type Concern = 'area' | 'street' | 'unknown';

export interface Concerning {
  readonly incident: PublicIncident;
  readonly concern: Concern;
}

/** What concerns addresses, by the address's id. The surest comes first. */
export type ConcerningEach = ReadonlyMap<string, readonly Concerning[]>;

/** Says which incidents that go on concern an address. It knows only what is published. */
@Injectable()
export class IncidentsAt {
  constructor(private readonly positions: AddressPositions) {}

  async run(
    addressIds: readonly string[],
    { incidents }: Pick<Edition, 'incidents'>,
  ): Promise<ConcerningEach> {
    const going = incidents.filter(({ over, topic }) => !over && !topic);
    if (going.length === 0 || addressIds.length === 0) return new Map();
    const shapes = going.flatMap((incident) =>
      areasOf(incident).flatMap(({ polygons }) => polygons.map((polygon) => ({ polygon, of: incident.id }))),
    );
    const positions = await this.positions.of(
      addressIds,
      shapes.map(({ polygon }) => polygon),
    );
    return new Map(
      positions.map((position) => {
        const around = new Set(position.within.map((nth) => shapes[nth]!.of));
        return [
          position.id,
          going.flatMap((incident) => concerning(incident, position, around)).sort(surest),
        ];
      }),
    );
  }
}

function concerning(
  incident: PublicIncident,
  { street }: AddressPosition,
  around: ReadonlySet<string>,
): Concerning[] {
  const areas = areasOf(incident);
  const isNamed = areas.some(({ streets }) => streets.some((name) => folded(name) === folded(street)));
  const inWordsOnly = areas.some(({ streets, polygons }) => streets.length + polygons.length === 0);
  if (around.has(incident.id)) return [{ incident, concern: 'area' }];
  if (isNamed) return [{ incident, concern: 'street' }];
  return inWordsOnly ? [{ incident, concern: 'unknown' }] : [];
}

const folded = (name: string): string => name.trim().toLocaleLowerCase('sv');

const order: readonly Concern[] = ['area', 'street', 'unknown'];
const surest = (a: Concerning, b: Concerning): number => order.indexOf(a.concern) - order.indexOf(b.concern);
