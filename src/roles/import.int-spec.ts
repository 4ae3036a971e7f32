import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { ImportCommand, othersData } from '../../test/support/import-command.js';
import { alignMetricReference } from '../platform/database/migrate.js';

// Also on the embedded database (capability): the import command.
describe('budkavle import', () => {
  let db: DataSource;
  let home: string;
  let command: ImportCommand;

  beforeAll(async () => {
    db = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'budkavle-home-'));
  });
  beforeEach(async () => {
    command = new ImportCommand(db, home);
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await alignMetricReference(db, 3006);
  });
  afterAll(async () => {
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await alignMetricReference(db, 3006);
    await db.destroy();
    await rm(home, { recursive: true, force: true });
  });

  const run = (argv: string[], metricSrid?: number) => command.run(argv, metricSrid);
  const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => db.query<T[]>(sql);

  describe('with a small file', () => {
    const square = [
      [22.1, 65.5],
      [22.2, 65.5],
      [22.2, 65.6],
      [22.1, 65.5],
    ];
    const feature = (id: unknown) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Polygon', coordinates: [square] },
    });
    let profile: string;

    beforeEach(async () => {
      profile = path.join(home, 'own.json');
      const layers = [{ kind: 'property', file: 'own.geojson', columns: { key: 'id' } }];
      await writeFile(profile, JSON.stringify({ source: 'own', layers }));
      await writeFile(
        path.join(home, 'own.geojson'),
        JSON.stringify({ type: 'FeatureCollection', features: [feature(1), feature(null)] }),
      );
    });

    it('imports it, prints the totals and writes the list of rows', async () => {
      const report = path.join(home, 'lists', 'own.csv');
      expect(await run([profile, '--report', report])).toBe(0);
      expect(command.said.join('\n')).toMatch(/property +2 +1 +0 +0 +0 +0 +1 +0/);
      expect(await readFile(report, 'utf8')).toBe(
        'layer,row,key,action,code,reason\nproperty,2,,refused,key-missing,it has no key\n',
      );
      expect(await run([profile])).toBe(0);
      const [kept] = await readdir(path.join(home, 'imports'));
      expect(kept).toMatch(/^own-.*\.csv$/);
    });

    it('changes nothing on a dry run', async () => {
      expect(await run([profile, '--dry-run'])).toBe(0);
      expect(command.said.join('\n')).toMatch(/nothing was changed/i);
      expect(command.said.join('\n')).toMatch(
        /What would change, the first few of each:\n {2}property, new: 1\n/,
      );
      expect(await rows('SELECT 1 FROM place UNION ALL SELECT 1 FROM place_import')).toEqual([]);
    });

    it('reports an error and changes nothing', async () => {
      await writeFile(path.join(home, 'own.geojson'), '{');
      expect(await run([profile])).toBe(1);
      expect(command.said.join('\n')).toMatch(
        /own\.geojson is cut off.*\(places\.file-cut-off\)\nNothing was changed/,
      );
      expect(await run([path.join(home, 'nowhere.yaml')])).toBe(1);
      expect(command.said.at(-2)).toMatch(/nowhere\.yaml/);
    });

    it('keeps the SRID of existing places if METRIC_SRID differs', async () => {
      await run([profile]);
      expect(await run([profile], 3011)).toBe(0);
      expect(command.said.join('\n')).toMatch(/METRIC_SRID is 3011, but the places are kept in EPSG:3006/);
      expect(await command.lastSummary()).toMatchObject({ layers: [{ unchanged: 1 }] });
    });

    it.each([[[]], [['a.yaml', 'b.yaml']], [['a.yaml', '--force']]])(
      'prints its usage for the arguments %j',
      async (argv) => {
        expect(await run(argv)).toBe(2);
        expect(command.said.join('\n')).toMatch(/budkavle import <profile>/);
      },
    );
  });

  const verdict = existsSync(othersData) ? describe : describe.skip;
  verdict('with real data (skipped if ../shared/data is missing)', () => {
    it('refuses Cambridge with a Swedish METRIC_SRID, and names the setting', async () => {
      expect(await command.ofOthers('cambridge', 3006)).toBe(1);
      expect(command.said.join('\n')).toMatch(/METRIC_SRID.*\(places\.outside-reference\)/);
      expect(await rows('SELECT 1 FROM place')).toEqual([]);
    });

    it('imports the layers of the Luleå GeoPackage that the profile selects', async () => {
      expect(await command.ofOthers('lulea', 3006)).toBe(0);
      expect(await rows('SELECT kind, name FROM place ORDER BY kind, name')).toEqual(
        [
          ...['Luleå domkyrkodistrikt', 'Nederluleå', 'Råneå', 'Örnäset'].map((name) => ({
            kind: 'area',
            name,
          })),
          { kind: 'municipality', name: 'Luleå kommun' },
        ].toSorted((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'sv')),
      );
    });

    it('names the parcels of Tumlehed by unit, not by area', async () => {
      expect(await command.ofOthers('tumlehed', 3006)).toBe(0);
      const named = await rows<{ kind: string; name: string }>('SELECT kind, name FROM place ORDER BY name');
      const names = named.filter(({ kind }) => kind === 'property').map(({ name }) => name);
      expect(named.filter(({ kind }) => kind === 'block').map(({ name }) => name)).toEqual([
        'TUMLEHED 1',
        'TUMLEHED 3',
      ]);
      expect(names.toSorted()).toEqual(
        ['1:28', '1:35', '1:40', '1:41', '1:5', '1:58', '3:10', '3:2', 's:21'].map(
          (unit) => `TUMLEHED ${unit}`,
        ),
      );
      expect(
        await rows(
          `SELECT round(ST_Area(geom)::numeric, 1)::float AS area FROM place WHERE name LIKE '%s:21'`,
        ),
      ).toEqual([{ area: 10.9 }]);
    });

    it('keeps the holes of parcels in Épinay', async () => {
      expect(await command.ofOthers('epinay', 2154)).toBe(0);
      expect(
        await rows(`SELECT count(*)::int AS parcels, count(*) FILTER (WHERE ST_NRings(geom) > 1)::int AS holed,
                           count(*) FILTER (WHERE ST_Area(geom) < 1)::int AS tiny FROM place`),
      ).toEqual([{ parcels: 4241, holed: 30, tiny: 3 }]);
    });
  });
});
