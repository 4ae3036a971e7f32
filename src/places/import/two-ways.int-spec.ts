import { GisFiles } from '../../../test/support/gis-files.js';
import { datasetOf } from './dataset-of-profile.js';
import { parseProfile } from './import-profile.js';

const square = [
  [22, 65],
  [22.1, 65],
  [22.1, 65.1],
  [22, 65],
];
const geometry = JSON.stringify({ type: 'Polygon', coordinates: [square] });
const featureOf = (properties: string, more = ''): string =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}${more}}`;
const collectionOf = (...features: string[]): string =>
  `{"type":"FeatureCollection","features":[${features.join(',')}]}`;

/** A file that can be read in two ways is refused: nobody knows which was meant. */
describe('a file that can be read in two ways', () => {
  let files: GisFiles;
  beforeAll(async () => {
    files = await GisFiles.open();
  });
  afterAll(() => files.close());

  const read = async (layer: Record<string, unknown>): Promise<object[]> => {
    const profile = parseProfile(
      JSON.stringify({
        source: 'test',
        layers: [{ kind: 'property', columns: { key: 'id', name: 'namn' }, ...layer }],
      }),
      'p',
    );
    const { layers } = await datasetOf(profile, files.folder);
    const rows: object[] = [];
    for await (const row of layers[0]!.rows) rows.push({ ...row });
    return rows;
  };
  const readText = async (file: string, text: string, layer: object = {}): Promise<object[]> => {
    await files.write(file, text);
    return read({ file, ...layer });
  };

  const good = featureOf('{"id":"A","namn":"x"}');
  it.each([
    ['a duplicate property', featureOf('{"id":"A","namn":"x","id":"B"}')],
    ['a property name that differs by a no-break space', featureOf('{"id":"A","namn":"x","id\\u00a0":"B"}')],
    ['a property name that differs by a byte order mark', featureOf('{"id":"A","namn":"x","\\ufeffid":"B"}')],
    ['a property name in another Unicode form', featureOf('{"å":"A","a\\u030a":"B","namn":"x"}')],
  ])('is refused in GeoJSON: %s', async (_what, feature) => {
    const columns = feature.includes('å') ? { key: 'å' } : { key: 'id' };
    const refused = { code: 'table.column-doubled', details: { columns: columns.key } };
    await expect(readText('a.geojson', collectionOf(good, feature), { columns })).rejects.toMatchObject(
      refused,
    );
    await expect(readText('a.geojsonl', `${good}\n${feature}\n`, { columns })).rejects.toMatchObject(refused);
    await expect(readText('b.geojson', feature, { columns })).rejects.toMatchObject(refused);
  });

  it('is refused if two columns differ only by case or width', async () => {
    for (const other of ['ID', 'ｉｄ']) {
      const refused = { code: 'table.column-doubled', details: { columns: other } };
      await expect(
        readText('a.geojson', collectionOf(featureOf(`{"id":"A","${other}":"B","namn":"x"}`))),
      ).rejects.toMatchObject(refused);
      const columns = { key: 'id', street: 'namn' };
      await expect(
        readText('a.csv', `${other},id,namn\n1,2,x\n`, { kind: 'address', columns }),
      ).rejects.toMatchObject(refused);
    }
  });

  it('is refused if a feature has both an id and a property @id', async () => {
    const text = collectionOf(featureOf('{"@id":"A"}', ',"id":7'));
    await expect(readText('a.geojson', text, { columns: { key: '@id' } })).rejects.toMatchObject({
      code: 'table.column-doubled',
    });
  });

  it.each([
    ['properties', featureOf('{"id":"A","namn":"x"}', ',"properties":{"id":"B"}')],
    ['geometry', featureOf('{"id":"A","namn":"x"}', ',"geometry":null')],
    ['coordinates', featureOf('{"id":"A"}').replace('"coordinates"', '"coordinates":[],"coordinates"')],
  ])('is refused if a feature has duplicate %s', async (key, feature) => {
    const refused = { code: 'places.key-doubled', details: { row: 2, key } };
    await expect(readText('a.geojson', collectionOf(good, feature))).rejects.toMatchObject(refused);
    await expect(readText('a.geojsonl', `${good}\n${feature}\n`)).rejects.toMatchObject(refused);
  });

  it('is refused if a collection has two lists of features', async () => {
    const text = collectionOf(good).replace(/}$/, ',"features":[]}');
    await expect(readText('a.geojson', text)).rejects.toMatchObject({
      code: 'places.key-doubled',
      details: { key: 'features' },
    });
  });

  it('is accepted if only a property that the profile does not name is duplicate', async () => {
    const text = collectionOf(featureOf('{"id":"A","namn":"x","anm":1,"anm":2}'));
    expect(await readText('a.geojson', text)).toEqual([expect.objectContaining({ key: 'A' })]);
  });

  const table = {
    kind: 'address',
    delimiter: ';',
    columns: { key: 'nr', street: 'gata', property: 'fastighet' },
  };
  it.each([
    ['a key', 'nr;gata;fastighet;nr', 'nr'],
    ['a street', 'nr;gata;gata ;fastighet', 'gata'],
    ['a property, in quotation marks', 'nr;gata;fastighet;"fastighet"', 'fastighet'],
    ['a key, one of them with a zero-width space', '\u200bnr;nr;gata;fastighet', 'nr'],
  ])('is refused as a CSV with two columns of %s', async (_what, heading, columns) => {
    await expect(readText('a.csv', `${heading}\n1;A;P;2\n`, table)).rejects.toMatchObject({
      code: 'table.column-doubled',
      details: { columns },
    });
  });

  it('is refused as a CSV if a condition is on a duplicate column', async () => {
    const text = 'nr;gata;fastighet;status;status\n1;A;P;Gällande;Utgången\n';
    const where = [{ column: 'status', equals: 'Gällande' }];
    await expect(readText('a.csv', text, { ...table, where })).rejects.toMatchObject({
      details: { columns: 'status' },
    });
  });

  it('is refused with the delimiter that the CSV seems to have', async () => {
    await expect(readText('a.csv', 'nr,gata,fastighet\n1,A,P\n', table)).rejects.toMatchObject({
      code: 'table.other-delimiter',
      message: expect.stringContaining('seems to separate its columns by ","'),
    });
  });

  it('keeps the digits of its keys, and may have headings in another Unicode form than the profile', async () => {
    const text = collectionOf(featureOf('{"id":9007199254740993,"namn":"A\\u030a"}'));
    expect(await readText('a.geojson', text)).toMatchObject([{ key: '9007199254740993', name: 'Å' }]);
    const csv = 'nr;gata;fa\u030a\n007;A;9007199254740993\n';
    const columns = { key: 'nr', street: 'gata', property: 'få' };
    expect(await readText('a.csv', csv, { ...table, columns })).toMatchObject([
      { key: '007', propertyKey: '9007199254740993' },
    ]);
  });

  it.each([
    ['8,28E+05', '7,29E+06'],
    ['7 294 050,75', '828050'],
    ['828,050', '7294050'],
    ['828050', '7,294,050'],
    ['0x10', '7294050'],
    ['Infinity', '7294050'],
  ])('yields no numeric coordinates for %s and %s', async (e, n) => {
    const [row] = (await readText('a.csv', `nr;gata;e;n\n1;A;${e};${n}\n`, {
      ...table,
      crs: 3006,
      columns: { key: 'nr', street: 'gata', x: 'e', y: 'n' },
    })) as { point: { coordinates: unknown[] } }[];
    expect(row!.point.coordinates.every((one) => typeof one === 'number')).toBe(false);
  });
});
