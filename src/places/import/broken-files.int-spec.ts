import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { GisFiles } from '../../../test/support/gis-files.js';
import { datasetOf } from './dataset-of-profile.js';
import { parseProfile } from './import-profile.js';

const count = 3_000;
const square = (n: number) => {
  const [x, y] = [828_000 + (n % 60) * 100, 7_294_000 + Math.floor(n / 60) * 100];
  return [
    [x, y],
    [x + 90, y],
    [x + 90, y + 90],
    [x, y + 90],
    [x, y],
  ];
};
const collection = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
  features: Array.from({ length: count }, (_, n) => ({
    type: 'Feature',
    properties: { id: `k${n}`, namn: `Öster 1:${n}` },
    geometry: { type: 'Polygon', coordinates: [square(n)] },
  })),
};

/** What a broken download leaves. However much is cut off, no import may take the rest for the whole file. */
describe('a broken file', () => {
  let files: GisFiles;

  beforeAll(async () => {
    files = await GisFiles.open();
    await files.convert(collection, 'GPKG', 'whole');
    await files.convert(collection, 'ESRI Shapefile', 'whole', ['-lco', 'ENCODING=UTF-8']);
  });
  afterAll(() => files.close());

  /** @returns the names of its rows */
  const read = async (file: string, more: object = {}): Promise<string[]> => {
    const layer = { kind: 'property', file, columns: { key: 'id', name: 'namn' }, ...more };
    const profile = parseProfile(JSON.stringify({ source: 'test', layers: [layer] }), 'p');
    const { layers } = await datasetOf(profile, files.folder);
    const names: string[] = [];
    for await (const row of layers[0]!.rows) names.push('name' in row ? (row.name ?? '') : '');
    return names;
  };
  const shapefile = async (name: string): Promise<void> => {
    for (const part of ['shp', 'shx', 'dbf', 'prj', 'cpg'])
      await copyFile(files.at(`whole.${part}`), files.at(`${name}.${part}`));
  };
  const cut = async (from: string, to: string, share: number): Promise<void> => {
    const bytes = await readFile(files.at(from));
    await writeFile(files.at(to), bytes.subarray(0, Math.floor(bytes.length * share)));
  };
  const shares = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999];

  it('the intact files can be read (control)', async () => {
    expect(await read('whole.gpkg')).toHaveLength(count);
    expect(await read('whole.shp')).toHaveLength(count);
  });

  it.each(shares)('a GeoPackage is refused if only %d of its bytes are left', async (share) => {
    await cut('whole.gpkg', 'cut.gpkg', share);
    await expect(read('cut.gpkg')).rejects.toMatchObject({
      code: expect.stringMatching(/^places\.(file-unreadable|rows-missing)$/),
    });
  });

  it.each(['shp', 'shx', 'dbf'].flatMap((part) => shares.map((share) => ({ part, share }))))(
    'a Shapefile is refused if only $share of its .$part is left',
    async ({ part, share }) => {
      await shapefile('cut');
      await cut(`whole.${part}`, `cut.${part}`, share);
      await expect(read('cut.shp')).rejects.toMatchObject({ code: 'places.file-short' });
    },
  );

  it.each(['shx', 'dbf'])('a Shapefile without its .%s is refused', async (part) => {
    await shapefile('part');
    await rm(files.at(`part.${part}`));
    await expect(read('part.shp')).rejects.toMatchObject({
      code: 'places.file-part-missing',
      details: { part: `part.${part}` },
    });
  });

  it('a Shapefile whose .cpg names the wrong encoding is refused', async () => {
    await files.convert(collection, 'ESRI Shapefile', 'latin', ['-lco', 'ENCODING=ISO-8859-1']);
    await writeFile(files.at('latin.cpg'), 'UTF-8');
    await expect(read('latin.shp')).rejects.toMatchObject({ code: 'places.wrong-encoding' });
    await shapefile('utf8');
    await writeFile(files.at('utf8.cpg'), 'ISO-8859-1');
    await expect(read('utf8.shp')).rejects.toMatchObject({ code: 'places.really-utf-8' });
    expect((await read('utf8.shp', { encoding: 'utf-8' }))[7]).toBe('Öster 1:7');
  });
});
