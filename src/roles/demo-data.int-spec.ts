import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { PlaceQueries } from '../places/place-queries.repository.js';
import { demoSource, loadDemoMunicipality } from './demo-data.js';
import { generatePhones } from './generate-phones.js';

const shares = { perAddress: 2, seed: 1, country: 'SE' } as const;

// Also on the embedded database (capability): the demo runs on it.
describe('the demo municipality', () => {
  let db: DataSource;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const count = async (sql: string): Promise<number> =>
    (await db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`))[0]!.count;

  it('is loaded completely into an empty installation, and not loaded a second time', async () => {
    expect(await loadDemoMunicipality(app, { residents: 600 })).toBe(true);
    for (const kind of ['property', 'block', 'area', 'municipality'])
      expect(await count(`place WHERE kind = '${kind}' AND source = 'demo'`)).toBeGreaterThan(0);
    for (const layer of ['water', 'street'])
      expect(await count(`map_feature WHERE layer = '${layer}'`)).toBeGreaterThan(0);
    for (const some of ['protected', `role = 'owner'`, `role = 'business'`, 'household IS NOT NULL'])
      expect(await count(`phone_address WHERE ${some}`)).toBeGreaterThan(0);
    for (const some of [
      `kind = 'landline'`,
      'NOT generated',
      'objected_at IS NOT NULL',
      'quarantine_reason IS NOT NULL',
    ])
      expect(await count(`phone WHERE ${some}`)).toBeGreaterThan(0);
    expect(await loadDemoMunicipality(app, { residents: 600 })).toBe(false);
  });

  it('is at the location of Luleå, with every address inside the municipality', async () => {
    const [west, south, east, north] = (await app.get(PlaceQueries).municipalityBounds())!;
    expect([west < 22.15, east > 22.15, south < 65.58, north > 65.58]).toEqual([true, true, true, true]);
    expect(
      await count(`address a WHERE NOT EXISTS (
        SELECT FROM address_place ap JOIN place p ON p.id = ap.place_id
        WHERE ap.address_id = a.id AND p.kind = 'municipality')`),
    ).toBe(0);
  });

  it('has only numbers that are marked as generated or reserved for fiction', async () => {
    expect(
      await count(
        `phone WHERE NOT generated AND e164 !~ '^\\+467017406(0[5-9]|[1-9]\\d)$|^\\+468465004\\d\\d$'`,
      ),
    ).toBe(0);
  });

  it('loads the phones if an earlier start was interrupted before they were loaded', async () => {
    await db.query('TRUNCATE phone, phone_address');
    expect(await loadDemoMunicipality(app, { residents: 600 })).toBe(true);
    expect(await count(`phone_address WHERE source = '${demoSource}'`)).toBeGreaterThan(500);
  });

  it('gets generated phones for addresses that have none, the same ones each time', async () => {
    const first = await generatePhones(app, demoSource, shares);
    expect(first.added).toBeGreaterThan(100);
    expect(await generatePhones(app, demoSource, shares)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    await expect(generatePhones(app, 'nowhere', shares)).rejects.toMatchObject({
      code: 'directory.no-addresses',
    });
  });
});
