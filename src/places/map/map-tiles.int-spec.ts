import { VectorTile } from '@mapbox/vector-tile';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PbfReader } from 'pbf';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { ImportDataset } from '../import/import-dataset.js';
import type { PlaceLayer, PlaceRow } from '../import/import-row.js';
import { MapExtentRepository } from './map-extent.repository.js';
import type { TileAddress } from './map-tile.js';
import { MapTiles } from './map-tiles.js';
import { JsTileMaker } from './js-tile-maker.js';
import { PostgisTileMaker } from './postgis-tile-maker.js';
import type { TileMaker } from './tile-maker.js';
import { TileMakers } from './tile-makers.js';
import { isEmbedded } from '../../../test/support/on-server.js';

const square = (east: number, north: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [east, north],
      [east + side, north],
      [east + side, north + side],
      [east, north + side],
      [east, north],
    ],
  ],
});
const [east, north] = [828_000, 7_293_000];

const layer = (kind: PlaceLayer['kind'], rows: PlaceRow[]): PlaceLayer => ({
  kind,
  name: kind,
  srid: 3006,
  rows,
});
const ground = (area: string): PlaceLayer[] => [
  layer('municipality', [{ key: 'm', name: 'Luleå', geometry: square(east - 9000, north - 9000, 18_000) }]),
  layer('area', [{ key: 'a', name: area, geometry: square(east - 400, north - 400, 1500) }]),
  layer(
    'property',
    Array.from({ length: 20 }, (_, n) => ({
      key: `p${n}`,
      name: `Porsön 1:${n}`,
      geometry: square(east + n * 40, north, 35),
    })),
  ),
];

/** The features of a tile, by layer: their names and bounding boxes, in units of which a tile has 4096. */
function contentOf(bytes: Uint8Array | undefined): Record<string, Record<string, number[]>> {
  if (!bytes) return {};
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([layer, content]) => [
      layer,
      Object.fromEntries(
        Array.from({ length: content.length }, (_, n) => content.feature(n)).map((feature) => [
          String(feature.properties['name']),
          feature.bbox(),
        ]),
      ),
    ]),
  );
}

// Also on the embedded database (postgis): it makes no tiles, so the program does.
describe('map tiles', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let middle: { readonly lon: number; readonly lat: number };
  beforeAll(async () => {
    db = await openTestDatabase();
    [middle] = await db.query<[{ lon: number; lat: number }]>(
      `SELECT ST_X(p) AS lon, ST_Y(p) AS lat
       FROM ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 3006), 4326) AS p`,
      [east + 50, north + 20],
    );
    app = await startTestApp();
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });
  /** The tile of a zoom that shows the first properties. */
  const tileAt = (z: number): TileAddress => {
    const radians = (middle.lat * Math.PI) / 180;
    return {
      z,
      x: Math.floor(((middle.lon + 180) / 360) * 2 ** z),
      y: Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z),
    };
  };
  const importAs = (name: string) => app.get(ImportDataset).run({ source: 'test', layers: ground(name) });
  const made = async (maker: TileMaker, z: number) =>
    contentOf(await maker.make(tileAt(z), (await app.get(MapExtentRepository).everythingDrawn(String(z)))!));

  it('are made by PostGIS if it can, and the program’s own tiles have the same features', async () => {
    await importAs('Porsön');
    const postgis = app.get(PostgisTileMaker);
    const able = await postgis.isAble();
    expect(await app.get(TileMakers).choose()).toBe(able ? postgis : app.get(JsTileMaker));
    // Only the PostGIS of the embedded database cannot make tiles.
    expect(able).toBe(!isEmbedded);
    for (const z of [5, 8, 11, 13, 15, 17]) {
      const own = await made(app.get(JsTileMaker), z);
      expect(Object.keys(own)).toEqual(expect.arrayContaining(z < 14 ? ['municipality'] : ['property']));
      if (!able) continue;
      const theirs = await made(postgis, z);
      expect(Object.keys(theirs).sort()).toEqual(Object.keys(own).sort());
      for (const [layer, features] of Object.entries(own)) {
        expect(Object.keys(theirs[layer]!).sort()).toEqual(Object.keys(features).sort());
        for (const [name, box] of Object.entries(features))
          box.forEach((side, n) => expect(Math.abs(theirs[layer]![name]![n]! - side)).toBeLessThanOrEqual(4));
      }
    }
  });

  it('are cached until the next import', async () => {
    const tiles = app.get(MapTiles);
    const first = await tiles.at(tileAt(13));
    expect(Object.keys(contentOf(first?.bytes)['area']!)).toEqual(['Porsön']);
    expect(await tiles.at(tileAt(13))).toBe(first);
    await importAs('Björkskatan');
    await eventually(
      async () => 'Björkskatan' in (contentOf((await tiles.at(tileAt(13)))?.bytes)['area'] ?? {}),
    );
  });
});
