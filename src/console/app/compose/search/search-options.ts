import type { Address, Place, PlaceKind } from '../../api/answers.js';
import { likeness } from './likeness.js';

/** Something the search offers: a place, or an address, which stands for the property it is on. */
export interface SearchOption {
  readonly key: string;
  readonly kind: PlaceKind | 'address';
  readonly name: string;
  /** What tells it from others of its name. */
  readonly detail?: string;
  /** The place to add; its box is not known for an address until it is fetched. */
  readonly placeId: string;
  readonly place?: Place;
  /** Whether staff saved it under a name. */
  readonly saved?: boolean;
  /** Of an address: longitude and latitude. */
  readonly point?: readonly [number, number];
  /** Whether its place is chosen already. */
  readonly taken?: boolean;
}

const order: readonly SearchOption['kind'][] = ['municipality', 'area', 'block', 'property', 'address'];

/** Whether a name begins as it was typed: what only sounds like it comes after. */
const begins = ({ name }: SearchOption, q: string): number =>
  Number(name.toLocaleLowerCase('sv').startsWith(q.trim().toLocaleLowerCase('sv')));

/**
 * Places and addresses as one list: what begins as typed first, the kinds together and the largest first; then what is most
 * like it, since whoever mistypes a street is not looking for a property. What is chosen already says so.
 */
export function searchOptions(
  places: readonly Place[],
  addresses: readonly Address[],
  chosen: readonly Place[],
  q = '',
): SearchOption[] {
  const taken = new Set(chosen.map(({ id }) => id));
  const options: SearchOption[] = places.map((place) => ({
    key: place.id,
    kind: place.kind,
    name: place.name,
    placeId: place.id,
    place,
    ...(place.saved ? { saved: true } : {}),
  }));
  for (const { id, name, postalCode, locality, point, propertyId, propertyName } of addresses) {
    if (propertyId === null) continue;
    const detail = [[postalCode, locality].filter(Boolean).join(' '), propertyName]
      .filter(Boolean)
      .join(', ');
    options.push({
      key: id,
      kind: 'address',
      name,
      detail,
      placeId: propertyId,
      point,
    });
  }
  const ranked = options.map((option) => {
    const first = begins(option, q);
    // In quarters: less of a difference says nothing.
    return { option, first, like: first ? 1 : Math.round(4 * likeness(option.name, q)) / 4 };
  });
  return ranked
    .sort(
      (a, b) =>
        b.first - a.first || b.like - a.like || order.indexOf(a.option.kind) - order.indexOf(b.option.kind),
    )
    .map(({ option }) => (taken.has(option.placeId) ? { ...option, taken: true } : option));
}
