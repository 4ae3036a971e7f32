import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPhoneProfile } from '../../src/directory/registers/phone-profile.js';
import { readPhoneRows } from '../../src/directory/registers/read-phone-rows.js';
import { datasetOf } from '../../src/places/import/dataset-of-profile.js';
import { readProfile } from '../../src/places/import/import-profile.js';
import { County } from './county.js';
import { writeCounty, type CountyFiles } from './county-files.js';

const county = new County({ properties: 205, addresses: 310, phones: 900, seed: 2 });

describe('the written files of a county', () => {
  let folder: string;
  let files: CountyFiles;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'budkavle-county-'));
    files = await writeCounty(county, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('give the places of the county when they are read with their profile', async () => {
    const { layers } = await datasetOf(await readProfile(files.places), folder);
    const rows: Record<string, Record<string, unknown>[]> = {};
    for (const layer of layers) {
      expect(layer.srid).toBe(3006);
      rows[layer.kind] = [];
      for await (const row of layer.rows) rows[layer.kind]!.push({ ...row });
    }
    const places = (of: Iterable<object>) => [...of].map((place, at) => ({ ...place, row: at + 1 }));
    expect(rows['municipality']).toEqual(places([county.municipality]));
    expect(rows['area']).toEqual(places(county.areas()));
    expect(rows['block']).toEqual(places(county.blocks()));
    expect(rows['address']).toEqual(places(county.addresses()));
    const pieces = [...county.properties()].flatMap(({ key, name, geometry }) =>
      geometry.coordinates.map((coordinates) => ({ key, name, geometry: { type: 'Polygon', coordinates } })),
    );
    expect(pieces.length).toBeGreaterThan(205);
    expect(rows['property']).toEqual(places(pieces));
  });

  it('give the phones of the county when they are read with their profile', async () => {
    const { phones } = readPhoneProfile(readFileSync(files.phones, 'utf8'));
    const rows: unknown[] = [];
    for await (const row of readPhoneRows(path.join(folder, phones.file), phones, 'SE')) rows.push(row);
    const told = [...county.phones()].map(
      ({ generated: _generated, quarantine: _quarantine, ...phone }, at) => ({
        ...phone,
        row: at + 1,
      }),
    );
    expect(rows).toEqual(told);
  });
});
