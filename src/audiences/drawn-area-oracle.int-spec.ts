import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { Scene } from '../../test/support/scene.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';

/** Side length in metres: so long that an edge that is straight in degrees is curved in metres. */
const side = 60_000;
const addresses = 90;

/**
 * A star around the middle, with corners at random distances. It never crosses itself. A smaller star may be its hole.
 */
const star = fc
  .record({
    radii: fc.array(fc.double({ min: 0.25, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
    hole: fc.option(fc.double({ min: 0.05, max: 0.6, noNaN: true }), { nil: undefined }),
  })
  .map(({ radii, hole }) => {
    const ring = (scale: number): [number, number][] => {
      const corners = radii.map((radius, i): [number, number] => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [
          22.6 + 0.55 * scale * radius * Math.cos(angle),
          65.85 + 0.22 * scale * radius * Math.sin(angle),
        ];
      });
      return [...corners, corners[0]!];
    };
    return {
      type: 'Polygon',
      coordinates: [ring(1), ...(hole === undefined ? [] : [ring(hole)])],
    } satisfies Polygon;
  });

// Also on the embedded database (postgis): its geometry is compared with an oracle.
describe('a drawn area, compared with an oracle without PostGIS', () => {
  let db: DataSource;
  let repository: AudienceCountsRepository;
  let points: [number, number][];

  beforeAll(async () => {
    db = await openTestDatabase();
    repository = new AudienceCountsRepository(db, new CountCache(db));
    const scene = new Scene(db);
    for (let i = 0; i < addresses; i++) {
      // Spread evenly by the golden ratio, the same each time.
      const at = { x: side * ((i * 0.618034) % 1), y: (side * i) / addresses };
      const address = await scene.address(`Provvägen ${i}`, at);
      await address.phone(`+467017406${String(i + 5).padStart(2, '0')}`);
    }
    points = (
      await db.query<{ x: number; y: number }[]>(
        'SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT ST_Transform(point, 4326) AS p FROM address) a',
      )
    ).map(({ x, y }) => [x, y]);
  });
  afterAll(() => db.destroy());

  it('holds the same phones', async () => {
    await fc.assert(
      fc.asyncProperty(star, async (polygon) => {
        const expected = points.filter((point) => booleanPointInPolygon(point, polygon)).length;
        const { recipients } = await repository.count({ polygon }, 'both');
        expect(recipients.reduce((sum, { phones }) => sum + phones, 0)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
