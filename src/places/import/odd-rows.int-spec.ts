import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import {
  addresses,
  home,
  importerOn,
  layer,
  pointAt,
  properties,
  ringOf,
  square,
} from '../../../test/support/import-rows.js';
import { SystemClock } from '../../kernel/clock.js';
import type { ImportDataset, ImportResult } from './import-dataset.js';
import type { AddressRow, DatasetLayer, PlaceRow } from './import-row.js';

describe('odd rows', () => {
  let db: DataSource;
  let importing: ImportDataset;
  beforeAll(async () => {
    db = await openTestDatabase();
    importing = importerOn(db, new SystemClock());
  });
  beforeEach(() => db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE'));
  afterAll(() => db.destroy());

  const load = (...layers: DatasetLayer[]): Promise<ImportResult> =>
    importing.run({ source: 'test', layers });
  const noted = ({ notes }: ImportResult): string[] =>
    notes.map(({ row, action, code }) => `${row} ${action} ${code}`);
  const areas = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await db.query<{ key: string; area: number }[]>(
          'SELECT source_key AS key, round(ST_Area(geom)::numeric, 1)::float AS area FROM place ORDER BY 1',
        )
      ).map(({ key, area }) => [key, area]),
    );
  const several = (...rings: unknown[]) => ({ type: 'MultiPolygon', coordinates: rings });
  const inner = ringOf(20, 20, 50);

  it.each<[string, unknown, number]>([
    ['halves that overlap', several([ringOf(0, 0, 100)], [ringOf(50, 0, 100)]), 15_000],
    ['halves that share an edge', several([ringOf(0, 0, 100)], [ringOf(100, 0, 100)]), 20_000],
    ['the same part twice', several([ringOf(0, 0, 100)], [ringOf(0, 0, 100)]), 10_000],
    [
      'a line beside it',
      {
        type: 'GeometryCollection',
        geometries: [square(0, 0), { type: 'LineString', coordinates: inner.slice(0, 2) }],
      },
      10_000,
    ],
    [
      'a hole of three positions',
      { type: 'Polygon', coordinates: [ringOf(0, 0, 100), [inner[0], inner[1], inner[0]]] },
      10_000,
    ],
  ])('are repaired when a good polygon comes with %s', async (_what, geometry, area) => {
    const result = await load(properties([{ key: 'P', geometry }]));
    expect(noted(result)).toEqual([expect.stringMatching(/^1 repaired geometry-(invalid|leftover)$/)]);
    expect(await areas()).toEqual({ P: area });
  });

  it('are refused when a part inside another may be its hole', async () => {
    const good = { key: 'G', geometry: square(500, 0) };
    const result = await load(
      properties([{ key: 'P', geometry: several([ringOf(0, 0, 100)], [inner]) }, good]),
    );
    expect(noted(result)).toEqual(['1 refused geometry-lost']);
  });

  it('are merged when the same polygon starts at another corner or runs the other way', async () => {
    const ring = ringOf(0, 0, 100);
    const turned = [...ring.slice(2), ...ring.slice(1, 3)];
    const of = (...corners: unknown[]): PlaceRow => ({
      key: 'P',
      geometry: { type: 'Polygon', coordinates: [corners] },
    });
    const result = await load(properties([of(...ring), of(...turned), of(...ring.toReversed())]));
    expect(result.notes).toEqual([]);
    expect(result.summary.layers).toMatchObject([{ rows: 3, new: 1, merged: 2, refused: 0 }]);
    const again = await load(properties([of(...turned)]));
    expect(again.summary.layers).toMatchObject([{ unchanged: 1 }]);
    const other = { key: 'P', geometry: square(50, 0) };
    expect(
      noted(await load(properties([of(...ring), other, { key: 'Q', geometry: square(0, 500) }]))),
    ).toEqual(['1 refused key-repeated', '2 refused key-repeated']);
  });

  const municipality = layer('municipality', [{ key: 'M', geometry: square(-5_000, -5_000, 10_000) }]);
  const lots = properties([{ key: 'P1', geometry: square(0, 0) }]);
  const at = (key: string, x: number, y: number, more: Partial<AddressRow> = {}) =>
    home(key, undefined, { point: pointAt(x, y), ...more });

  it('are noted when an address lies outside every municipality, or far from its property', async () => {
    const rows = [
      at('in', 50, 50),
      at('border', 5_500, 0),
      at('away', 0, 100_000),
      at('digit', 50, 100_050, { propertyKey: 'P1' }),
      at('near', 1_050, 50, { propertyKey: 'P1' }),
      at('far', 2_000, 50, { propertyKey: 'P1' }),
    ];
    const first = await load(municipality, lots, addresses(rows));
    expect(noted(first)).toEqual([
      '3 noted outside-municipality',
      '4 noted outside-municipality',
      '4 noted property-far',
      '6 noted property-far',
    ]);
    expect(first.notes[2]).toMatchObject({ key: 'digit', detail: 'P1, 99950 m' });
    expect(first.summary.layers.at(-1)).toMatchObject({ new: 6, refused: 0 });
    // Unchanged rows are not noted again.
    expect(noted(await load(municipality, lots, addresses(rows)))).toEqual([]);
  });

  it('are noted when an address lies away from all places and there is no municipality', async () => {
    expect(noted(await load(lots, addresses([at('in', 50, 50), at('away', 0, 100_000)])))).toEqual([
      '2 noted outside-municipality',
    ]);
    await db.query('TRUNCATE place, address CASCADE');
    expect(noted(await load(addresses([at('in', 50, 50), at('away', 0, 10_000)])))).toEqual([]);
  });

  it.each([
    [0, 7_294_000],
    [828_000, 0],
    [1, 1],
    [-1, -1],
  ])('have no point when it is %d, %d, which registers write for an unknown one', async (...coordinates) => {
    const none = { point: { type: 'Point', coordinates } };
    const result = await load(lots, addresses([home('1', 'P1', none), home('2', undefined, none)]));
    expect(noted(result)).toEqual([
      '1 noted point-zero',
      '2 noted point-zero',
      '2 refused property-not-named',
    ]);
  });

  it('with the point 0, 0 are placed in their property, or refused without one', async () => {
    const zero = { point: { type: 'Point', coordinates: [0, 0] } };
    const result = await load(lots, addresses([home('1', 'P1', zero), home('2', undefined, zero)]));
    expect(noted(result)).toEqual([
      '1 noted point-zero',
      '2 noted point-zero',
      '2 refused property-not-named',
    ]);
    expect(await db.query('SELECT source_key AS key, point_source AS placed FROM address')).toEqual([
      { key: '1', placed: 'property' },
    ]);
  });

  it('may refer to a property by its key in another case, spacing or Unicode form', async () => {
    const named = properties([
      { key: 'ÖSTER 1:1', geometry: square(0, 0) },
      { key: 'NORR 1:1', geometry: square(200, 0) },
      { key: 'Norr 1:1', geometry: square(400, 0) },
    ]);
    const written = ['Öster 1:1', 'O\u0308STER\u00a01:1', ' ÖSTER  1:1', 'norr 1:1'];
    const result = await load(named, addresses(written.map((key, n) => home(String(n + 1), key))));
    expect(noted(result)).toEqual(['4 refused property-unknown']);
    expect(await db.query('SELECT DISTINCT property_keys FROM address')).toEqual([
      { property_keys: ['ÖSTER 1:1'] },
    ]);
  });

  it('are refused when a spreadsheet has made the key a decimal, or its letters are lost', async () => {
    const keys = ['123.0', '123,00', '1,23E+05', '1E+05', 'VÃ¤g', 'V\ufffdg', '00123', '12E5', 'S:1.0'];
    const result = await load(properties(keys.map((key, n) => ({ key, geometry: square(n * 200, 0) }))));
    expect(noted(result)).toEqual([
      ...[1, 2, 3, 4].map((row) => `${row} refused key-reformatted`),
      ...[5, 6].map((row) => `${row} refused text-garbled`),
    ]);
    expect(Object.keys(await areas())).toEqual(['00123', '12E5', 'S:1.0']);
  });

  it('lose invisible characters of their names, and are noted for them and for look-alike letters', async () => {
    const names = [
      'Alavik\n1:2',
      'Ala\u200bvik\u2028 1:3',
      '\u202eAlavik 1:4',
      'Bergn\u0430set 1:5',
      'Åkerbäret\u00a01:6',
      'Árjepluovve 1:7',
      'A\u030alund 1:8',
    ];
    const result = await load(
      properties(names.map((name, n) => ({ key: `P${n}`, name, geometry: square(n * 200, 0) }))),
      addresses([
        {
          key: 'A1',
          street: 'Stor\u00adgatan',
          number: '1\r\nB',
          locality: 'Luleå\u200f',
          point: pointAt(10, 10),
        },
      ]),
    );
    expect(noted(result)).toEqual([
      '1 noted name-unseen',
      '2 noted name-unseen',
      '3 noted name-unseen',
      '4 noted name-look-alike',
      '1 noted name-unseen',
    ]);
    const places = await db.query<{ name: string }[]>('SELECT name FROM place ORDER BY source_key');
    expect(places.map(({ name }) => name)).toEqual([
      'Alavik 1:2',
      'Alavik 1:3',
      'Alavik 1:4',
      'Bergn\u0430set 1:5',
      'Åkerbäret 1:6',
      'Árjepluovve 1:7',
      'Ålund 1:8',
    ]);
    const [address] = await db.query<object[]>('SELECT street, number, locality FROM address');
    expect(address).toEqual({ street: 'Storgatan', number: '1 B', locality: 'Luleå' });
  });

  it('are noted when letters of a name are lost or encoded twice', async () => {
    const rows = ['LuleÃ¥', 'Lule\ufffd', 'São Paulo', 'ÂÃ'].map((name, n) => ({
      key: `P${n}`,
      name,
      geometry: square(n * 200, 0),
    }));
    expect(noted(await load(properties(rows)))).toEqual(['1 noted text-garbled', '2 noted text-garbled']);
    expect(await db.query(`SELECT name FROM place WHERE source_key = 'P1'`)).toEqual([{ name: 'Lule' }]);
  });

  it('are listed in the refusal when the whole dataset is refused because of them', async () => {
    await load(lots);
    const broken = { key: 'P1', geometry: { type: 'Point', coordinates: [0, 0] } };
    await expect(load(properties([broken, { geometry: square(0, 0) }]))).rejects.toMatchObject({
      code: 'places.nothing-to-import',
      account: {
        layers: [{ rows: 2, refused: 2 }],
        reasons: [
          { code: 'geometry-kind', rows: 1 },
          { code: 'key-missing', rows: 1 },
        ],
        notes: [
          { row: 1, code: 'geometry-kind' },
          { row: 2, code: 'key-missing' },
        ],
      },
    });
    const twins = [0, 50].map((x) => ({ key: 'P1', geometry: square(x, 0) }));
    await expect(load(properties(twins))).rejects.toMatchObject({
      code: 'places.nothing-to-import',
      account: { notes: [{ code: 'key-repeated' }, { code: 'key-repeated' }] },
    });
    await expect(load(properties([]))).rejects.toMatchObject({
      message: 'places.no-rows: The dataset test has no rows, so what is there is untouched.',
      account: { layers: [{ rows: 0 }], notes: [] },
    });
    expect(await areas()).toEqual({ P1: 10_000 });
  });
});
