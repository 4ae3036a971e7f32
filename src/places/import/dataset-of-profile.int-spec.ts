import { rm } from 'node:fs/promises';
import path from 'node:path';
import { GisFiles } from '../../../test/support/gis-files.js';
import { datasetOf } from './dataset-of-profile.js';
import { parseProfile } from './import-profile.js';

const corner: [number, number] = [828_000, 7_294_000];
const square = (x: number) => [
  [x, 0],
  [x + 100, 0],
  [x + 100, 100],
  [x, 100],
  [x, 0],
];
const placed = (x: number) => ({
  type: 'Polygon',
  coordinates: [square(x).map(([e, n]) => [corner[0] + e!, corner[1] + n!])],
});
const features = [
  { type: 'Feature', id: 7, properties: { id: 7, namn: 'Öster 1:1' }, geometry: placed(0) },
  { type: 'Feature', id: 8, properties: { id: 8, namn: null, status: 'Utgången' }, geometry: placed(200) },
];
const collection = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
  features,
};

describe('opening the files of a profile', () => {
  let files: GisFiles;
  const write = (name: string, content: unknown): Promise<void> => files.write(name, content);
  const read = async (layer: Record<string, unknown>) => {
    const profile = parseProfile(
      JSON.stringify({
        source: 'test',
        layers: [{ kind: 'property', columns: { key: 'id', name: 'namn' }, ...layer }],
      }),
      'p',
    );
    const { layers } = await datasetOf(profile, files.folder);
    const rows: Record<string, unknown>[] = [];
    for await (const row of layers[0]!.rows) rows.push({ ...row });
    return { srid: layers[0]!.srid, rows };
  };

  beforeAll(async () => {
    files = await GisFiles.open();
  });
  afterAll(() => files.close());

  const bothRows = [
    { row: 1, key: '7', name: 'Öster 1:1' },
    { row: 2, key: '8', name: undefined },
  ];

  it.each([
    ['a GeoPackage', 'GPKG', 'parcels.gpkg', []],
    ['a Shapefile', 'ESRI Shapefile', 'parcels.shp', ['-lco', 'ENCODING=UTF-8']],
    ['a Shapefile in Latin 1', 'ESRI Shapefile', 'latin.shp', ['-lco', 'ENCODING=ISO-8859-1']],
    ['FlatGeobuf', 'FlatGeobuf', 'parcels.fgb', []],
  ])('reads %s, its names, numbers and reference', async (_what, format, file, options) => {
    await files.convert(collection, format, path.parse(file).name, options);
    const { srid, rows } = await read({ file });
    expect(srid).toBe(3006);
    expect(rows.map(({ row, key, name }) => ({ row, key, name }))).toEqual(
      format === 'FlatGeobuf' ? expect.arrayContaining([expect.objectContaining({ key: '7' })]) : bothRows,
    );
    const { coordinates } = rows.find(({ key }) => key === '7')!['geometry'] as { coordinates: number[][][] };
    expect(coordinates.flat(2).toSorted()).toEqual(placed(0).coordinates.flat(2).toSorted());
  });

  it('reads a Shapefile without .cpg and .prj when the profile gives encoding and reference', async () => {
    await files.convert(collection, 'ESRI Shapefile', 'bare', ['-lco', 'ENCODING=ISO-8859-1']);
    await Promise.all(['cpg', 'prj'].map((end) => rm(files.at(`bare.${end}`))));
    await expect(read({ file: 'bare.shp' })).rejects.toMatchObject({ code: 'places.reference-missing' });
    const { srid, rows } = await read({ file: 'bare.shp', crs: 3006, encoding: 'ISO-8859-1' });
    expect([srid, rows[0]!['name']]).toEqual([3006, 'Öster 1:1']);
  });

  it('reads GeoJSON with its older reference, lists, numbers and its own ids', async () => {
    await write('a.geojson', {
      ...collection,
      features: [{ ...features[0], properties: { namn: ['Öster', 'Norr'] } }],
    });
    const { srid, rows } = await read({ file: 'a.geojson', columns: { key: '@id', name: 'namn' } });
    expect([srid, rows]).toEqual([3006, [{ row: 1, key: '7', name: 'Öster, Norr', geometry: placed(0) }]]);
  });

  it('skips the rows that the profile excludes, and reports why', async () => {
    await write('a.geojson', collection);
    const { rows } = await read({
      file: 'a.geojson',
      where: [{ column: 'status', not: 'Utgången' }],
      noKey: ['7'],
    });
    expect(rows).toEqual([
      { row: 1, key: '7', skipped: 'no-key' },
      { row: 2, key: '8', skipped: 'filtered' },
    ]);
  });

  const topology = {
    type: 'Topology',
    arcs: [square(0).map(([x, y]) => [22 + x! / 1e4, 65 + y! / 1e4])],
    objects: Object.fromEntries(
      ['lots', 'streets'].map((name) => [
        name,
        {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [[0]], properties: { id: 'A', namn: name } }],
        },
      ]),
    ),
  };

  it('reads the layer that the profile names, and lists the layers when the choice is unclear', async () => {
    await write('a.topojson', topology);
    const { srid, rows } = await read({ file: 'a.topojson', layer: 'streets' });
    expect([srid, rows[0]!['name']]).toEqual([4326, 'streets']);
    for (const layer of [undefined, 'houses'])
      await expect(read({ file: 'a.topojson', layer })).rejects.toMatchObject({
        code: 'places.layer-unclear',
        details: { layers: 'lots, streets' },
      });
  });

  const addresses = {
    kind: 'address',
    file: 'a.csv',
    columns: { key: 'nr', street: 'gata', number: 'nummer', letter: 'bokstav', property: 'fastighet' },
  };

  it('reads addresses from a CSV in the format of a Swedish spreadsheet', async () => {
    const csv =
      '\r\nnr;gata;nummer;bokstav;fastighet;e;n\r\n1;Örnvägen;12;B;;828000,5;7294000\r\n2;"Storgatan; södra";3;;saknas;;\r\n';
    await write('a.csv', Buffer.from(csv, 'latin1'));
    const { rows } = await read({
      ...addresses,
      delimiter: ';',
      encoding: 'windows-1252',
      crs: 3006,
      empty: ['saknas'],
      columns: { ...addresses.columns, x: 'e', y: 'n' },
    });
    expect(rows).toEqual([
      expect.objectContaining({
        row: 1,
        street: 'Örnvägen',
        number: '12 B',
        propertyKey: undefined,
        point: { type: 'Point', coordinates: [828_000.5, 7_294_000] },
      }),
      expect.objectContaining({
        street: 'Storgatan; södra',
        number: '3',
        propertyKey: undefined,
        point: undefined,
      }),
    ]);
  });

  const good = 'nr,gata,nummer,bokstav,fastighet\n1,Storgatan,1,,P1\n';
  it.each([
    [
      'another encoding',
      { 'a.csv': Buffer.from(`${good}2,Örn,1,,P1`, 'latin1') },
      addresses,
      'wrong-encoding',
      /row 3, is not written in utf-8/,
    ],
    ['an empty CSV', { 'a.csv': '' }, addresses, 'file-empty', /empty/],
    [
      'a column that is not there',
      { 'a.csv': 'nr,gata\n1,A\n' },
      addresses,
      'column-missing',
      /nummer, bokstav/,
    ],
    [
      'no reference for x and y',
      { 'a.csv': good },
      { ...addresses, columns: { key: 'gata', street: 'gata', x: 'nr', y: 'nummer' } },
      'reference-missing',
      /crs/,
    ],
    [
      'JSON that is cut off',
      { 'a.geojson': '{"type":"Featu' },
      { file: 'a.geojson' },
      'file-cut-off',
      /row 1/,
    ],
    [
      'JSON that is not GeoJSON',
      { 'a.geojson': '{}' },
      { file: 'a.geojson' },
      'not-geojson',
      /FeatureCollection/,
    ],
    [
      'metres without a reference',
      { 'a.geojson': JSON.stringify({ ...collection, crs: null }) },
      { file: 'a.geojson' },
      'reference-missing',
      /crs/,
    ],
    [
      'a property that no feature has',
      { 'a.geojson': JSON.stringify(collection) },
      { file: 'a.geojson', columns: { key: 'ident' } },
      'column-missing',
      /id, namn/,
    ],
    [
      'a file that is not a GeoPackage',
      { 'b.gpkg': 'hello' },
      { file: 'b.gpkg' },
      'file-unreadable',
      /b\.gpkg/,
    ],
    ['a Shapefile that is missing', {}, { file: 'c.shp' }, 'file-unreadable', /c\.shp/],
  ])('refuses %s', async (_what, contents, layer, code, words) => {
    for (const [name, content] of Object.entries(contents)) await write(name, content);
    await expect(read(layer)).rejects.toMatchObject({
      code: `places.${code}`,
      message: expect.stringMatching(words),
    });
  });
});
