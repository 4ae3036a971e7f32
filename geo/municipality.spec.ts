import { createHash } from 'node:crypto';
import { parsePhoneNumber } from '../src/kernel/phone-number.js';
import { generateMunicipality } from './municipality.js';
import type {
  MultiPolygon,
  Polygon,
  Position,
  Ring,
  SyntheticMunicipality,
  SyntheticPlace,
} from './synthetic-municipality.js';

/** Corners are rounded to a centimetre, so shapes that touch may overlap by that much. */
const tolerance = 0.02;

const signedArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [e, n], at) => sum + (ring[at]![0] * n - e * ring[at]![1]), 0) / 2;

const areaOf = (polygons: MultiPolygon): number =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(relative(ring)), 0);

/** The ring moved to the origin, where a double has enough digits. */
const relative = (ring: Ring): Ring => ring.map(([e, n]) => [e - ring[0]![0], n - ring[0]![1]]);

function crosses(ring: Ring): boolean {
  const turn = (a: Position, b: Position, c: Position): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (let one = 0; one < ring.length - 1; one++) {
    for (let other = one + 2; other < ring.length - 1; other++) {
      if (one === 0 && other === ring.length - 2) continue;
      const [a, b, c, d] = [ring[one]!, ring[one + 1]!, ring[other]!, ring[other + 1]!];
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return true;
    }
  }
  return false;
}

function isInside(ring: Ring, [e, n]: Position): boolean {
  let inside = false;
  ring.slice(1).forEach(([e1, n1], at) => {
    const [e0, n0] = ring[at]!;
    if (n0 > n !== n1 > n && e < e0 + ((n - n0) / (n1 - n0)) * (e1 - e0)) inside = !inside;
  });
  return inside;
}

function distanceTo(ring: Ring, [e, n]: Position): number {
  return ring.slice(1).reduce((nearest, [e1, n1], at) => {
    const [e0, n0] = ring[at]!;
    const [along, up] = [e1 - e0, n1 - n0];
    const share = Math.max(0, Math.min(1, ((e - e0) * along + (n - n0) * up) / (along ** 2 + up ** 2)));
    return Math.min(nearest, Math.hypot(e - e0 - share * along, n - n0 - share * up));
  }, Infinity);
}

const covers = ([outer, ...holes]: Polygon, point: Position): boolean =>
  (isInside(outer!, point) || distanceTo(outer!, point) <= tolerance) &&
  holes.every((hole) => !isInside(hole, point) || distanceTo(hole, point) <= tolerance);

const digest = (municipality: SyntheticMunicipality): string =>
  createHash('sha256').update(JSON.stringify(municipality)).digest('hex');

function groupedBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

const ofKind = ({ places }: SyntheticMunicipality, kind: SyntheticPlace['kind']): SyntheticPlace[] =>
  places.filter((place) => place.kind === kind);

describe('a generated municipality', () => {
  const municipality = generateMunicipality({ residents: 3000, seed: 5 });
  const { places, addresses, phones, residences, decor } = municipality;
  const byKey = new Map(places.map((place) => [place.sourceKey, place]));

  it('is the same for the same seed, and differs for another seed', () => {
    const options = { residents: 1000, seed: 3 };
    expect(digest(generateMunicipality(options))).toBe(digest(generateMunicipality(options)));
    expect(digest(generateMunicipality({ ...options, seed: 4 }))).not.toBe(
      digest(generateMunicipality(options)),
    );
  });

  it('has closed rings with the winding of GeoJSON that never cross themselves', () => {
    for (const { name, polygons } of places) {
      for (const [outer, ...holes] of polygons) {
        for (const ring of [outer!, ...holes]) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring[ring.length - 1]).toEqual(ring[0]);
          if (crosses(ring)) throw new Error(`${name} crosses itself`);
        }
        expect(signedArea(relative(outer!))).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(relative(hole))).toBeLessThan(0);
      }
    }
  });

  it('has waters with valid rings, and their holes inside them', () => {
    for (const { polygons } of decor.water) {
      for (const [outer, ...holes] of polygons) {
        expect(signedArea(relative(outer!))).toBeGreaterThan(0);
        for (const hole of holes) {
          expect(signedArea(relative(hole))).toBeLessThan(0);
          expect(hole.every((point) => isInside(outer!, point))).toBe(true);
        }
      }
    }
  });

  it('has coordinates in whole centimetres, near Luleå', () => {
    const points = places.flatMap(({ polygons }) => polygons.flat(2));
    const isWhole = (metres: number): boolean => Math.round(metres * 100) / 100 === metres;
    expect(points.filter(([e, n]) => !isWhole(e) || !isWhole(n))).toEqual([]);
    expect(Math.max(...points.map(([e, n]) => Math.hypot(e - 829_277, n - 7_291_837)))).toBeLessThan(10_000);
  });

  it('has each property inside its block, each block inside its area, and each area inside the municipality', () => {
    for (const place of places) {
      if (place.within === undefined) continue;
      const around = byKey.get(place.within)!;
      for (const point of place.polygons.flat(2)) {
        if (!around.polygons.some((polygon) => covers(polygon, point)))
          throw new Error(`${place.name} reaches outside ${around.name}`);
      }
    }
    expect(
      new Set(places.map(({ kind, within }) => `${kind} in ${byKey.get(within ?? '')?.kind ?? 'nothing'}`)),
    ).toEqual(
      new Set([
        'municipality in nothing',
        'area in municipality',
        'block in area',
        'property in block',
        'property in municipality',
      ]),
    );
  });

  it('fills each block with its properties, without overlap', () => {
    for (const block of ofKind(municipality, 'block')) {
      const inside = places.filter(({ within }) => within === block.sourceKey);
      const sum = inside.reduce((total, { polygons }) => total + areaOf(polygons), 0);
      expect(Math.abs(sum - areaOf(block.polygons))).toBeLessThan(0.5);
    }
  });

  it('has areas that do not overlap', () => {
    const areas = ofKind(municipality, 'area');
    for (const { sourceKey, polygons } of areas) {
      for (const other of areas) {
        if (other.sourceKey === sourceKey) continue;
        expect(polygons.flat(2).some((point) => isInside(other.polygons[0]![0]!, point))).toBe(false);
      }
    }
  });

  it('has unique designations in the format of the cadastre', () => {
    const names = ofKind(municipality, 'property').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\p{Lu}[\p{L}\d: ]+ (\d+:\d+|s:\d+)$/u);
    expect(names.some((name) => / s:\d+$/.test(name))).toBe(true);
  });

  it('has unique addresses, each inside the property it refers to', () => {
    for (const { propertyKey, point, street, number } of addresses) {
      const property = byKey.get(propertyKey)!;
      expect(property.kind).toBe('property');
      if (!property.polygons.some((polygon) => covers(polygon, point)))
        throw new Error(`${street} ${number} lies outside ${property.name}`);
    }
    const labels = addresses.map(
      (a) => `${a.street} ${a.number}${a.letter ?? ''} ${a.postalCode} ${a.locality}`,
    );
    expect(new Set(labels).size).toBe(labels.length);
    for (const { postalCode } of addresses) expect(postalCode).toMatch(/^97\d \d\d$/);
  });

  it('has unique numbers that libphonenumber accepts as the given kind', () => {
    for (const { e164, kind } of phones) expect(parsePhoneNumber(e164)).toEqual({ e164, kind });
    expect(new Set(phones.map(({ e164 }) => e164)).size).toBe(phones.length);
  });

  it('marks every number as generated, except those reserved for fiction', () => {
    const fiction = /^\+46(701740(60[5-9]|6[1-9]\d)|8465004\d\d|313906\d{3}|406280\d{3}|9803192\d\d)$/;
    for (const { e164, generated } of phones) expect(generated).toBe(!fiction.test(e164));
    expect(phones.filter(({ generated }) => !generated)).toHaveLength(17);
  });

  it('has a residence for each phone, at existing addresses and without duplicates', () => {
    const known = new Set(addresses.map(({ sourceKey }) => sourceKey));
    const somewhere = new Set(residences.map(({ e164 }) => e164));
    expect(phones.every(({ e164 }) => somewhere.has(e164))).toBe(true);
    expect(residences.every(({ addressKey }) => known.has(addressKey))).toBe(true);
    expect(new Set(residences.map(({ e164, addressKey }) => `${e164} ${addressKey}`)).size).toBe(
      residences.length,
    );
  });

  it('has the cases that alerts must handle', () => {
    const homes = groupedBy(residences, ({ e164 }) => e164);
    const households = groupedBy(residences, ({ addressKey }) => addressKey);
    expect([...homes.values()].some((at) => at.length > 1)).toBe(true);
    expect(
      [...households.values()].some((at) => new Set(at.map(({ household }) => household)).size > 1),
    ).toBe(true);
    expect(addresses.some(({ sourceKey }) => !households.has(sourceKey))).toBe(true);
    expect(residences.some((residence) => residence.protected)).toBe(true);
    expect(new Set(residences.map(({ role }) => role))).toEqual(new Set(['resident', 'owner', 'business']));
    expect(phones.some(({ objection }) => objection)).toBe(true);
    expect(phones.some(({ quarantined }) => quarantined !== undefined)).toBe(true);
    expect(new Set(phones.map(({ language }) => language))).toEqual(
      new Set(['sv', 'en', 'fi', 'ar', 'so', 'se']),
    );
  });

  it.each([
    [1000, 1],
    [1000, 2],
    [2500, 11],
  ])(
    'has the handbook’s Porsön 1:405 with its demo household for %i residents and seed %i',
    (count, seed) => {
      const other = generateMunicipality({ residents: count, seed });
      const property = other.places.find(({ name }) => name === 'Porsön 1:405')!;
      const [address, ...more] = other.addresses.filter(
        ({ propertyKey }) => propertyKey === property.sourceKey,
      );
      expect(more).toEqual([]);
      const there = other.residences.filter(({ addressKey }) => addressKey === address!.sourceKey);
      expect(there.map(({ e164 }) => e164)).toEqual(['+46701740605', '+46701740606', '+46846500400']);
      expect(other.census.residents).toBe(count);
    },
  );

  it('throws for fewer than 500 residents', () => {
    expect(() => generateMunicipality({ residents: 499 })).toThrow(RangeError);
    expect(() => generateMunicipality({ residents: Number.NaN })).toThrow(RangeError);
  });
});

describe('the demo municipality of 30,000', () => {
  const municipality = generateMunicipality();
  const share = (part: number, whole: number): number => part / whole;

  it('has about the expected numbers of everything', () => {
    const { places, addresses, phones, census } = municipality;
    expect(census.residents).toBe(30_000);
    expect(places.filter(({ kind }) => kind === 'property')).toHaveLength(12_000);
    expect(places.filter(({ kind }) => kind === 'area').length).toBeGreaterThanOrEqual(20);
    expect(places.filter(({ kind }) => kind === 'area').length).toBeLessThanOrEqual(32);
    expect(places.filter(({ kind }) => kind === 'block').length).toBeGreaterThan(500);
    expect(addresses.length).toBeGreaterThan(9_000);
    expect(phones.length).toBeGreaterThan(22_000);
  });

  it('has properties with several polygons, and properties with holes', () => {
    const properties = ofKind(municipality, 'property');
    expect(properties.some(({ polygons }) => polygons.length > 1)).toBe(true);
    expect(properties.some(({ polygons }) => polygons.some((polygon) => polygon.length > 1))).toBe(true);
  });

  it('has the expected shares', () => {
    const { phones, census } = municipality;
    expect(share(census.householdsWithoutPhone, census.households)).toBeCloseTo(0.04, 2);
    expect(share(census.protectedHouseholds, census.households)).toBeCloseTo(0.007, 2);
    expect(share(phones.filter(({ objection }) => objection).length, phones.length)).toBeCloseTo(0.005, 2);
    expect(share(phones.filter(({ language }) => language === 'sv').length, phones.length)).toBeGreaterThan(
      0.8,
    );
  });
});
