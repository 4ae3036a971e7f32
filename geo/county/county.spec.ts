import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Position as GeoJsonPosition } from 'geojson';
import { readPhoneNumber } from '../../src/kernel/phone-number.js';
import { signedArea } from '../plan-geometry.js';
import type { Ring } from '../synthetic-municipality.js';
import { County, type CountyPlace } from './county.js';
import type { CountyPhone } from './county-phones.js';
import { spread } from './spread.js';
import { Prng } from '../prng.js';

const size = { properties: 1_013, addresses: 1_507, phones: 10_001, seed: 4 };
const county = new County(size);
const properties = [...county.properties()];
const addresses = [...county.addresses()];
const phones = [...county.phones()];
const blocks = [...county.blocks()];
const areas = [...county.areas()];

const holds = ({ geometry }: CountyPlace, point: GeoJsonPosition): boolean =>
  booleanPointInPolygon(point, { type: 'MultiPolygon', coordinates: geometry.coordinates });
const areaOf = (ring: Ring): number => signedArea(ring.slice(1));
const share = <T>(of: readonly T[], which: (one: T) => boolean): number =>
  of.filter(which).length / of.length;

describe('a county', () => {
  it('has exactly the given numbers of properties, addresses and phones, with unique keys', () => {
    const keys = (of: readonly { readonly key: string }[]) => new Set(of.map(({ key }) => key)).size;
    expect([properties.length, keys(properties)]).toEqual([1_013, 1_013]);
    expect([addresses.length, keys(addresses)]).toEqual([1_507, 1_507]);
    expect(new Set(phones.map(({ e164 }) => e164)).size).toBe(10_001);
    expect([blocks.length, keys(blocks)]).toEqual([51, 51]);
    expect([areas.length, keys(areas)]).toEqual([10, 10]);
  });

  it.each([
    { properties: 1, addresses: 1, phones: 1 },
    { properties: 30, addresses: 30, phones: 0 },
    { properties: 200, addresses: 1_900, phones: 2_000 },
    { properties: 4_000, addresses: 4_000, phones: 3_000 },
  ])('of $properties properties, $addresses addresses and $phones phones has exactly these numbers', (of) => {
    const other = new County({ ...of, seed: 1 });
    const count = (rows: Iterable<unknown>) => [...rows].length;
    expect(count(other.properties())).toBe(of.properties);
    expect(count(other.addresses())).toBe(of.addresses);
    expect(new Set([...other.phones()].map(({ e164 }) => e164)).size).toBe(of.phones);
  });

  it('is the same for the same seed, and differs for another seed', () => {
    const again = new County(size);
    expect([...again.properties()]).toEqual(properties);
    expect([...again.addresses()]).toEqual(addresses);
    expect([...again.phones()]).toEqual(phones);
    expect([...again.areas(), again.municipality]).toEqual([...areas, county.municipality]);
    expect([...new County({ ...size, seed: 5 }).addresses()][0]).not.toEqual(addresses[0]);
  });

  it('has closed rings with the right winding that never cross themselves', () => {
    for (const { geometry, name } of [...properties, ...blocks, ...areas, county.municipality])
      for (const [outer, ...holes] of geometry.coordinates) {
        for (const ring of [outer!, ...holes]) {
          expect(ring.at(-1)).toEqual(ring[0]);
          if (crosses(ring)) throw new Error(`${name} crosses itself`);
        }
        expect(areaOf(outer!)).toBeGreaterThan(10);
        for (const hole of holes) {
          expect(areaOf(hole)).toBeLessThan(0);
          expect(hole.every((corner) => booleanPointInPolygon(corner, polygon(outer!)))).toBe(true);
        }
      }
  });

  it('has properties with several polygons and with holes, named by trakt, block and unit', () => {
    expect(share(properties, ({ geometry }) => geometry.coordinates.length > 1)).toBeGreaterThan(0.02);
    expect(share(properties, ({ geometry }) => geometry.coordinates[0]!.length > 1)).toBeGreaterThan(0.003);
    expect(properties[0]!.name).toBe('Innerstaden 1:1');
    expect(new Set(properties.map(({ name }) => name)).size).toBe(properties.length);
  });

  it('has every address inside its property, block, area and municipality', () => {
    const byKey = new Map(properties.map((property) => [property.key, property]));
    for (const { propertyKey, point } of addresses) {
      const property = byKey.get(propertyKey)!;
      expect(holds(property, point.coordinates)).toBe(true);
      const [trakt = '', block = ''] = /^(.+) (\d+):\d+$/.exec(property.name)!.slice(1);
      expect(
        holds(
          blocks.find(({ name }) => name === `${trakt} ${block}`)!,
          point.coordinates,
        ),
      ).toBe(true);
      expect(areas.filter((area) => holds(area, point.coordinates)).map(({ name }) => name)).toEqual([trakt]);
      expect(holds(county.municipality, point.coordinates)).toBe(true);
    }
    expect(new Set(addresses.map(({ street, number }) => `${street} ${number}`)).size).toBe(addresses.length);
  });

  it('has phones for every case of the rules, all of them generated', () => {
    const known = new Set(addresses.map(({ key }) => key));
    expect(phones.every(({ addressKey }) => known.has(addressKey))).toBe(true);
    expect(new Set(phones.map(({ generated }) => generated))).toEqual(new Set([true]));
    expect(
      phones.filter(({ e164, kind }, at) => at % 50 === 0 && readPhoneNumber(e164)?.kind !== kind),
    ).toEqual([]);
    const of = (which: (phone: CountyPhone) => boolean) => share(phones, which);
    expect(of(({ kind }) => kind === 'landline')).toBeGreaterThan(0.1);
    expect(of((phone) => phone.protected)).toBeGreaterThan(0.002);
    expect(of(({ objects }) => objects)).toBeGreaterThan(0.002);
    expect(of(({ quarantine }) => quarantine !== undefined)).toBeGreaterThan(0.0005);
    for (const role of ['resident', 'owner', 'business', 'watcher'])
      expect(of((phone) => phone.role === role)).toBeGreaterThan(0.002);
    expect(phones.length / 10_001).toBeCloseTo(1.05, 1);
    const reached = new Set(phones.map(({ addressKey }) => addressKey));
    expect(reached.size).toBeLessThan(addresses.length);
    expect(reached.size / addresses.length).toBeGreaterThan(0.9);
  });
});

describe('spreading things over places', () => {
  it.each([
    [0, 5],
    [3, 5],
    [40, 5],
  ])('places all things: %i over %i', (things, places) => {
    const counts = spread(things, places, 0.2, Prng.of(1));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(things);
  });

  it('throws if there are things but no place', () => {
    expect(() => spread(1, 0, 0, Prng.of(1))).toThrow(RangeError);
  });
});

const polygon = (outer: Ring) => ({ type: 'Polygon' as const, coordinates: [outer] });

/** Whether two sides that share no corner cross. */
function crosses(ring: Ring): boolean {
  const sides = ring.slice(1).map((end, at) => [ring[at]!, end] as const);
  const side = ([ax, ay]: GeoJsonPosition, [bx, by]: GeoJsonPosition, [cx, cy]: GeoJsonPosition) =>
    Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!));
  return sides.some(([a, b], i) =>
    sides.slice(i + 2).some(([c, d], k) => {
      if (i === 0 && i + 2 + k === sides.length - 1) return false;
      return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
    }),
  );
}
