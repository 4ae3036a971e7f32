import { setImmediate } from 'node:timers/promises';

/** The fields of an address that decide its place in the walking order. */
export interface Doorstep {
  readonly locality: string | null;
  readonly street: string;
  /** As the register writes it: `12`, `12 B`, or empty for a farm without a number. */
  readonly number: string;
  readonly property: string | null;
}

/** The addresses of one street, in the order of its doors. */
export interface Street<Address> {
  readonly locality: string | null;
  readonly street: string;
  readonly addresses: readonly Address[];
}

const swedish = new Intl.Collator('sv');
const compare = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : swedish.compare(a, b);

/**
 * Sorts addresses in walking order: one locality at a time, its streets from A to Ö (å, ä, ö last). In a street, up the
 * odd numbers and then down the even ones, so 12 B comes before 12 A. Addresses without a number come last in their
 * street, by property. Addresses without a locality come last of all.
 */
export async function inWalkingOrder<Address extends Doorstep>(
  addresses: readonly Address[],
): Promise<Address[]> {
  const walked: Address[] = [];
  let sincePause = 0;
  for (const street of streetsToWalk(addresses)) {
    for (const address of street.addresses) walked.push(address);
    sincePause += street.addresses.length;
    if (sincePause < untilPause) continue;
    sincePause = 0;
    await setImmediate();
  }
  return walked;
}

/** The number of addresses after which other requests get their turn. */
const untilPause = 1000;

/** Like {@link inWalkingOrder}, but one street at a time. The doors of a street are sorted when the street is read. */
export function* streetsToWalk<Address extends Doorstep>(
  addresses: readonly Address[],
): Generator<Street<Address>, void, undefined> {
  // There are few streets for many addresses. So the slow, language-aware comparison is used for street names only.
  const streets = new Map<string, { locality: string | null; street: string; addresses: Address[] }>();
  for (const address of addresses) {
    const { locality, street } = address;
    const key = `${locality ?? ''}\n${street}`;
    const known = streets.get(key);
    if (known) known.addresses.push(address);
    else streets.set(key, { locality, street, addresses: [address] });
  }
  const sorted = [...streets.values()].sort(
    (a, b) => compare(a.locality, b.locality) || compare(a.street, b.street),
  );
  for (const street of sorted) yield { ...street, addresses: byDoor(street.addresses) };
}

const sides = { odd: 0, even: 1, unnumbered: 2 } as const;

interface Door {
  readonly side: number;
  readonly number: number;
  readonly letters: string;
}

function byDoor<Address extends Doorstep>(addresses: readonly Address[]): Address[] {
  return addresses
    .map((address) => ({ address, door: parseDoor(address.number) }))
    .sort(
      (a, b) =>
        a.door.side - b.door.side ||
        along(a.door, b.door) ||
        compare(a.address.property, b.address.property) ||
        compare(a.address.number, b.address.number),
    )
    .map(({ address }) => address);
}

function parseDoor(text: string): Door {
  const [, digits, letters = ''] = /^(\d+)(?!\d)(.*)$/s.exec(text.trim()) ?? [];
  if (digits === undefined) return { side: sides.unnumbered, number: 0, letters: '' };
  const number = Number(digits);
  return { side: number % 2 === 1 ? sides.odd : sides.even, number, letters: letters.trim() };
}

/** Compares two doors on the same side. */
function along(a: Door, b: Door): number {
  const up = a.number - b.number || compare(a.letters, b.letters);
  return a.side === sides.even ? -up : up;
}
