import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { ImportCommand, othersData } from '../../test/support/import-command.js';
import { alignMetricReference } from '../platform/database/migrate.js';

const reports = path.join(othersData, 'reports/geo');
const verdict = existsSync(reports) ? describe : describe.skip;

/** Small files with the faults that broke other people's software. */
verdict('files that broke other software (skipped if ../shared/data/reports is missing)', () => {
  let db: DataSource;
  let home: string;
  let command: ImportCommand;

  beforeAll(async () => {
    db = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'budkavle-reports-'));
  });
  beforeEach(async () => {
    command = new ImportCommand(db, home);
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await alignMetricReference(db, 3006);
  });
  afterAll(async () => {
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE');
    await db.destroy();
    await rm(home, { recursive: true, force: true });
  });

  const list = path.join(tmpdir(), `budkavle-reports-${process.pid}.csv`);
  afterAll(() => rm(list, { force: true }));
  const take = async (folder: string): Promise<{ exit: number; said: string; list: string }> => {
    await rm(list, { force: true });
    const exit = await command.run([path.join(reports, folder, 'profile.yaml'), '--report', list]);
    const written = existsSync(list) ? await readFile(list, 'utf8') : '';
    return { exit, said: command.said.join('\n'), list: written };
  };

  it.each<[string, string, string?]>([
    ['c01a-too-high', 'property 5 5'],
    ['c01b-too-low', 'property 5 5'],
    ['c03a-int64-geojson', 'property 4 4'],
    ['c03b-int64-gpkg', 'property 4 4'],
    ['c03c-int64-with-addresses', 'address 2 2'],
    ['c04a-one-letter-utf8-no-cpg', 'municipality 1 1'],
    ['c04c-many-letters-utf8-no-cpg', 'property 5 5'],
    ['c04g-utf8-cut-letter', 'property 2 1', '1,HERTSÖN 11:56\ufffd,refused,text-garbled'],
    ['c06a-wfsrequest-txt', 'property 5 5'],
    ['c06b-readme-txt', 'property 5 5'],
    ['c06c-macosx', 'property 5 5'],
    ['c06d-appledouble-beside', 'property 5 5'],
    ['c06e-upper-case', 'property 5 5'],
    ['c10b-crs-url', 'property 5 5'],
    ['c10c-crs-old-epsg', 'property 5 5'],
    ['c11-polygons', 'property 16 9', 'TWOPARTS-OVERLAP 1:7,repaired'],
    ['c11c-good-part-and-leftover', 'property 4 4', 'SAMLINGEN 1:3,repaired'],
    ['c13b-sep-line', 'address 3 3'],
    ['c13c-head-trailing', 'address 3 3'],
    ['c13d-rows-trailing', 'address 3 3'],
    ['c13h-stray-quote', 'address 3 2', '1,,refused,quote-stray'],
    ['c13n-zero-coords-with-municipality', 'address 3 2', 'A1,noted,point-zero'],
    ['c15-double-encoded', 'address 2 2', 'A1,noted,text-garbled'],
    ['c20-identical-rows', 'property 7 5'],
    ['c22-topojson-as-json', 'area 1 1'],
    ['c25-far-address', 'address 6 6', 'A5,noted,property-far'],
  ])('%s is imported: %s', async (folder, counts, listed = '') => {
    const { exit, said, list: written } = await take(folder);
    expect([exit, said.replace(/ +/g, ' ')]).toEqual([0, expect.stringContaining(`\n${counts} `)]);
    expect(written).toContain(listed);
  });

  it.each([
    ['c04b-one-letter-utf8-cpg-1252', 'places.really-utf-8', ''],
    ['c06f-two-layers', 'places.zip-unclear', ''],
    ['c13e-scientific', 'places.nothing-to-import', 'A2,refused,geometry-number'],
    ['c13f-thousands', 'places.nothing-to-import', 'A2,refused,geometry-number'],
    ['c18b-empty-layer', 'places.no-rows', ''],
  ])('%s is refused: %s', async (folder, code, listed) => {
    const { exit, said, list: written } = await take(folder);
    expect([exit, said]).toEqual([1, expect.stringContaining(`(${code})\nNothing was changed.`)]);
    expect(written).toContain(listed);
    expect(await db.query('SELECT 1 FROM place UNION ALL SELECT 1 FROM address')).toEqual([]);
  });
});
