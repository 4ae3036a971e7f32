import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { testConfig } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { alignMetricReference } from '../platform/database/migrate.js';
import { runImport } from './import.js';

const data = path.join(process.cwd(), '../shared/data');
const profiles = path.join(process.cwd(), 'geo/profiles');

describe('budkavle import', () => {
  let db: DataSource;
  let home: string;
  let said: string[];

  beforeAll(async () => {
    db = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'budkavle-home-'));
  });
  beforeEach(async () => {
    said = [];
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await alignMetricReference(db, 3006);
  });
  afterAll(async () => {
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await alignMetricReference(db, 3006);
    await db.destroy();
    await rm(home, { recursive: true, force: true });
  });

  const run = async (argv: string[], metricSrid = 3006): Promise<number> =>
    runImport(await testConfig({ METRIC_SRID: String(metricSrid), BUDKAVLE_HOME: home }), argv, {
      say: (text) => void said.push(text),
      progress: { isTerminal: false, write: () => undefined },
    });
  const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => db.query<T[]>(sql);
  const importOf = (name: string, metricSrid: number, ...more: string[]): Promise<number> =>
    run([path.join(profiles, `${name}.yaml`), '--data', path.join(data, name), ...more], metricSrid);
  const lastSummary = async () =>
    (
      await rows<{ summary: { layers: Record<string, unknown>[] } }>(
        'SELECT summary FROM place_import ORDER BY id DESC LIMIT 1',
      )
    )[0]!.summary;
  /** A fingerprint of everything there is, down to the version of each row. */
  const fingerprint = () =>
    rows(`SELECT (SELECT md5(string_agg(id || ':' || xmin, ',' ORDER BY id)) FROM place) AS places,
                 (SELECT md5(string_agg(id || ':' || xmin, ',' ORDER BY id)) FROM address) AS addresses,
                 (SELECT md5(string_agg(place_id || ':' || address_id || ':' || xmin, ','
                                        ORDER BY place_id, address_id)) FROM address_place) AS pairs`);

  describe("with a file of one's own", () => {
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

    it('takes it in, prints the sums and writes the list of rows', async () => {
      const report = path.join(home, 'lists', 'own.csv');
      expect(await run([profile, '--report', report])).toBe(0);
      expect(said.join('\n')).toMatch(/property +2 +1 +0 +0 +0 +0 +1 +0/);
      expect(await readFile(report, 'utf8')).toBe(
        'layer,row,key,action,code,reason\nproperty,2,,refused,key-missing,it has no key\n',
      );
      expect(await run([profile])).toBe(0);
      const [kept] = await readdir(path.join(home, 'imports'));
      expect(kept).toMatch(/^own-.*\.csv$/);
    });

    it('changes nothing on a dry run', async () => {
      expect(await run([profile, '--dry-run'])).toBe(0);
      expect(said.join('\n')).toMatch(/nothing was changed/i);
      expect(said.join('\n')).toMatch(/What would change, the first few of each:\n {2}property, new: 1\n/);
      expect(await rows('SELECT 1 FROM place UNION ALL SELECT 1 FROM place_import')).toEqual([]);
    });

    it('says what is wrong and changes nothing', async () => {
      await writeFile(path.join(home, 'own.geojson'), '{');
      expect(await run([profile])).toBe(1);
      expect(said.join('\n')).toMatch(
        /own\.geojson is cut off.*\(places\.file-cut-off\)\nNothing was changed/,
      );
      expect(await run([path.join(home, 'nowhere.yaml')])).toBe(1);
      expect(said.at(-2)).toMatch(/nowhere\.yaml/);
    });

    it('keeps to the reference of what is there, whatever the setting says', async () => {
      await run([profile]);
      expect(await run([profile], 3011)).toBe(0);
      expect(said.join('\n')).toMatch(/METRIC_SRID is 3011, but the places are kept in EPSG:3006/);
      expect(await lastSummary()).toMatchObject({ layers: [{ unchanged: 1 }] });
    });

    it.each([[[]], [['a.yaml', 'b.yaml']], [['a.yaml', '--force']]])(
      'shows how it is used after %j',
      async (argv) => {
        expect(await run(argv)).toBe(2);
        expect(said.join('\n')).toMatch(/budkavle import <profile>/);
      },
    );
  });

  const verdict = existsSync(data) ? describe : describe.skip;
  verdict('of real data (skipped where ../shared/data is missing)', () => {
    it('takes Cambridge in, accounts for every row, and finds nothing to do the second time', async () => {
      expect(await importOf('cambridge', 26_986)).toBe(0);
      const account = async () =>
        (await lastSummary()).layers.map(({ layer, ...counts }) => [
          layer,
          ['rows', 'new', 'unchanged', 'merged', 'skipped', 'refused', 'repaired'].map(
            (name) => counts[name],
          ),
        ]);
      expect(await account()).toEqual([
        ['municipality', [1, 1, 0, 0, 0, 0, 0]],
        ['area', [13, 13, 0, 0, 0, 0, 0]],
        ['block', [749, 749, 0, 0, 0, 0, 0]],
        // 76 have a key that stands for none, 6 have no key, 8 are further polygons of a lot.
        ['property', [13_159, 13_069, 0, 8, 76, 6, 20]],
        // 21,216 addresses, of which 589 refer to no parcel that is there.
        ['address', [56_167, 20_627, 0, 34_756, 0, 784, 0]],
      ]);
      const before = await fingerprint();
      expect(await importOf('cambridge', 26_986)).toBe(0);
      expect((await account()).map(([, counts]) => counts)).toEqual([
        [1, 0, 1, 0, 0, 0, 0],
        [13, 0, 13, 0, 0, 0, 0],
        [749, 0, 749, 0, 0, 0, 0],
        [13_159, 0, 13_069, 8, 76, 6, 20],
        [56_167, 0, 20_627, 34_756, 0, 784, 0],
      ]);
      expect(await fingerprint()).toEqual(before);

      const reach = await rows(`SELECT kind, count(DISTINCT address_id)::int AS addresses
        FROM place JOIN address_place ON place_id = id GROUP BY kind ORDER BY kind`);
      expect(reach).toEqual([
        { kind: 'area', addresses: expect.any(Number) },
        { kind: 'block', addresses: expect.any(Number) },
        { kind: 'municipality', addresses: 20_627 },
        { kind: 'property', addresses: 20_627 },
      ]);
      expect(Number(reach[0]!['addresses'])).toBeGreaterThan(20_500);
      // An address of several lots belongs to each of them.
      expect(
        await rows(`SELECT p.source_key FROM address a JOIN address_place ON address_id = a.id
          JOIN place p ON p.id = place_id AND p.kind = 'property' WHERE a.source_key = '31332' ORDER BY 1`),
      ).toEqual([{ source_key: '267.1-232' }, { source_key: '267.2-230' }]);
      expect(await rows(`SELECT 1 FROM place WHERE NOT ST_IsValid(geom)`)).toEqual([]);
    }, 180_000);

    it('refuses Cambridge in a Swedish reference, naming the setting', async () => {
      expect(await importOf('cambridge', 3006)).toBe(1);
      expect(said.join('\n')).toMatch(/METRIC_SRID.*\(places\.outside-reference\)/);
      expect(await rows('SELECT 1 FROM place')).toEqual([]);
    });

    it('takes the layers of the Luleå GeoPackage that the profile chooses', async () => {
      expect(await importOf('lulea', 3006)).toBe(0);
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
      expect(await importOf('tumlehed', 3006)).toBe(0);
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

    it('keeps the holes of Épinay', async () => {
      expect(await importOf('epinay', 2154)).toBe(0);
      expect(
        await rows(`SELECT count(*)::int AS parcels, count(*) FILTER (WHERE ST_NRings(geom) > 1)::int AS holed,
                           count(*) FILTER (WHERE ST_Area(geom) < 1)::int AS tiny FROM place`),
      ).toEqual([{ parcels: 4241, holed: 30, tiny: 3 }]);
    });
  });
});
