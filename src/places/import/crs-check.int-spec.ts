import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { corner, home, importerOn, layer, properties, square } from '../../../test/support/import-rows.js';
import { SystemClock } from '../../kernel/clock.js';
import type { DatasetLayer } from './import-row.js';

describe('coordinates in another reference than the declared one', () => {
  let db: DataSource;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE'));
  afterAll(() => db.destroy());

  const load = (layers: DatasetLayer[], source = 'test') =>
    importerOn(db, new SystemClock()).run({ source, layers });
  const town = () => load([layer('municipality', [{ key: 'M', geometry: square(0, 0, 20_000) }])], 'town');
  const places = async (): Promise<number> =>
    (await db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM place'))[0]!.n;

  interface Written {
    /** The reference that the coordinates are really in. */
    readonly in: number;
    readonly swapped?: boolean;
    /** Metres east of the town. */
    readonly east?: number;
    /** The reference that the layer declares. */
    readonly as: number;
    readonly decided?: boolean;
  }
  /** A layer of ten addresses, written in the given way. */
  async function addressesWritten({
    in: srid,
    swapped = false,
    east = 0,
    as,
    decided,
  }: Written): Promise<DatasetLayer> {
    const points = await db.query<{ x: number; y: number }[]>(
      `SELECT ST_X(p) AS x, ST_Y(p) AS y
       FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($1 + n * 1000, $2 + n * 1000), 3006), $3::int) AS p
             FROM generate_series(1, 10) n) moved`,
      [corner.x + east, corner.y, srid],
    );
    const rows = points.map(({ x, y }, n) =>
      home(String(n), undefined, { point: { type: 'Point', coordinates: swapped ? [y, x] : [x, y] } }),
    );
    return { kind: 'address', name: 'address', srid: as, sridDecided: decided, rows };
  }

  it.each<[string, Written, string, RegExp]>([
    [
      'latitude before longitude',
      { in: 4326, swapped: true, as: 4326 },
      'axes-swapped',
      /address seem swapped/,
    ],
    [
      'northing before easting',
      { in: 3006, swapped: true, as: 3006, decided: true },
      'axes-swapped',
      /x goes east/,
    ],
    [
      'metres declared as degrees',
      { in: 3006, as: 4326 },
      'other-reference',
      /EPSG:4326 but seem to be in EPSG:3006:/,
    ],
    ['degrees declared as metres', { in: 4326, as: 3006, decided: true }, 'other-reference', /in EPSG:4326:/],
    [
      'the national reference declared as a zone',
      { in: 3006, as: 3018, decided: true },
      'other-reference',
      /in EPSG:3006:/,
    ],
    ['a zone declared as the national reference', { in: 3018, as: 3006 }, 'other-reference', /EPSG:3018/],
    ['one zone declared as another', { in: 3018, as: 3011 }, 'other-reference', /EPSG:3018/],
  ])('%s: refused, and the error names the likely reference', async (_what, written, code, words) => {
    await town();
    await expect(load([await addressesWritten(written)])).rejects.toMatchObject({
      code: `places.${code}`,
      message: expect.stringMatching(words),
    });
    expect(await db.query('SELECT 1 FROM address')).toEqual([]);
  });

  it.each<[string, Written]>([
    ['a layer that lies at home', { in: 3018, as: 3018 }],
    ['degrees', { in: 4326, as: 4326 }],
    ['a neighbour', { in: 3006, as: 3006, east: -60_000 }],
    ['another part of the country', { in: 3006, as: 3006, east: -400_000 }],
    ['a reference that the profile gives', { in: 3018, as: 3011, decided: true }],
  ])('%s: imported as given', async (_what, written) => {
    await town();
    await load([await addressesWritten(written)]);
    expect(await db.query('SELECT 1 FROM address')).toHaveLength(10);
  });

  it.each<[string, Written, string]>([
    ['latitude before longitude', { in: 4326, swapped: true, as: 4326 }, 'axes-swapped'],
    ['northing before easting', { in: 3006, swapped: true, as: 3006 }, 'axes-swapped'],
    ['degrees declared as metres', { in: 4326, as: 3006 }, 'other-reference'],
    ['metres declared as degrees, which fit many references', { in: 3006, as: 4326 }, 'no-degrees'],
  ])('%s: refused even if no place is known yet', async (_what, written, code) => {
    await expect(load([await addressesWritten(written)])).rejects.toMatchObject({ code: `places.${code}` });
  });

  it('a first import in another zone is accepted, as there is nothing to compare it with', async () => {
    await load([await addressesWritten({ in: 3018, as: 3011 })]);
    expect(await db.query('SELECT 1 FROM address')).toHaveLength(10);
  });

  it('the layers of one import are compared with each other', async () => {
    const right = properties([{ key: 'P', geometry: square(0, 0, 20_000) }]);
    await expect(
      load([right, await addressesWritten({ in: 3006, as: 3018, decided: true })]),
    ).rejects.toMatchObject({ code: 'places.other-reference', details: { layer: 'address', srid: 3018 } });
    expect(await places()).toBe(0);
  });
});
