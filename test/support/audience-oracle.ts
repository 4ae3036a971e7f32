import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { pointToLineDistance } from '@turf/point-to-line-distance';
import type { AreaAudience } from '../../src/audiences/audience.js';
import type { PhoneRole } from '../../src/kernel/phone-roles.js';

/**
 * A small world as plain data. The oracle works out who is reached in it from the rules alone, without SQL or PostGIS.
 */
export interface World {
  /** Longitude and latitude. */
  readonly points: readonly (readonly [number, number])[];
  readonly phones: readonly OraclePhone[];
  readonly ties: readonly OracleTie[];
  /** Indexes of the addresses in a place, by the place's id. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export interface OraclePhone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  readonly objects: boolean;
  readonly quarantined: boolean;
}

export interface OracleTie {
  /** Index of the phone and of the address. */
  readonly phone: number;
  readonly address: number;
  readonly role: PhoneRole;
  readonly source: 'one register' | 'another';
  readonly household: string | null;
  readonly protected: boolean;
}

export interface OracleAnswer {
  /** `phone channel reason`, sorted; the reason is empty if the phone is reached. */
  readonly recipients: readonly string[];
  readonly addresses: number;
  readonly unreachable: number;
}

/** Metres from an address to the nearest point of a line, on the globe. */
export const distanceTo = (point: readonly [number, number], line: readonly (readonly number[])[]): number =>
  pointToLineDistance(
    [...point],
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: line.map((p) => [...p]) },
    },
    { units: 'meters' },
  );

export function audienceAddresses(world: World, audience: AreaAudience): Set<number> {
  const at = (ids: readonly string[] = []) => new Set(ids.flatMap((id) => world.places.get(id) ?? []));
  const named = at(audience.places);
  const minus = at(audience.minus?.places);
  return new Set(
    world.points.flatMap((point, index) => {
      const drawn = audience.polygon && booleanPointInPolygon([...point], audience.polygon);
      const near = audience.near?.some(
        ({ geometry, metres }) =>
          geometry.type === 'LineString' && distanceTo(point, geometry.coordinates) <= metres,
      );
      return (named.has(index) || drawn || near) && !minus.has(index) ? [index] : [];
    }),
  );
}

export function oracle(
  world: World,
  audience: AreaAudience,
  channels: 'mobile-first' | 'both',
): OracleAnswer {
  const addresses = audienceAddresses(world, audience);
  const here = world.ties.filter(
    ({ address, role }) => addresses.has(address) && (audience.roles?.includes(role) ?? true),
  );
  const reasonOf = (phone: number): string => {
    if (world.ties.some((tie) => tie.phone === phone && tie.protected)) return 'protected-identity';
    if (world.phones[phone]!.objects) return 'objection';
    return world.phones[phone]!.quarantined ? 'quarantined' : '';
  };
  const householdHasMobile = (home: OracleTie): boolean =>
    home.role !== 'business' &&
    home.household !== null &&
    here.some(
      (other) =>
        other.address === home.address &&
        other.source === home.source &&
        other.household === home.household &&
        world.phones[other.phone]!.kind === 'mobile' &&
        reasonOf(other.phone) === '',
    );
  const recipients = [...new Set(here.map(({ phone }) => phone))].map((phone) => {
    const { e164, kind } = world.phones[phone]!;
    const homes = here.filter((tie) => tie.phone === phone);
    const covered = kind === 'landline' && channels === 'mobile-first' && homes.every(householdHasMobile);
    return `${e164} ${kind === 'mobile' ? 'sms' : 'voice'} ${reasonOf(phone) || (covered ? 'household-has-mobile' : '')}`;
  });
  const reached = new Set(here.filter(({ phone }) => reasonOf(phone) === '').map(({ address }) => address));
  return {
    recipients: recipients.sort(),
    addresses: addresses.size,
    unreachable: [...addresses].filter((address) => !reached.has(address)).length,
  };
}
