import type { Address, Place, PlaceKind } from '../../api/answers.js';
import { likeness } from './likeness.js';

/** An option of the search: a place, or an address that stands for its property. */
export interface SearchOption {
  readonly key: string;
  readonly kind: PlaceKind | 'address';
  readonly name: string;
  /** What distinguishes it from others of the same name. */
  readonly detail?: string;
  /** The place to add. An address's place, and so its bounding box, is not known until it is fetched. */
  readonly placeId: string;
  readonly place?: Place;
  /** Whether it is an area that staff saved. */
  readonly saved?: boolean;
  /** For an address: longitude and latitude. */
  readonly point?: readonly [number, number];
  /** Whether its place is already chosen. */
  readonly taken?: boolean;
}

const order: readonly SearchOption['kind'][] = ['municipality', 'area', 'block', 'property', 'address'];

/** 1 if the name has the typed text as a prefix, else 0: matches by sound come later. */
const begins = ({ name }: SearchOption, q: string): number =>
  Number(name.toLocaleLowerCase('sv').startsWith(q.trim().toLocaleLowerCase('sv')));

/**
 * Places and addresses in one list. Prefix matches come first, grouped by kind, the largest kind first. Then the most
 * similar names, since a user who mistypes a street is not looking for a property. Options that are already chosen are
 * marked.
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
    // Rounded to quarters: a smaller difference means nothing.
    return { option, first, like: first ? 1 : Math.round(4 * likeness(option.name, q)) / 4 };
  });
  return ranked
    .sort(
      (a, b) =>
        b.first - a.first || b.like - a.like || order.indexOf(a.option.kind) - order.indexOf(b.option.kind),
    )
    .map(({ option }) => (taken.has(option.placeId) ? { ...option, taken: true } : option));
}
