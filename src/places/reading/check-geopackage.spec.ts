import type { Gdal } from 'gdal3.js/node.js';
import { checkGeoPackage } from './check-geopackage.js';

const holding = (sql: string): Gdal =>
  ({
    ogrinfo: () => Promise.resolve({ layers: [{ features: [{ properties: { name: 'x', sql } }] }] }),
  }) as unknown as Gdal;
const check = (sql: string) => checkGeoPackage(holding(sql), { pointer: 1, path: 'a' }, 'a.gpkg');

describe('a GeoPackage', () => {
  it.each([
    'CREATE TABLE "parcels" (id INTEGER, virtual TEXT)',
    'CREATE VIRTUAL TABLE "rtree_parcels_geom" USING rtree(id, minx, maxx, miny, maxy)',
    'CREATE VIRTUAL TABLE "a ""b""" USING fts5(name)',
  ])('may have the table %s', async (sql) => {
    await expect(check(sql)).resolves.toBeUndefined();
  });

  it.each([
    "CREATE VIRTUAL TABLE parcels USING VirtualText('/source/phones.csv','UTF-8',1,POINT,DOUBLEQUOTE,',')",
    "CREATE VIRTUAL TABLE parcels USING VirtualDbf('x.dbf','UTF-8')",
    "CREATE VIRTUAL TABLE \"rtree USING rtree(\" USING VirtualShape('x','UTF-8',3006)",
    "CREATE/**/VIRTUAL TABLE parcels USING VirtualText('phones.csv')",
    "create\tvirtual table parcels using virtualogr('phones.csv')",
  ])('is refused for the table %s', async (sql) => {
    await expect(check(sql)).rejects.toMatchObject({
      code: 'places.refers-elsewhere',
      details: { table: 'x' },
    });
  });
});
