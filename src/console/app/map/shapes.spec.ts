import { labelPoints } from './label-points.js';
import { areaOf, boxAround, boxOf, cornersOf, shapeOf } from './shapes.js';

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('shapes on the map', () => {
  it('areaOf measures on the sphere, minus holes', () => {
    const whole = areaOf({ type: 'Polygon', coordinates: [square(22, 65.5, 0.01)] });
    // 0.01° north is 1 112 m; 0.01° east at 65.505° north is 461 m.
    expect(whole / 1e6).toBeCloseTo(0.5127, 2);
    const hollow = areaOf({
      type: 'Polygon',
      coordinates: [square(22, 65.5, 0.01), square(22.0025, 65.5025, 0.005)],
    });
    expect(hollow / whole).toBeCloseTo(0.75, 3);
  });

  it('cornersOf removes points along an edge and keeps every bend', () => {
    const corners = [...square(22, 65.5, 0.02).slice(0, 3), [22.01, 65.5201], [22, 65.52], [22, 65.5]];
    const dense = corners.flatMap((from, at) => {
      const to = corners[at + 1];
      return to
        ? [0, 0.25, 0.5, 0.75].map((part) => from.map((n, axis) => n + part * (to[axis]! - n)))
        : [from];
    });
    const trembling = dense.map(([x, y], at) => [x!, y! + (at % 2) * 1e-7]);
    expect(cornersOf({ type: 'Polygon', coordinates: [trembling] })).toEqual({
      type: 'Polygon',
      coordinates: [corners],
    });
  });

  it('shapeOf combines none, one or several polygons', () => {
    const one = [square(0, 0, 1)];
    expect(shapeOf([])).toBeUndefined();
    expect(shapeOf([one])).toEqual({ type: 'Polygon', coordinates: one });
    expect(shapeOf([one, one])).toEqual({ type: 'MultiPolygon', coordinates: [one, one] });
  });

  it('boxOf and boxAround return the box around shapes and around boxes', () => {
    expect(boxOf({ type: 'Polygon', coordinates: [square(1, 2, 3)] })).toEqual([1, 2, 4, 5]);
    expect(
      boxAround([
        [1, 2, 4, 5],
        [0, 3, 2, 9],
      ]),
    ).toEqual([0, 2, 4, 9]);
    expect(boxAround([])).toBeUndefined();
  });
});

describe('labelPoints', () => {
  it('labels a thing once, at the centre of its pieces', () => {
    const piece = (west: number, south: number) => ({
      properties: { id: 'a', name: 'Porsön' },
      geometry: { type: 'Polygon' as const, coordinates: [square(west, south, 1)] },
    });
    const { features } = labelPoints({ area: [piece(0, 0), piece(1, 0)], block: [], property: [] });
    expect(features).toEqual([
      {
        type: 'Feature',
        properties: { id: 'a', kind: 'area', name: 'Porsön' },
        geometry: { type: 'Point', coordinates: [1, 0.5] },
      },
    ]);
  });

  it('omits pieces without a name or without an area', () => {
    const flat = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const { features } = labelPoints({
      area: [{ properties: { id: 'a' }, geometry: { type: 'Polygon', coordinates: [square(0, 0, 1)] } }],
      block: [{ properties: { id: 'b', name: 'B' }, geometry: flat }],
      property: [],
    });
    expect(features).toEqual([]);
  });
});
