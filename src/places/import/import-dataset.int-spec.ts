import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import {
  addresses,
  home,
  importerOn,
  layer,
  pointAt,
  polygon,
  properties,
  ringOf,
  square,
  type Ring,
} from '../../../test/support/import-rows.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Dataset, ImportDataset } from './import-dataset.js';
import type { DatasetLayer, PlaceRow } from './import-row.js';

// Also on the embedded database (postgis): it sorts and joins the geometries of whole files.
describe('importing a dataset', () => {
  let db: DataSource;
  let importing: ImportDataset;

  beforeAll(async () => {
    db = await openTestDatabase();
    importing = importerOn(db, new SystemClock());
  });
  beforeEach(() => db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE'));
  afterAll(() => db.destroy());

  const load = (layers: DatasetLayer[], more: Partial<Dataset> = {}) =>
    importing.run({ source: 'test', layers, ...more });
  const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => db.query<T[]>(sql);
  const column = async (sql: string): Promise<unknown[]> =>
    (await rows(sql)).map((row) => Object.values(row)[0]);
  /** Every row with its xmin, so that a rewritten row differs. */
  const everything = () =>
    rows(`SELECT 'place' AS what, id::text, xmin::text, valid_to FROM place
          UNION ALL SELECT 'address', id::text, xmin::text, valid_to FROM address
          UNION ALL SELECT 'pair', place_id || '-' || address_id, xmin::text, NULL FROM address_place
          UNION ALL SELECT 'feature', id::text, xmin::text, NULL FROM map_feature ORDER BY 1, 2`);
  const members = async (place: string): Promise<unknown[]> =>
    column(`SELECT a.source_key FROM address_place ap JOIN place p ON p.id = ap.place_id
            JOIN address a ON a.id = ap.address_id WHERE p.source_key = '${place}' ORDER BY 1`);

  const town = (): DatasetLayer[] => [
    properties([
      { key: 'P1', name: 'Öster 1:1', geometry: square(0, 0) },
      { key: 'P2', name: 'Öster 1:2', geometry: square(100, 0) },
    ]),
    layer('block', [{ key: 'B', geometry: square(0, 0, 150) }]),
    layer('municipality', [{ key: 'M', name: 'Luleå', geometry: square(0, 0, 50) }]),
    addresses([home('1', 'P1'), home('2', 'P2'), home('3', undefined, { point: pointAt(60, 60) })]),
    { kind: 'water', name: 'water', srid: 3006, rows: [{ geometry: square(500, 500) }] },
  ];

  it('imports places and addresses and finds which address lies in which place', async () => {
    const { summary, notes } = await load(town());
    expect(notes).toEqual([]);
    expect(summary.layers.map(({ layer: name, rows: n, new: taken }) => [name, n, taken])).toEqual([
      ['property', 2, 2],
      ['block', 1, 1],
      ['municipality', 1, 1],
      ['address', 3, 3],
      ['water', 1, 1],
    ]);
    expect(await members('P1')).toEqual(['1', '3']);
    expect(await members('P2')).toEqual(['2']);
    expect(await members('B')).toEqual(['1', '2', '3']);
    expect(await members('M')).toEqual(['1', '2', '3']);
    expect(await rows(`SELECT search_name FROM place WHERE source_key = 'P1'`)).toEqual([
      { search_name: 'oster 1:1' },
    ]);
    expect(await column('SELECT point_source FROM address ORDER BY source_key')).toEqual([
      'property',
      'property',
      'own',
    ]);
    expect(await column('SELECT summary FROM place_import')).toEqual([JSON.parse(JSON.stringify(summary))]);
  });

  it('importing the same dataset again changes nothing', async () => {
    await load(town());
    const before = await everything();
    const { summary } = await load(town());
    expect(summary.layers.map(({ unchanged, new: added, changed }) => [unchanged, added, changed])).toEqual([
      [2, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [3, 0, 0],
      [1, 0, 0],
    ]);
    expect(summary).toMatchObject({ addressesMoved: 0, memberships: { added: 0, removed: 0 } });
    expect(await everything()).toEqual(before);
  });

  it('updates changed places under their old id, and moves addresses with their property', async () => {
    await load(town());
    const [before] = await rows(`SELECT id, ST_X(point) AS x FROM address WHERE source_key = '2'`);
    const ids = await column('SELECT id FROM place ORDER BY id');
    const { summary } = await load([
      properties([
        { key: 'P1', name: 'Öster 1:1', geometry: square(0, 0) },
        { key: 'P2', name: 'Öster 1:3', geometry: square(300, 0) },
      ]),
    ]);
    expect(summary).toMatchObject({ addressesMoved: 1, layers: [{ unchanged: 1, changed: 1 }] });
    expect(await column('SELECT id FROM place ORDER BY id')).toEqual(ids);
    expect(await rows(`SELECT id, ST_X(point) AS x FROM address WHERE source_key = '2'`)).toEqual([
      { id: before!['id'], x: Number(before!['x']) + 200 },
    ]);
    expect(await members('B')).toEqual(['1', '3']);
    expect(await members('P2')).toEqual(['2']);
  });

  it('another shape with the same corners and area is changed, and a shape with rounded coordinates is unchanged', async () => {
    const corners: Ring = [
      [0, 0],
      [200, 0],
      [200, 200],
      [0, 200],
    ];
    const [southWest, southEast, northEast, northWest] = corners as [Ring[0], Ring[0], Ring[0], Ring[0]];
    const middle: Ring[0] = [100, 100];
    const fromSouth = polygon(southWest, middle, southEast, northEast, northWest, southWest);
    const fromWest = polygon(southWest, southEast, northEast, northWest, middle, southWest);
    const outcome = async (geometry: object) =>
      (await load([properties([{ key: 'P', geometry }])])).summary.layers[0];
    await outcome(fromSouth);
    expect(
      await outcome(polygon([0.004, 0], middle, southEast, [200, 200.005], northWest, [0.004, 0])),
    ).toMatchObject({
      unchanged: 1,
    });
    expect(await outcome(fromWest)).toMatchObject({ changed: 1 });
  });

  it('ends a place that is gone, and gives it its old id when it comes back', async () => {
    const three = [1, 2, 3, 4, 5, 6].map((n) => ({ key: `P${n}`, geometry: square(n * 100, 0) }));
    await load([properties(three), addresses([home('1', 'P1'), home('2', 'P2')])]);
    const [id] = await column(`SELECT id FROM place WHERE source_key = 'P1'`);
    const { summary } = await load([properties(three.slice(1))]);
    expect(summary.gone).toEqual({ property: 1 });
    expect(await members('P1')).toEqual([]);
    expect(await column(`SELECT property_id FROM address WHERE source_key = '1'`)).toEqual([null]);
    expect(await column(`SELECT valid_to FROM place WHERE source_key = 'P1'`)).toEqual([expect.any(Date)]);

    expect((await load([properties(three)])).summary).toMatchObject({ layers: [{ new: 1, unchanged: 5 }] });
    expect(await rows(`SELECT id, valid_to FROM place WHERE source_key = 'P1'`)).toEqual([
      { id, valid_to: null },
    ]);
    expect(await members('P1')).toEqual(['1']);
  });

  it('refuses a dataset that would end more than a fifth, unless shrinking is allowed', async () => {
    await load(town());
    const before = await everything();
    const half = [properties([{ key: 'P1', name: 'Öster 1:1', geometry: square(0, 0) }])];
    await expect(load(half)).rejects.toMatchObject({
      code: 'places.dataset-shrank',
      details: { kind: 'property', current: 2, gone: 1 },
    });
    await expect(load([addresses([home('1', 'P1')])])).rejects.toMatchObject({
      code: 'places.dataset-shrank',
      details: { kind: 'address', current: 3, gone: 2 },
    });
    expect(await everything()).toEqual(before);
    expect((await load(half, { allowShrink: true })).summary.gone).toEqual({ property: 1 });
  });

  it('rolls back everything when the source fails half-way, and after a dry run', async () => {
    await load(town());
    const before = await everything();
    const failing = function* (): Generator<PlaceRow> {
      yield { key: 'P1', geometry: square(0, 0, 20) };
      throw new Error('the disk is gone');
    };
    await expect(load([{ kind: 'property', name: 'p', srid: 3006, rows: failing() }])).rejects.toThrow(
      'disk',
    );
    const { summary } = await load([properties([{ key: 'P9', geometry: square(0, 0) }])], {
      dryRun: true,
      allowShrink: true,
    });
    expect(summary).toMatchObject({ layers: [{ new: 1 }], gone: { property: 2 } });
    expect(await everything()).toEqual(before);
    expect(await rows('SELECT 1 FROM place_import')).toHaveLength(1);
  });

  const bowTie = polygon([0, 0], [100, 100], [100, 0], [0, 100], [0, 0]);
  // Two squares that meet in a corner, which the ring passes twice: the area is unambiguous.
  const pinched = polygon(
    [0, 0],
    [50, 0],
    [50, 50],
    [100, 50],
    [100, 100],
    [50, 100],
    [50, 50],
    [0, 50],
    [0, 0],
  );
  const spike = polygon([0, 0], [100, 0], [100, 100], [100, 300], [100, 100], [0, 100], [0, 0]);

  it.each([
    ['a ring that touches itself', pinched, 'repaired', 'geometry-invalid', 5000],
    ['a spike', spike, 'repaired', 'geometry-invalid', 10_000],
    ['a ring that crosses itself', bowTie, 'refused', 'geometry-lost', undefined],
    [
      'a polygon without area',
      polygon([0, 0], [50, 0], [100, 0], [0, 0]),
      'refused',
      'geometry-lost',
      undefined,
    ],
    ['an open ring', polygon([0, 0], [100, 0], [100, 100], [0, 100]), 'refused', 'geometry-ring', undefined],
    ['a point', pointAt(0, 0), 'refused', 'geometry-kind', undefined],
    ['no geometry', null, 'refused', 'geometry-missing', undefined],
  ])('reports what happened to %s', async (_what, geometry, action, code, area) => {
    const { summary, notes } = await load([
      properties([
        { key: 'fine', geometry: square(500, 0) },
        { key: 'X', geometry },
      ]),
    ]);
    expect(notes).toEqual([expect.objectContaining({ layer: 'property', row: 2, key: 'X', action, code })]);
    expect(summary.layers[0]).toMatchObject(area ? { new: 2, repaired: 1 } : { new: 1, refused: 1 });
    expect(
      await column(`SELECT ST_Area(geom) FROM place WHERE source_key = 'X' AND ST_IsValid(geom)`),
    ).toEqual(area ? [area] : []);
  });

  it('keeps the stored place when its new row is refused', async () => {
    await load([properties([{ key: 'X', geometry: square(0, 0) }])]);
    const before = await everything();
    const { summary } = await load([
      properties([
        { key: 'X', geometry: bowTie },
        { key: 'Y', geometry: square(300, 0) },
      ]),
    ]);
    expect(summary).toMatchObject({ gone: { property: 0 }, layers: [{ new: 1, refused: 1 }] });
    expect(await everything()).toEqual(expect.arrayContaining(before));
  });

  it('merges several polygons of a key into one property, with their holes', async () => {
    const withHole = { type: 'Polygon', coordinates: [ringOf(0, 0, 100), ringOf(40, 40, 20).toReversed()] };
    const { summary } = await load([
      properties(
        [
          { key: 'P', name: 'Porsön 1:405', geometry: withHole },
          { key: 'P', name: 'Porsön 1:405', geometry: square(100, 0) },
          { key: 'P', name: 'Porsön 1:405', geometry: square(500, 0) },
        ],
        { grouped: true },
      ),
      addresses([
        home('in', undefined, { point: pointAt(520, 10) }),
        home('hole', undefined, { point: pointAt(50, 50) }),
        home('border', undefined, { point: pointAt(0, 50) }),
      ]),
    ]);
    expect(summary.layers[0]).toMatchObject({ rows: 3, new: 1, merged: 2 });
    expect(
      await rows(
        'SELECT ST_NumGeometries(geom) AS parts, ST_Area(geom) AS area, ST_IsValid(geom) AS valid FROM place',
      ),
    ).toEqual([{ parts: 2, area: 29_600, valid: true }]);
    expect(await members('P')).toEqual(['border', 'in']);
  });

  it('merges identical rows of a key, and refuses rows of a key that differ', async () => {
    const { summary, notes } = await load([
      properties([
        { key: 'same', geometry: square(0, 0) },
        { key: 'same', geometry: square(0, 0) },
        { key: 'torn', geometry: square(200, 0) },
        { key: 'torn', geometry: square(300, 0) },
        { geometry: square(400, 0) },
        { key: '---', skipped: 'no-key' } as never,
      ]),
    ]);
    expect(summary.layers[0]).toMatchObject({ rows: 6, new: 1, merged: 1, refused: 3, skipped: 1 });
    expect(notes.map(({ row, action, code, detail }) => [row, action, code, detail])).toEqual([
      [3, 'refused', 'key-repeated', '2 rows'],
      [4, 'refused', 'key-repeated', '2 rows'],
      [5, 'refused', 'key-missing', undefined],
      [6, 'skipped', 'no-key', undefined],
    ]);
  });

  it('merges the rows of an address, and refuses rows that cannot be placed', async () => {
    const { summary, notes } = await load([
      properties([
        { key: 'P1', geometry: square(0, 0) },
        { key: 'P2', geometry: square(200, 0) },
      ]),
      addresses([
        home('1', 'P1'),
        home('1', 'P1'),
        home('1', 'P2'),
        home('1', 'P7'),
        home('1'),
        home('2', 'P8'),
        home('3'),
        home('4', 'P1'),
        home('4', 'P1', { street: 'Kungsgatan' }),
        home('5', 'P9', { point: pointAt(250, 50) }),
      ]),
    ]);
    expect(summary.layers[1]).toMatchObject({ rows: 10, new: 2, merged: 4, refused: 4 });
    expect(notes.map(({ row, action, code, detail }) => [row, action, code, detail])).toEqual([
      [3, 'merged', 'property-also', 'P2'],
      [4, 'noted', 'property-unknown', 'P7'],
      [6, 'refused', 'property-unknown', 'P8'],
      [7, 'refused', 'property-not-named', undefined],
      [8, 'refused', 'address-conflicting', '2 rows'],
      [9, 'refused', 'address-conflicting', '2 rows'],
      [10, 'noted', 'property-unknown', 'P9'],
    ]);
    expect(await members('P1')).toEqual(['1']);
    expect(await members('P2')).toEqual(['1', '5']);
  });

  it.each([
    ['longitude and latitude far from the metric reference', 4326, [-71.1, 42.37], /METRIC_SRID/],
    ['longitude and latitude swapped', 4326, [65.58, 22.15], /seem swapped/],
    ['metres of another reference', 26_986, [236_000, 901_000], /METRIC_SRID/],
  ])('refuses %s and says what is probably wrong', async (_what, srid, [x, y], words) => {
    const step = srid === 4326 ? 0.001 : 100;
    const ring = [
      [x, y],
      [x! + step, y],
      [x! + step, y! + step],
      [x, y],
    ];
    const rowsThere = [{ key: 'P', geometry: { type: 'Polygon', coordinates: [ring] } }];
    await expect(load([properties(rowsThere, { srid })])).rejects.toThrow(words);
    expect(await everything()).toEqual([]);
  });

  it('refuses a single row that lies on the other side of the earth', async () => {
    const near = [0, 1, 2].map((n) => ({ key: `P${n}`, geometry: square(n * 100, 0) }));
    const far = { key: 'far', geometry: polygon([3e6, 0], [3e6, 1e5], [3.1e6, 0], [3e6, 0]) };
    const { notes } = await load([properties([...near, far])]);
    expect(notes).toEqual([
      expect.objectContaining({ key: 'far', code: 'outside-reference', action: 'refused' }),
    ]);
  });

  it('refuses a dataset without a usable row, and an unknown reference', async () => {
    await expect(load([properties([{ geometry: square(0, 0) }])])).rejects.toMatchObject({
      code: 'places.nothing-to-import',
    });
    await expect(
      load([properties([{ key: 'P', geometry: square(0, 0) }], { srid: 99 })]),
    ).rejects.toMatchObject({
      code: 'places.unknown-reference',
    });
  });
});
