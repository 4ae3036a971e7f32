import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { GisFiles } from '../../test/support/gis-files.js';
import { ImportCommand, profiles } from '../../test/support/import-command.js';

type Ring = [number, number][];

const ring = (x: number, y: number, side: number): Ring =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ].map(([e, n]) => [828_000 + e!, 7_294_000 + n!]);

const collection = (features: { properties: object; geometry: object }[]) => ({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
  features: features.map((feature) => ({ type: 'Feature', ...feature })),
});

/** One area of a register unit. Each area has its own id and refers to the unit. */
const area = (unit: string, etikett: string, trakt: string, ...polygons: Ring[][]) => ({
  properties: {
    objektidentitet: `${unit}-${etikett}`,
    registerenhetsreferens: unit,
    trakt,
    etikett,
  },
  geometry:
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0]! }
      : { type: 'MultiPolygon', coordinates: polygons },
});

const at = (x: number, y: number) => ({ type: 'Point', coordinates: [828_000 + x, 7_294_000 + y] });
const address = (objektidentitet: string, registerenhetsreferens: string, geometry: object, more = {}) => ({
  properties: {
    objektidentitet,
    registerenhetsreferens,
    status: 'Gällande',
    adressomrade: 'Örnvägen',
    gardsadressomrade: null,
    adressplatsnummer: '3',
    bokstavstillagg: null,
    postnummer: '97754',
    postort: 'Luleå',
    kommundel: null,
    ...more,
  },
  geometry,
});

describe("Lantmäteriet's GeoPackages", () => {
  let db: DataSource;
  let home: string;
  let files: GisFiles;
  let command: ImportCommand;

  beforeAll(async () => {
    db = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'budkavle-home-'));
    files = await GisFiles.open();
    command = new ImportCommand(db, home);
  });
  beforeEach(() => db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE'));
  afterAll(async () => {
    await db.destroy();
    await files.close();
    await rm(home, { recursive: true, force: true });
  });

  const send = async (
    units: ReturnType<typeof area>[],
    addresses: ReturnType<typeof address>[],
  ): Promise<void> => {
    const name = (layer: string) => ['-nln', layer, '-nlt', 'PROMOTE_TO_MULTI'];
    await files.convert(collection(units), 'GPKG', 'fastighetsindelning', name('registerenhetsomradesytor'));
    await files.convert(collection(addresses), 'GPKG', 'belagenhetsadresser', [
      '-nln',
      'belagenhetsadresser',
    ]);
  };
  const take = () => command.run([path.join(profiles, 'lantmateriet.yaml'), '--data', files.folder]);
  const units = () =>
    db.query(`SELECT source_key AS key, name, ST_NumGeometries(geom) AS polygons, ST_NRings(geom) AS rings,
                     ST_Area(geom) AS area FROM place
              WHERE kind = 'property' AND valid_to IS NULL ORDER BY name`);
  const homes = () =>
    db.query(`SELECT a.source_key AS key, concat_ws(' ', a.street, a.number) AS name, p.name AS unit
              FROM address a LEFT JOIN place p ON p.id = a.property_id WHERE a.valid_to IS NULL ORDER BY 1`);

  it('become one property for each unit with several areas, polygons and holes, and its addresses belong to it', async () => {
    const yard = ring(40, 40, 20);
    await send(
      [
        area('u1', '1:405', 'PORSÖN', [ring(0, 0, 100), yard], [ring(200, 0, 50)]),
        area('u1', '1:405>2', 'PORSÖN', [ring(300, 0, 100), ring(310, 10, 10), ring(350, 50, 10)]),
        // An enclave of another unit, in the hole of the first one.
        area('u2', '1:406', 'PORSÖN', [yard]),
        area('u3', 's:4', 'PORSÖN', [ring(500, 0, 10)]),
      ],
      [
        address('a1', 'u1', at(345, 45)),
        address('a2', 'u2', at(50, 50), { adressplatsnummer: '5', bokstavstillagg: 'B' }),
        // Its point is inside u2's area, but it refers to u1.
        address('a3', 'u1', at(45, 45), { gardsadressomrade: 'Norra gården', adressplatsnummer: '1' }),
        address('a4', 'u1', at(10, 10), { status: 'Reserverad' }),
      ],
    );
    expect(await take()).toBe(0);
    expect(await units()).toEqual([
      { key: 'u1', name: 'PORSÖN 1:405', polygons: 3, rings: 6, area: 10_000 - 400 + 2_500 + 10_000 - 200 },
      { key: 'u2', name: 'PORSÖN 1:406', polygons: 1, rings: 1, area: 400 },
      { key: 'u3', name: 'PORSÖN s:4', polygons: 1, rings: 1, area: 100 },
    ]);
    expect(await homes()).toEqual([
      { key: 'a1', name: 'Örnvägen 3', unit: 'PORSÖN 1:405' },
      { key: 'a2', name: 'Örnvägen 5 B', unit: 'PORSÖN 1:406' },
      { key: 'a3', name: 'Örnvägen Norra gården 1', unit: 'PORSÖN 1:405' },
    ]);
    expect(await db.query(`SELECT name FROM place WHERE kind = 'block'`)).toEqual([{ name: 'PORSÖN 1' }]);

    const before = await command.fingerprint();
    expect(await take()).toBe(0);
    expect(await command.fingerprint()).toEqual(before);
  });
});
