import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { newId } from '../kernel/ids.js';
import { AuditLog } from '../staff/audit-log.js';
import { ImportDataset } from './import/import-dataset.js';
import type { AddressRow, DatasetLayer } from './import/import-row.js';

/** A corner of the made-up ground, in SWEREF 99 TM. */
const [east, north] = [828_000, 7_293_000];

const square = (dx: number, side: number, dy = 0) => ({
  type: 'Polygon',
  coordinates: [
    [
      [east + dx, north + dy],
      [east + dx + side, north + dy],
      [east + dx + side, north + dy + side],
      [east + dx, north + dy + side],
      [east + dx, north + dy],
    ],
  ],
});
const home = (number: number): AddressRow => ({
  key: String(number),
  street: 'Storgatan',
  number: String(number),
  point: { type: 'Point', coordinates: [east + 100 * number + 50, north + 50] },
});
const ground = (homes: number): DatasetLayer[] => [
  {
    kind: 'municipality',
    name: 'municipality',
    srid: 3006,
    rows: [{ key: 'M', name: 'Luleå', geometry: square(-5000, 10_000, -5000) }],
  },
  {
    kind: 'property',
    name: 'property',
    srid: 3006,
    rows: Array.from({ length: homes }, (_, n) => ({
      key: `P${n}`,
      name: `Porsön 1:${n}`,
      geometry: square(100 * n, 100),
    })),
  },
  {
    kind: 'address',
    name: 'address',
    srid: 3006,
    rows: Array.from({ length: homes }, (_, n) => home(n)),
  },
];

describe('saved areas', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let owner: Hired;
  let author: Hired;

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
    owner = await hire(app, 'Olga', ['service-owner']);
    author = await hire(app, 'Aino', ['author']);
    await app.get(ImportDataset).run({ source: 'test', layers: ground(10) });
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, as: Hired, payload?: object) =>
    app.inject({ method, url: `/api/v1${url}`, headers: as.headers, ...(payload ? { payload } : {}) });
  /** A square with this side in metres, as somebody would draw it: GeoJSON in WGS 84. */
  const drawn = async (dx: number, side: number, dy = 0) => {
    const [row] = await db.query<[{ geometry: object }]>(
      `SELECT ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 3006), 4326), 9)::json AS geometry`,
      [JSON.stringify(square(dx, side, dy))],
    );
    return row.geometry;
  };
  const save = async (name: string, dx: number, side: number): Promise<string> => {
    const answer = await call('POST', '/areas', owner, { name, polygon: await drawn(dx, side, -side / 2) });
    expect(answer.statusCode).toBe(201);
    return answer.json<{ id: string }>().id;
  };
  const addressesIn = async (id: string): Promise<number> =>
    (await call('GET', `/places/${id}`, author)).json<{ addresses: number }>().addresses;

  it('are found by all staff like any place, with their addresses', async () => {
    const id = await save('Norra vattentornet', 0, 300);
    const [found] = (await call('GET', '/places?q=vattent', author)).json<{ id: string; kind: string }[]>();
    expect(found).toMatchObject({ id, kind: 'area', name: 'Norra vattentornet', saved: true });
    expect((await call('GET', `/places/${id}`, author)).json()).toMatchObject({ saved: true });
    expect(await addressesIn(id)).toBe(3);
    const listed = (await call('GET', '/areas', author)).json<object[]>();
    expect(listed).toContainEqual(
      expect.objectContaining({ id, addresses: 3, changedBy: { id: owner.id, name: 'Olga' } }),
    );
    expect(await db.query('SELECT action, member_id FROM audit_entry WHERE subject = $1', [id])).toEqual([
      { action: 'area.save', member_id: owner.id },
    ]);
  });

  it('are distinguished from areas of registers, even with the same name', async () => {
    const id = await save('Luleå', 0, 300);
    const found = (await call('GET', '/places?q=luleå', author)).json<{ id: string; saved: boolean }[]>();
    expect(found.map((place) => [place.id === id, place.saved])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
    await call('DELETE', `/areas/${id}`, owner);
  });

  it('wait for each other when saved concurrently, without an import-running refusal', async () => {
    const polygon = await drawn(0, 300);
    const names = Array.from({ length: 6 }, (_, n) => `Samtidig ${n}`);
    const saved = await Promise.all(names.map((name) => call('POST', '/areas', owner, { name, polygon })));
    expect(saved.map(({ statusCode }) => statusCode)).toEqual(names.map(() => 201));
    for (const answer of saved) await call('DELETE', `/areas/${answer.json<{ id: string }>().id}`, owner);
  });

  it('may be made of several places', async () => {
    const places = (await call('GET', '/places?q=porsön&limit=3', author)).json<{ id: string }[]>();
    const answer = await call('POST', '/areas', owner, {
      name: 'Tre hus',
      places: places.map(({ id }) => id),
    });
    expect(answer.statusCode).toBe(201);
    expect(await addressesIn(answer.json<{ id: string }>().id)).toBe(3);
  });

  it('hold all addresses of the places they are made of, also after later imports', async () => {
    const register = (homes: number): DatasetLayer[] => [
      {
        kind: 'property',
        name: 'property',
        srid: 3006,
        rows: [{ key: 'K', name: 'Kyrkbyn 1:1', geometry: square(4000, 100) }],
      },
      {
        kind: 'address',
        name: 'address',
        srid: 3006,
        rows: [40, 48, 49].slice(0, homes).map((n) => ({ ...home(n), propertyKey: 'K' })),
      },
    ];
    await app.get(ImportDataset).run({ source: 'register', layers: register(2) });
    const [property] = (await call('GET', '/places?q=kyrkbyn', author)).json<{ id: string }[]>();
    const saveOf = async (name: string, place: string): Promise<string> => {
      const saved = await call('POST', '/areas', owner, { name, places: [place] });
      expect(saved.statusCode).toBe(201);
      return saved.json<{ id: string }>().id;
    };
    const area = await saveOf('Kyrkan', property!.id);
    const areaOfArea = await saveOf('Kyrkan med omnejd', area);
    expect([await addressesIn(area), await addressesIn(areaOfArea)]).toEqual([2, 2]);
    expect((await call('PUT', `/areas/${area}`, owner, { name: 'Gamla kyrkan' })).statusCode).toBe(200);
    await app.get(ImportDataset).run({ source: 'register', layers: register(3) });
    expect([await addressesIn(area), await addressesIn(areaOfArea)]).toEqual([3, 3]);
    const polygon = await drawn(4000, 100);
    expect((await call('PUT', `/areas/${area}`, owner, { name: 'Kyrkan', polygon })).statusCode).toBe(200);
    await app.get(ImportDataset).run({ source: 'register', layers: register(3) });
    expect([await addressesIn(area), await addressesIn(areaOfArea)]).toEqual([1, 3]);
  });

  it('can be renamed and redrawn, and keep their former states', async () => {
    const id = await save('Södra', 0, 200);
    const before = new Date().toISOString();
    const polygon = await drawn(0, 500, -250);
    expect((await call('PUT', `/areas/${id}`, owner, { name: 'Södra sidan', polygon })).statusCode).toBe(200);
    expect(await addressesIn(id)).toBe(5);
    expect((await call('PUT', `/areas/${id}`, owner, { name: 'Sydsidan' })).statusCode).toBe(200);
    expect(await addressesIn(id)).toBe(5);
    expect(
      await db.query('SELECT name FROM place_past WHERE place_id = $1 ORDER BY valid_from', [id]),
    ).toEqual([{ name: 'Södra' }, { name: 'Södra sidan' }]);
    const then = (await call('GET', `/places/${id}?at=${before}`, author)).json<{ name: string }>();
    expect(then.name).toBe('Södra');
  });

  it('get the addresses of later imports, which never end the areas', async () => {
    const id = await save('Östra', 800, 600);
    expect(await addressesIn(id)).toBe(2);
    await app.get(ImportDataset).run({ source: 'test', layers: ground(12) });
    expect(await addressesIn(id)).toBe(4);
  });

  it('are ended but not deleted when they are removed, and their name is free again', async () => {
    const id = await save('Tillfällig', 0, 300);
    expect((await call('DELETE', `/areas/${id}`, owner)).statusCode).toBe(204);
    expect((await call('GET', `/places/${id}`, author)).statusCode).toBe(404);
    expect((await call('DELETE', `/areas/${id}`, owner)).json()).toMatchObject({ code: 'area.unknown' });
    expect(await db.query('SELECT valid_to IS NOT NULL AS over FROM place WHERE id = $1', [id])).toEqual([
      { over: true },
    ]);
    expect(await db.query('SELECT count(*)::int AS n FROM address_place WHERE place_id = $1', [id])).toEqual([
      { n: 0 },
    ]);
    await save('tillfällig', 0, 300);
  });

  it('are rolled back if the audit entry fails', async () => {
    const audit = app.get(AuditLog);
    const failing = jest.spyOn(audit, 'record').mockRejectedValueOnce(new Error('the log is full'));
    const answer = await call('POST', '/areas', owner, { name: 'Olyckan', polygon: await drawn(0, 100) });
    failing.mockRestore();
    expect(answer.statusCode).toBe(500);
    expect((await call('GET', '/places?kind=area&q=olyckan', author)).json()).toEqual([]);
  });

  it('are refused with an invalid shape, or a name that can be mistaken for another', async () => {
    const polygon = await drawn(0, 300);
    await save('Vattentornet', 0, 100);
    const crossed = {
      type: 'Polygon',
      coordinates: [[[22.1, 65.6], [22.2, 65.7], [22.2, 65.6], [22.1, 65.7], [22.1, 65.6]]], // prettier-ignore
    };
    const many = {
      type: 'Polygon',
      coordinates: [Array.from({ length: 10_001 }, () => [22.1, 65.6])],
    };
    for (const [as, body, code] of [
      [author, { name: 'Min', polygon }, 'staff.role-required'],
      [owner, { name: 'VATTENTORNET', polygon }, 'area.name-taken'],
      [owner, { name: 'Vatten\u00adtornet', polygon }, 'name.unseen-character'],
      [owner, { name: 'V\u0430ttentornet', polygon }, 'name.look-alike'],
      [owner, { name: 'Ingenstans' }, 'area.without-shape'],
      [
        owner,
        { name: 'Tom', places: [], polygon: { type: 'Polygon', coordinates: [] } },
        'area.without-shape',
      ],
      [owner, { name: 'Båda', polygon, places: [newId()] }, 'area.of-both'],
      [owner, { name: 'Okänd', places: [newId()] }, 'area.unknown-place'],
      [owner, { name: 'Korsad', polygon: crossed }, 'audience.polygon-invalid'],
      [owner, { name: 'Utanför', polygon: await drawn(90_000, 500) }, 'audience.outside-municipality'],
      [owner, { name: 'Stor', polygon: many }, 'audience.too-many-vertices'],
      [owner, { name: ' ', polygon }, 'request.invalid'],
    ] as const)
      expect((await call('POST', '/areas', as, body)).json()).toMatchObject({ code });
    const [imported] = (await call('GET', '/places?kind=property', owner)).json<{ id: string }[]>();
    const onImported = await call('PUT', `/areas/${imported!.id}`, owner, { name: 'Kapad', polygon });
    expect(onImported.json()).toMatchObject({ code: 'area.unknown' });
  });
});
