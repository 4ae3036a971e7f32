import type { Geometry, Position } from 'geojson';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { Scene } from '../../test/support/scene.js';
import { maxParts } from './drawn-geometry.js';
import { DrawnGeometries } from './drawn-geometries.repository.js';

// Also on the embedded database (postgis): it says what is wrong with a geometry in its own words.
describe('checking a drawing against the municipality', () => {
  let db: DataSource;
  let drawn: DrawnGeometries;
  /** The square that is the municipality, in degrees. */
  let west: number, south: number, east: number, north: number;

  beforeAll(async () => {
    db = await openTestDatabase();
    drawn = new DrawnGeometries(db);
    const scene = new Scene(db);
    const home = { x: 0, y: 0, side: 1000 };
    await scene.municipality('Provkommun', home);
    const corners = (await scene.drawn(home)).coordinates[0]!;
    const [xs, ys] = [corners.map(([x]) => x).sort(), corners.map(([, y]) => y).sort()];
    // The inner ones of the corners, because the metric grid is slightly rotated against the degrees.
    [west, east] = [xs[1]!, xs.at(-2)!];
    [south, north] = [ys[1]!, ys.at(-2)!];
  });
  afterAll(() => db.destroy());

  /** A position, given as shares of the way east and north through the municipality. */
  const at = (x: number, y: number): Position => [west + x * (east - west), south + y * (north - south)];
  const lines = (count: number, line: (n: number) => Position[]): Geometry => ({
    type: 'MultiLineString',
    coordinates: Array.from({ length: count }, (_, n) => line(n)),
  });
  const across: Position[] = [
    [-180, 65.7],
    [180, 65.7],
  ];

  it.each<[string, () => Geometry[]]>([
    ['a point', () => [{ type: 'Point', coordinates: at(0.5, 0.5) }]],
    ['the same line many times', () => [lines(maxParts, () => [at(0.2, 0.2), at(0.8, 0.8)])]],
    [
      'lines that all cross each other',
      () => [lines(maxParts, (n) => [at(0.2 + n / 1000, 0.2), at(0.8 - n / 1000, 0.8)])],
    ],
    ['a line with a twentieth of it outside', () => [lines(1, () => [at(0.1, 0.5), at(1.04, 0.5)])]],
  ])('accepts %s', async (_, geometries) => {
    await expect(drawn.check(geometries())).resolves.toBeUndefined();
  });

  it.each<[string, () => Geometry[]]>([
    ['a point outside', () => [{ type: 'Point', coordinates: at(1.5, 0.5) }]],
    ['lines around the world', () => [lines(maxParts, () => across)]],
    ['a line with a fifth of it outside', () => [lines(1, () => [at(0.2, 0.5), at(1.2, 0.5)])]],
    [
      'two things if one of them is outside',
      () => [
        { type: 'Point', coordinates: at(0.5, 0.5) },
        { type: 'Point', coordinates: [18, 59] },
      ],
    ],
    [
      'a triangle that is outside though its rectangle overlaps',
      () => [
        {
          type: 'Polygon',
          coordinates: [[at(-2, -0.1), at(-2, -3), at(0.9, -3), at(-2, -0.1)]],
        },
      ],
    ],
  ])('refuses %s', async (_, geometries) => {
    await expect(drawn.check(geometries())).rejects.toMatchObject({ code: 'audience.outside-municipality' });
  });

  it('refuses a drawing as too complex if the comparison times out', async () => {
    const outOfTime = Object.assign(new Error('canceling statement'), { code: '57014' });
    const slow = { transaction: () => Promise.reject(outOfTime) } as unknown as DataSource;
    await expect(new DrawnGeometries(slow).check([lines(1, () => across)])).rejects.toMatchObject({
      code: 'audience.drawing-too-complex',
    });
  });

  it('refuses a drawing that GEOS can’t work out', async () => {
    const failing = new DrawnGeometries({
      transaction: () => Promise.reject(Object.assign(new Error('TopologyException'), { code: 'XX000' })),
    } as unknown as DataSource);
    await expect(failing.check([{ type: 'Point', coordinates: at(0.5, 0.5) }])).rejects.toMatchObject({
      code: 'audience.drawing-too-complex',
    });
  });
});
