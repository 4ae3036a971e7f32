import { checkGeometry } from './check-geometry.js';

const ring = [
  [22, 65],
  [22.1, 65],
  [22.1, 65.1],
  [22, 65],
];
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });

const line = { type: 'LineString', coordinates: ring.slice(0, 2) };
const backAndForth = [ring[0], ring[1], ring[0]];

describe('checking GeoJSON before PostGIS reads it', () => {
  it('accepts polygons with holes and in several parts, and drops heights', () => {
    const tall = ring.map((position) => [...position, 12]);
    expect(checkGeometry(polygon(tall, ring), 'polygons', true)).toEqual({ geometry: polygon(ring, ring) });
    const several = { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] };
    expect(checkGeometry(several, 'polygons', true)).toEqual({ geometry: several });
  });

  it.each<[string, object, object]>([
    [
      'a second part that is a line',
      { type: 'MultiPolygon', coordinates: [[ring], [backAndForth]] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
    ],
    [
      'a second part without rings',
      { type: 'MultiPolygon', coordinates: [[ring], []] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
    ],
    ['a hole that is a line', polygon(ring, backAndForth), polygon(ring)],
    [
      'a line and a point beside it',
      {
        type: 'GeometryCollection',
        geometries: [polygon(ring), line, { type: 'Point', coordinates: [22, 65] }],
      },
      polygon(ring),
    ],
    [
      'nested collections',
      {
        type: 'GeometryCollection',
        geometries: [{ type: 'GeometryCollection', geometries: [polygon(ring)] }, polygon(ring), line],
      },
      { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
    ],
  ])('keeps a good polygon with %s', (_what, value, geometry) => {
    expect(checkGeometry(value, 'polygons', true)).toEqual({ geometry, leftovers: expect.any(Number) });
  });

  it.each([
    ['a missing geometry', null, 'geometry-missing'],
    ['a string', 'polygon', 'geometry-kind'],
    ['a line', { type: 'LineString', coordinates: ring }, 'geometry-kind'],
    ['a collection of lines', { type: 'GeometryCollection', geometries: [line] }, 'geometry-kind'],
    ['an empty collection', { type: 'GeometryCollection', geometries: [] }, 'geometry-empty'],
    [
      'several parts, all of them incomplete',
      { type: 'MultiPolygon', coordinates: [[ring.slice(0, 2)]] },
      'geometry-ring',
    ],
    [
      'a large part that lacks a corner',
      { type: 'MultiPolygon', coordinates: [[ring], [ring.slice(0, 3)]] },
      'geometry-ring',
    ],
    ['no ring', polygon(), 'geometry-empty'],
    ['an empty ring', polygon([]), 'geometry-empty'],
    ['no coordinates', { type: 'Polygon' }, 'geometry-number'],
    ['a ring of three positions', polygon([ring[0], ring[1], ring[0]]), 'geometry-ring'],
    ['an open ring', polygon([...ring.slice(0, 3), [22, 65.01]]), 'geometry-ring'],
    ['a broken hole', polygon(ring, ring.slice(0, 3)), 'geometry-ring'],
    ['strings instead of numbers', polygon([['22', '65'], ...ring.slice(1)]), 'geometry-number'],
    [
      'a number that overflows to Infinity',
      polygon([[JSON.parse('1e999'), 65], ...ring.slice(1)]),
      'geometry-number',
    ],
    ['null instead of a number', polygon([[null, 65], ...ring.slice(1)]), 'geometry-number'],
    ['a position of one number', polygon([[22], ...ring.slice(1)]), 'geometry-number'],
    ['coordinates nested too deep', polygon([ring]), 'geometry-number'],
    ['a latitude beyond the pole', polygon([[22, 91], ...ring.slice(1)]), 'geometry-range'],
  ])('refuses %s', (_what, value, fault) => {
    expect(checkGeometry(value, 'polygons', true)).toMatchObject({ fault });
  });

  it('checks no range of coordinates in metres', () => {
    const metres = polygon(ring.map(([x, y]) => [x! * 1e5, y! * 1e5]));
    expect(checkGeometry(metres, 'polygons', false)).toEqual({ geometry: metres });
  });

  it.each([
    ['point', { type: 'Point', coordinates: [22, 65] }, true],
    ['point', { type: 'Point', coordinates: [] }, false],
    ['point', polygon(ring), false],
    ['background', { type: 'LineString', coordinates: ring }, true],
    ['background', { type: 'LineString', coordinates: ring.slice(0, 1) }, false],
    ['background', { type: 'MultiLineString', coordinates: [ring] }, true],
    ['background', polygon(ring), true],
  ] as const)('accepts as %s the geometry %j: %s', (family, value, fine) => {
    expect('geometry' in checkGeometry(value, family, true)).toBe(fine);
  });
});
