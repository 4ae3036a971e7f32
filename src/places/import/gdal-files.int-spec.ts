import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GisFiles } from '../../../test/support/gis-files.js';
import { datasetOf } from './dataset-of-profile.js';
import { parseProfile } from './import-profile.js';

const corner = [
  [828_000, 7_294_000],
  [828_100, 7_294_000],
  [828_100, 7_294_100],
  [828_000, 7_294_000],
];
const feature = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [corner] },
});
const collectionOf = (...rows: object[]) => ({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
  features: rows.map(feature),
});

describe('a file that GDAL reads', () => {
  let files: GisFiles;
  beforeAll(async () => {
    files = await GisFiles.open();
  });
  afterAll(() => files.close());

  const read = async (layer: Record<string, unknown>, folder = files.folder): Promise<object[]> => {
    const layers = [{ kind: 'property', columns: { key: 'id', name: 'namn' }, crs: 3006, ...layer }];
    const { layers: opened } = await datasetOf(
      parseProfile(JSON.stringify({ source: 'test', layers }), 'p'),
      folder,
    );
    const rows: object[] = [];
    for await (const row of opened[0]!.rows) rows.push({ ...row });
    return rows;
  };

  const vrt =
    '<OGRVRTDataSource><OGRVRTLayer name="phones"><SrcDataSource relativeToVRT="1">phones.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>';
  it.each(['evil.gpkg', 'evil.kml', 'evil.fgb', 'evil.gml', 'evil.topojson'])(
    'is opened by its file extension, not by its content: %s',
    async (file) => {
      await files.write('phones.csv', 'id,namn\n070-174 06 05,x\n');
      await files.write(file, vrt);
      await expect(read({ file })).rejects.toMatchObject({
        code: expect.stringMatching(/^places\.(file-unreadable|row-unreadable|not-geojson)$/),
      });
    },
  );

  it.each(['a.vrt', 'a.tab', 'a.sqlite', 'a.xlsx', 'a'])(
    'is refused if its extension is unknown, and the known ones are listed: %s',
    async (file) => {
      await files.write(file, vrt);
      await expect(read({ file })).rejects.toMatchObject({
        code: 'places.format-unknown',
        details: { formats: expect.stringContaining('.gpkg, .shp') },
      });
    },
  );

  it('is not read from outside the data folder, not even through a symlink', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'budkavle-elsewhere-'));
    try {
      await files.convert(collectionOf({ id: 'A', namn: 'x' }), 'ESRI Shapefile', 'own');
      await writeFile(path.join(elsewhere, 'secret.geojson'), JSON.stringify(collectionOf({ id: 'S' })));
      await symlink(path.join(elsewhere, 'secret.geojson'), files.at('link.geojson'));
      const outside = { code: 'file.outside-folder' };
      for (const file of ['link.geojson', path.join('..', path.basename(elsewhere), 'secret.geojson')])
        await expect(read({ file })).rejects.toMatchObject(outside);
      await rm(files.at('own.cpg'), { force: true });
      await symlink(path.join(elsewhere, 'secret.geojson'), files.at('own.cpg'));
      await expect(read({ file: 'own.shp' })).rejects.toMatchObject(outside);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  it.each(['none.gpkg', 'none.shp', 'none.kml', 'none.geojson', 'none.csv', 'none.zip'])(
    'is reported as unreadable if it or its folder is missing: %s',
    async (file) => {
      const missing = { code: 'places.file-unreadable' };
      await expect(read({ file })).rejects.toMatchObject(missing);
      await expect(read({ file }, files.at('no-folder'))).rejects.toMatchObject(missing);
    },
  );

  it('keeps the digits of whole numbers beyond 2^53', async () => {
    const text = JSON.stringify(collectionOf({ objid: 'ID', namn: 'x' })).replace('"ID"', '9007199254740993');
    await files.convert(text, 'GPKG', 'large');
    expect(await read({ file: 'large.gpkg', columns: { key: 'objid' } })).toMatchObject([
      { key: '9007199254740993' },
    ]);
  });

  it('is read in full if it keeps no row count', async () => {
    const rows = Array.from({ length: 5 }, (_, n) => ({ id: `k${n}`, namn: 'x' }));
    // The count that GDAL keeps is left out, because other writers leave it wrong. The rows that are there count.
    await files.convert(collectionOf(...rows), 'GPKG', 'uncounted', ['-dsco', 'ADD_GPKG_OGR_CONTENTS=NO']);
    expect(await read({ file: 'uncounted.gpkg' })).toHaveLength(5);
  });

  it('is refused if two columns or two layers have the same name', async () => {
    await files.convert(collectionOf({ id: 'A', namn: 'x', namnX: 'y' }), 'ESRI Shapefile', 'twins');
    const dbf = await readFile(files.at('twins.dbf'));
    dbf.write('NAMN\0', dbf.indexOf('namnX\0'), 'latin1');
    await files.write('twins.dbf', dbf);
    await expect(read({ file: 'twins.shp' })).rejects.toMatchObject({
      code: 'table.column-doubled',
      details: { columns: 'namn' },
    });
    const folder = `<Folder><name>zon</name><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>22,65 22.1,65 22.1,65.1 22,65</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>`;
    await files.write(
      'twins.kml',
      `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${folder}${folder}</Document></kml>`,
    );
    for (const layer of ['zon', undefined])
      await expect(read({ file: 'twins.kml', layer, columns: { key: 'Name' } })).rejects.toMatchObject({
        code: 'places.layer-unclear',
      });
  });

  it('is refused with an explanation if the profile names a column in KML ExtendedData', async () => {
    const data = '<ExtendedData><Data name="zonkod"><value>7</value></Data></ExtendedData>';
    const ring =
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>22,65 22.1,65 22.1,65.1 22,65</coordinates></LinearRing></outerBoundaryIs></Polygon>';
    await files.write(
      'zones.kml',
      `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>A</name>${data}${ring}</Placemark></Document></kml>`,
    );
    await expect(read({ file: 'zones.kml', columns: { key: 'zonkod' } })).rejects.toMatchObject({
      code: 'places.kml-column-missing',
      message: expect.stringContaining('ExtendedData is not read'),
    });
    expect(await read({ file: 'zones.kml', columns: { key: 'Name' } })).toMatchObject([{ key: 'A' }]);
  });

  it('keeps the digits of keys in GML, and reuses nothing from the file before', async () => {
    const gml = (key: string): string =>
      `<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><ogr:lots><ogr:geometryProperty><gml:Polygon srsName="EPSG:4326"><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>22,65 22.1,65 22.1,65.1 22,65</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></ogr:geometryProperty><ogr:id>${key}</ogr:id></ogr:lots></gml:featureMember></ogr:FeatureCollection>`;
    for (const key of ['7', '12345678901234567890', '007', '1.10', '0.1234567890123456789', '1e400']) {
      await files.write('a.gml', gml(key));
      expect(await read({ file: 'a.gml', columns: { key: 'id' } })).toMatchObject([{ key }]);
    }
  });

  it('keeps the digits of keys in TopoJSON, or refuses them and names the column', async () => {
    const topology = (key: string): string =>
      `{"type":"Topology","arcs":[[[22,65],[22.1,65],[22.1,65.1],[22,65]]],"objects":{"lots":{"type":"Polygon","arcs":[[0]],"properties":{"nr":${key}}}}}`;
    for (const key of ['9007199254740993', '1.1', '"1.10"', '-9007199254740993']) {
      await files.write('a.topojson', topology(key));
      expect(await read({ file: 'a.topojson', columns: { key: 'nr' } })).toMatchObject([
        { key: key.replaceAll('"', '') },
      ]);
    }
    for (const key of ['1.10', '12345678901234567890', '100000000000000000000000', '-12345678901234567890']) {
      await files.write('a.topojson', topology(key));
      await expect(read({ file: 'a.topojson', columns: { key: 'nr' } })).rejects.toMatchObject({
        code: 'places.number-inexact',
        details: { key: 'nr' },
      });
    }
  });

  it('is refused if it is TopoJSON with a duplicate key', async () => {
    const one = '{"type":"Polygon","arcs":[[0]],"properties":{"id":"A"}}';
    const text = `{"type":"Topology","arcs":[[[22,65],[22.1,65],[22.1,65.1],[22,65]]],"objects":{"lots":${one},"lots":${one}}}`;
    for (const file of ['a.topojson', 'a.json']) {
      await files.write(file, text);
      await expect(read({ file })).rejects.toMatchObject({
        code: 'places.key-doubled',
        details: { key: 'lots' },
      });
      await files.write(file, text.replace(`,"lots":${one}`, ''));
      expect(await read({ file, crs: 4326, columns: { key: 'id' } })).toMatchObject([{ key: 'A' }]);
    }
  });
});
