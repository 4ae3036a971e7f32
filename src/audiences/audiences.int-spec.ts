import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { Scene } from '../../test/support/scene.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'CTE Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** CTEs that a nested loop reads completely for each row of its other side. */
function readWhole({ 'Node Type': type, Plans = [] }: Plan): string[] {
  const inner = type === 'Nested Loop' ? Plans[1] : undefined;
  return [...(inner?.['CTE Name'] ? [inner['CTE Name']] : []), ...Plans.flatMap(readWhole)];
}

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;
const landline = (n: number) => `+468465004${String(n).padStart(2, '0')}`;

// Also on the embedded database (postgis): places and drawn areas become phones.
describe('counting an audience', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let anna: Hired;
  let scene: Scene;
  let place: Record<string, string>;

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
    anna = await hire(app, 'Anna');
    scene = new Scene(db);
    const border = await scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    const ringArea = await scene.area('Ringen', { x: 0, y: 0, side: 300 }, { x: 100, y: 100, side: 100 });
    const west = await scene.property('Porsön 1:1', { x: 1000, y: 1000, side: 50 });
    const east = await scene.property('Porsön 1:2', { x: 1050, y: 1000, side: 50 });
    const empty = await scene.property('Porsön 1:3', { x: 2000, y: 1000, side: 50 });
    const registers = await scene.area('Registren', { x: 2990, y: 2990, side: 20 });
    place = { border, ringArea, west, east, empty, registers };

    const inRing = await scene.address('Ringvägen 1', { x: 50, y: 50 });
    await inRing.phone(mobile(10), { household: 'a' });
    await inRing.phone(landline(10), { kind: 'landline', household: 'a' });
    await inRing.phone(landline(11), { kind: 'landline', household: 'b' });
    await inRing.phone(landline(12), { kind: 'landline', household: 'a', role: 'business' });
    const twoRegisters = await scene.address('Registergatan 1', { x: 3000, y: 3000 });
    await twoRegisters.phone(mobile(18), { household: '1', source: 'one register' });
    await twoRegisters.phone(landline(13), { kind: 'landline', household: '1', source: 'another' });
    await (await scene.address('Ringvägen 2 i hålet', { x: 150, y: 150 })).phone(mobile(11));
    await (await scene.address('Ringvägen 3 på hålets kant', { x: 100, y: 150 })).phone(mobile(12));
    await (await scene.address('Ringvägen 4 på ytterkanten', { x: 300, y: 300 })).phone(mobile(13));
    await (await scene.address('Gränsen 1', { x: 1050, y: 1025 })).phone(mobile(14));
    const cottage = await scene.address('Stugan 1', { x: 1010, y: 1010 });
    await cottage.phone(mobile(10));
    await cottage.phone(mobile(15), { objects: true });
    await cottage.phone(mobile(16), { quarantined: '30005' });
    await (await scene.address('Tomma vägen 1', { x: 2010, y: 1010 })).phone(mobile(17), { protected: true });
    await scene.settle();
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const preview = async (audience: object, more: object = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/audiences/preview',
      headers: anna.headers,
      payload: { audience, ...more },
    });

  it('reads no CTE completely for each row of another, without statistics about a place', async () => {
    let plan: Plan | undefined;
    const explain = {
      query: async (sql: string, parameters: unknown[]) => {
        // Both sides of a join are estimated at one row and look equally cheap: a join by key must not depend on that.
        const [row] = await db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
          `EXPLAIN (FORMAT JSON) ${sql}`,
          parameters,
        );
        plan = row!['QUERY PLAN'][0].Plan;
        return [];
      },
    } as unknown as EntityManager;
    await new AudienceCountsRepository(db, new CountCache(db)).countNow(
      { places: [place['west']!] },
      'mobile-first',
      explain,
    );
    expect(readWhole(plan!)).toEqual([]);
  });

  it('counts a point on a border, not a point in a hole, and a household with a mobile once', async () => {
    const { phones, addresses, unreachableAddresses, suppressed } = (
      await preview({ places: [place['ringArea']] })
    ).json();
    // Ringvägen 1, 3 and 4: three mobiles, the landline of household b, and that of the business.
    expect(phones).toEqual({ mobile: 3, landline: 2 });
    expect({ addresses, unreachableAddresses }).toEqual({ addresses: 3, unreachableAddresses: 0 });
    expect(suppressed).toEqual({ 'household-has-mobile': 1 });
  });

  it('calls the landline too when both channels are requested', async () => {
    const { phones } = (await preview({ places: [place['ringArea']] }, { channels: 'both' })).json();
    expect(phones).toEqual({ mobile: 3, landline: 3 });
  });

  it('counts an address on a border for both properties, and a phone at two addresses once', async () => {
    expect((await preview({ places: [place['west']] })).json().phones.mobile).toBe(2);
    expect((await preview({ places: [place['east']] })).json().phones.mobile).toBe(1);
    expect(
      (await preview({ places: [place['west'], place['east'], place['ringArea']] })).json().phones.mobile,
    ).toBe(4);
  });

  it('includes the border of a drawn area', async () => {
    const polygon = await scene.drawn({ x: 1000, y: 1000, side: 51 });
    expect((await preview({ polygon })).json().phones).toEqual({ mobile: 2, landline: 0 });
  });

  it('leaves out objections, quarantined and protected phones, and shows only the quarantined', async () => {
    expect((await preview({ places: [place['west']] })).json().suppressed).toEqual({ quarantined: 1 });
    expect((await preview({ places: [place['empty']] })).json()).toEqual({
      phones: { mobile: 0, landline: 0 },
      languages: [],
      publicByDefault: false,
      addresses: 1,
      unreachableAddresses: 1,
      suppressed: {},
    });
  });

  it('the audit log records a count of few addresses with its member, and no count of many', async () => {
    await db.query(`UPDATE code_allowance SET full_at = now()`);
    const many = { places: [place['border']] };
    const few = { places: [place['west']] };
    for (let n = 0; n < 20; n++) await scene.address(`Radhuset ${n + 100}`, { x: 5000 + n, y: 5000 });
    await scene.settle();
    const entries = () =>
      db.query<object[]>(
        `SELECT member_id, detail FROM audit_entry WHERE action = 'audience.preview' ORDER BY id DESC LIMIT 1`,
      );
    await preview(few);
    const looked = [{ member_id: anna.id, detail: { addresses: 2, audience: few } }];
    expect(await entries()).toEqual(looked);
    await preview(many);
    expect(await entries()).toEqual(looked);
  });

  it('limits the number of counts per member', async () => {
    await db.query(
      `UPDATE code_allowance SET full_at = now() + interval '10 minutes' WHERE scope = 'preview'`,
    );
    const refused = await preview({ places: [place['west']] });
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'audience.too-many-previews', minutes: 1 });
    expect(refused.headers['retry-after']).toBe('60');
    await db.query(`DELETE FROM code_allowance WHERE scope = 'preview'`);
    expect((await preview({ places: [place['west']] })).statusCode).toBe(200);
  });

  it('treats the same household label in two registers as two households', async () => {
    expect((await preview({ places: [place['registers']] })).json()).toMatchObject({
      phones: { mobile: 1, landline: 1 },
      suppressed: {},
    });
  });

  it('estimates the text as it will be sent: plain punctuation, in one part', async () => {
    const texts = [{ language: 'sv', sms: '”Koka vattnet” – till kl. 15…' + 'a'.repeat(100) }];
    const { estimate } = (await preview({ places: [place['registers']] }, { texts })).json();
    expect(estimate).toMatchObject({ segments: 1, calls: 1 });
  });

  it('refuses an unknown field in a text', async () => {
    const answer = await preview(
      { places: [place['registers']] },
      { texts: [{ language: 'sv', text: 'Hej' }] },
    );
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('estimates segments per language, calls, cost and time', async () => {
    const texts = [{ language: 'sv', sms: 'a'.repeat(161) }];
    const { estimate } = (await preview({ places: [place['ringArea']] }, { texts })).json();
    expect(estimate).toMatchObject({ segments: 6, calls: 2, costOre: 6 * 55 + 2 * 120, seconds: 2 });
  });

  const ringOf = (coordinates: unknown) => ({ polygon: { type: 'Polygon', coordinates } });
  it.each([
    ['no places', { places: [] }, 'audience.empty'],
    ['a polygon with nothing in it', ringOf([]), 'audience.empty'],
    [
      'a multipolygon with nothing in it',
      { polygon: { type: 'MultiPolygon', coordinates: [] } },
      'audience.empty',
    ],
    ['an unknown place', { places: ['0190b0f0-0000-7000-8000-000000000000'] }, 'audience.unknown-place'],
    ['an unknown topic', { topic: '0190b0f0-0000-7000-8000-000000000000' }, 'audience.unknown-topic'],
    [
      'an open ring',
      ringOf([
        [
          [22, 65.5],
          [22.1, 65.5],
          [22.1, 65.6],
          [22, 65.6],
        ],
      ]),
      'audience.polygon-malformed',
    ],
    [
      'words instead of numbers',
      ringOf([
        [
          ['a', 'b'],
          [22.1, 65.5],
          [22.1, 65.6],
          ['a', 'b'],
        ],
      ]),
      'audience.polygon-malformed',
    ],
    [
      'a null in a ring',
      ringOf([
        [
          [null, null],
          [22.1, 65.5],
          [22.1, 65.6],
          [null, null],
        ],
      ]),
      'audience.polygon-malformed',
    ],
    [
      'metres instead of degrees',
      ringOf([
        [
          [828000, 7293000],
          [828100, 7293000],
          [828100, 7293100],
          [828000, 7293000],
        ],
      ]),
      'audience.polygon-malformed',
    ],
    [
      'a ring that crosses itself',
      ringOf([
        [
          [22.1, 65.5],
          [22.2, 65.6],
          [22.2, 65.5],
          [22.1, 65.6],
          [22.1, 65.5],
        ],
      ]),
      'audience.polygon-invalid',
    ],
    [
      'an area outside the municipality',
      ringOf([
        [
          [18, 59],
          [18.1, 59],
          [18.1, 59.1],
          [18, 59],
        ],
      ]),
      'audience.outside-municipality',
    ],
    ['both a place and a topic', { places: [], topic: 'x' }, 'request.invalid'],
    ['a line', { polygon: { type: 'LineString', coordinates: [] } }, 'request.invalid'],
    ['nothing', {}, 'audience.empty'],
  ])('refuses %s', async (_name, audience, code) => {
    const answer = await preview(audience);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code });
  });

  it('treats parts that overlap or share an edge as one shape', async () => {
    const drawn = async (x: number, side: number) =>
      (await scene.drawn({ x, y: 1000, side })).coordinates as unknown[];
    const [whole, again] = [await drawn(1000, 51), await drawn(990, 51)];
    for (const coordinates of [
      [whole, again],
      [whole, whole],
    ])
      expect((await preview({ polygon: { type: 'MultiPolygon', coordinates } })).json()).toMatchObject({
        phones: { mobile: 2, landline: 0 },
      });
  });

  it('refuses twenty thousand vertices before the database sees them', async () => {
    const ring = Array.from({ length: 20_000 }, (_, i) => [
      22 + Math.cos(i / 1e4) / 10,
      65.5 + Math.sin(i / 1e4) / 10,
    ]);
    const answer = await preview(ringOf([[...ring, ring[0]]]));
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'audience.too-many-vertices', vertices: 20_001 });
  });

  it('refuses a request without a key', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/audiences/preview',
      payload: { audience: { places: [] } },
    });
    expect(answer.statusCode).toBe(401);
  });
});
