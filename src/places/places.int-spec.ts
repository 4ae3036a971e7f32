import { VectorTile } from '@mapbox/vector-tile';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Polygon } from 'geojson';
import { PbfReader } from 'pbf';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { MembersRepository } from '../staff/members.repository.js';
import { hashSecret } from '../staff/secrets.js';
import { foldForSearch } from './search/fold-for-search.js';
import { PlaceQueries, type PlaceSummary } from './place-queries.repository.js';

/** A corner of the made-up ground, in SWEREF 99 TM. */
const [east, north] = [828_000, 7_293_000];
const key = 'a-key-of-somebody';

// Also on the embedded database (postgis): places are found by their position.
describe('the API for places, addresses and tiles', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  const ids = new Map<string, string>();

  /** A square; offsets and side in metres. */
  const addPlace = async (kind: string, name: string, dx = 0, dy = 0, side = 50, ended = false) => {
    const id = newId();
    await db.query(
      `INSERT INTO place (id, kind, name, search_name, source, source_key, geom, valid_to)
       VALUES ($1::uuid, $2, $3, $4, 'test', $1::uuid::text, ST_Multi(ST_MakeEnvelope($5, $6, $7, $8, 3006)), CASE WHEN $9 THEN now() END)`,
      [
        id,
        kind,
        name,
        foldForSearch(name),
        east + dx,
        north + dy,
        east + dx + side,
        north + dy + side,
        ended,
      ],
    );
    ids.set(name, id);
  };
  const addAddress = async (street: string, number: string, locality: string, property?: string) => {
    const id = newId();
    await db.query(
      `INSERT INTO address (id, source, source_key, street, number, postal_code, locality, search_name, point, point_source, property_id)
       VALUES ($1::uuid, 'test', $1::uuid::text, $2, $3, '972 31', $4, $5, ST_SetSRID(ST_MakePoint($6, $7), 3006), 'own', $8)`,
      [
        id,
        street,
        number,
        locality,
        foldForSearch(`${street} ${number} ${locality}`),
        east + 20,
        north + 20,
        property && ids.get(property),
      ],
    );
    if (property) await db.query('INSERT INTO address_place VALUES ($1, $2)', [ids.get(property), id]);
  };
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${key}`, ...headers } });
  const namesOf = async (url: string): Promise<string[]> =>
    (await get(url)).json<{ name: string }[]>().map(({ name }) => name);

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
    await app.get(MembersRepository).ensureMember(
      {
        id: newId(),
        name: 'Aino Alm',
        email: 'a@example.com',
        departmentId: newId(),
        departmentName: 'VA',
        roles: ['author'],
      },
      hashSecret(key),
      'test',
    );
    expect(await app.get(PlaceQueries).municipalityBounds()).toBeUndefined();
    expect((await get('/tiles/14/9223/4203.mvt')).statusCode).toBe(204);

    await addPlace('municipality', 'Luleå kommun', -10_000, -10_000, 20_000);
    await addPlace('area', 'Porsön', -500, -500, 1_000);
    await addPlace('area', 'Östermalm', 2_000, 2_000, 1_000);
    await addPlace('block', 'Ugglan', -100, -100, 300);
    await addPlace('property', 'Porsön 1:4', 0, 0);
    await addPlace('property', 'Porsön 1:40', 60, 0);
    await addPlace('property', 'Porsön 1:405', 120, 0);
    await addPlace('property', 'Ängen 1:405', 180, 0);
    await addPlace('property', 'Lulsundet 100%_3', 240, 0);
    await addPlace('property', 'Porsön 1:41', 300, 0, 50, true);
    await addAddress('Storgatan', '1', 'Luleå', 'Porsön 1:4');
    await addAddress('Storgatan', '10', 'Luleå', 'Porsön 1:4');
    await addAddress('Storgatan', '11', 'Råneå');
    await addAddress('Lilla Storgatan', '1', 'Luleå');
    await addAddress('Kyrkogatan', '1', 'Luleå');
    await db.query(
      `INSERT INTO map_feature (source, layer, name, geom) VALUES
         ('test', 'street', 'Storgatan', ST_SetSRID(ST_MakeLine(ST_MakePoint($1::float8, $2::float8), ST_MakePoint($1::float8 + 900, $2::float8)), 3006)),
         ('test', 'street', 'Smalgränd', ST_SetSRID(ST_MakeLine(ST_MakePoint($1::float8, $2::float8), ST_MakePoint($1, $2 + 30)), 3006)),
         ('test', 'water', NULL, ST_MakeEnvelope($1 - 400, $2, $1 - 200, $2 + 90, 3006))`,
      [east, north],
    );
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  it.each([
    ['an exact match before prefix matches', 'Porsön 1:4', ['Porsön 1:4', 'Porsön 1:40', 'Porsön 1:405']],
    ['a name in any case and without accents', 'PORSON 1:40', ['Porsön 1:40', 'Porsön 1:405']],
    ['words in any order', '1:405 pors', ['Porsön 1:405']],
    [
      'an area before the properties named after it',
      'porsön',
      ['Porsön', 'Porsön 1:4', 'Porsön 1:40', 'Porsön 1:405'],
    ],
    ['a number alone', '1:405', ['Ängen 1:405', 'Porsön 1:405']],
    ['the middle of a name', 'stermal', ['Östermalm']],
    ['a name with SQL wildcards', '100%_3', ['Lulsundet 100%_3']],
    ['nothing for an unknown name', 'Kiruna', []],
  ])('finds %s', async (_name, q, expected) => {
    const names = await namesOf(`/places?q=${encodeURIComponent(q)}`);
    expect(names).toEqual(expected);
  });

  it.each([
    ['Östermlam', 'Östermalm'],
    ['Porsnö 1:40', 'Porsön 1:40'],
    ['lulsunet 100', 'Lulsundet 100%_3'],
  ])('finds a name in spite of a typing error if no name has the words: %s', async (q, meant) => {
    expect((await namesOf(`/places?q=${encodeURIComponent(q)}`))[0]).toBe(meant);
  });

  it.each([
    [
      '',
      [
        'Luleå kommun',
        'Östermalm',
        'Porsön',
        'Ugglan',
        'Ängen 1:405',
        'Lulsundet 100%_3',
        'Porsön 1:4',
        'Porsön 1:40',
        'Porsön 1:405',
      ],
    ],
    ['?kind=area', ['Östermalm', 'Porsön']],
    ['?kind=property&q=pors', ['Porsön 1:4', 'Porsön 1:40', 'Porsön 1:405']],
    ['?limit=1', ['Luleå kommun']],
  ])('lists larger kinds first, filtered by kind: %s', async (query, expected) => {
    const names = await namesOf(`/places${query}`);
    expect(names).toEqual(expected);
  });

  it('returns the bounding box and the geometry of a place in WGS 84', async () => {
    const [municipality] = (await get('/places')).json();
    expect(municipality).toMatchObject({ kind: 'municipality', name: 'Luleå kommun' });
    const [west, south, eastern, northern] = municipality.boundingBox;
    expect([west, south, eastern, northern].map((n: number) => Math.round(n * 10) / 10)).toEqual([
      21.9, 65.5, 22.4, 65.7,
    ]);
    expect(await app.get(PlaceQueries).municipalityBounds()).toEqual(
      municipality.boundingBox.map((n: number) => expect.closeTo(n, 2)),
    );
    const place = (await get(`/places/${ids.get('Porsön 1:4')}`)).json();
    expect(place).toMatchObject({ name: 'Porsön 1:4', addresses: 2, geometry: { type: 'MultiPolygon' } });
    expect(place.geometry.coordinates[0][0]).toHaveLength(5);
  });

  it.each([
    ['an unknown kind', '/places?kind=planet', 400, 'request.invalid'],
    ['a limit that is too high', '/places?limit=51', 400, 'request.invalid'],
    ['an unknown field', '/places?near=me', 400, 'request.invalid'],
    ['an invalid id', '/places/1', 400, 'request.invalid'],
    ['an unknown id', `/places/${newId()}`, 404, 'place.unknown'],
    ['an empty address search', '/addresses?q=', 400, 'request.invalid'],
    ['a zoom too deep', '/tiles/21/0/0.mvt', 400, 'request.invalid'],
    ['a tile outside the world', '/tiles/3/8/0.mvt', 400, 'request.invalid'],
    ['a negative tile number', '/tiles/3/-1/0.mvt', 400, 'request.invalid'],
  ])('refuses %s', async (_name, url, status, code) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });

  it('hides a place that has ended, unless a moment before its end is given', async () => {
    const ended = `/places/${ids.get('Porsön 1:41')}`;
    await db.query(`UPDATE place SET valid_from = '2025-01-01Z', valid_to = '2026-01-01Z' WHERE id = $1`, [
      ids.get('Porsön 1:41'),
    ]);
    expect((await get(`${ended}?at=2025-06-01T12:00:00%2B02:00`)).json()).toMatchObject({
      name: 'Porsön 1:41',
    });
    expect((await get(`${ended}?at=2026-06-01T12:00:00Z`)).statusCode).toBe(404);
    expect((await get(`${ended}?at=yesterday`)).statusCode).toBe(400);
    expect((await get(`/places/${ids.get('Porsön 1:41')}`)).statusCode).toBe(404);
  });

  it('reserves results for areas and blocks when many properties have the same name', async () => {
    for (let n = 1; n <= 9; n++) await addPlace('property', `Kronan 1:${n}`, 5_000, n * 60);
    await addPlace('area', 'Kronan med Lulsundet', 5_000, 5_000);
    await addPlace('block', 'Linden, Kronan', 5_000, 6_000);
    expect(await namesOf('/places?q=kronan&limit=4')).toEqual([
      'Kronan 1:1',
      'Kronan 1:2',
      expect.stringMatching('Linden|Lulsundet'),
      expect.stringMatching('Linden|Lulsundet'),
    ]);
    expect(await namesOf('/places?q=kronan&limit=4&kind=property')).toHaveLength(4);
    expect(await namesOf('/places?q=kronan&limit=20')).toHaveLength(11);
  });

  it.each(['/places', '/addresses?q=storg', '/tiles/0/0/0.mvt', `/places/${newId()}`])(
    'is refused without a key: %s',
    async (url) => {
      expect((await app.inject({ url: `/api/v1${url}` })).statusCode).toBe(401);
    },
  );

  it.each([
    ['storgatan 1', ['Storgatan 1', 'Storgatan 10', 'Storgatan 11', 'Lilla Storgatan 1']],
    ['1 storg', ['Storgatan 1', 'Lilla Storgatan 1', 'Storgatan 10', 'Storgatan 11']],
    ['storgatan ranea', ['Storgatan 11']],
    ['STORGTAN 10', ['Storgatan 10']],
    ['Kyrkog', ['Kyrkogatan 1']],
  ])('finds addresses for the typed text "%s"', async (q, expected) => {
    const names = await namesOf(`/addresses?q=${encodeURIComponent(q)}`);
    expect(names.slice(0, expected.length)).toEqual(expected);
  });

  it('returns the property and the point of an address', async () => {
    const [address] = (await get('/addresses?q=storgatan 1&limit=1')).json();
    expect(address).toMatchObject({
      name: 'Storgatan 1',
      postalCode: '972 31',
      locality: 'Luleå',
      propertyId: ids.get('Porsön 1:4'),
      propertyName: 'Porsön 1:4',
      point: [expect.closeTo(22.12, 1), expect.closeTo(65.6, 1)],
    });
  });

  /** The decoded tile of a zoom that shows a position. */
  const tileAt = (z: number, [lon, lat]: [number, number]) => {
    const radians = (lat * Math.PI) / 180;
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
    return { z, x, y, url: `/tiles/${z}/${x}/${y}.mvt` };
  };
  const cornerOf = async (name: string): Promise<[number, number]> => {
    const [west, south, eastern, northern] = (await get(`/places/${ids.get(name)}`)).json<PlaceSummary>()
      .boundingBox;
    return [(west + eastern) / 2, (south + northern) / 2];
  };

  it.each([
    [0, ['municipality']],
    [9, ['area', 'municipality']],
    [13, ['area', 'block', 'municipality', 'street', 'water']],
    [14, ['area', 'block', 'municipality', 'property', 'street', 'water']],
    [17, ['address', 'area', 'block', 'municipality', 'property', 'street']],
    [20, ['area', 'block', 'municipality', 'property']],
  ])('draws at zoom %s only the kinds of that zoom', async (zoom, expected) => {
    const { url } = tileAt(zoom, await cornerOf('Porsön 1:4'));
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const { layers } = new VectorTile(new PbfReader(answer.rawPayload));
    expect(Object.keys(layers).sort()).toEqual(expect.arrayContaining(expected));
  });

  it('draws a property at its position, with its id and name', async () => {
    const { z, x, y, url } = tileAt(15, await cornerOf('Porsön 1:4'));
    const { layers } = new VectorTile(new PbfReader((await get(url)).rawPayload));
    const property = layers['property']!;
    const all = Array.from({ length: property.length }, (_, n) => property.feature(n));
    expect(all.map(({ properties }) => properties['name'])).not.toContain('Porsön 1:41');
    const found = all.find(({ properties }) => properties['id'] === ids.get('Porsön 1:4'))!;
    expect(found.properties['name']).toBe('Porsön 1:4');
    const { geometry } = found.toGeoJSON(x, y, z);
    const drawn = (geometry as Polygon).coordinates[0]!;
    const [west, south, eastern, northern] = (await get(`/places/${ids.get('Porsön 1:4')}`)).json()
      .boundingBox;
    const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;
    expect(near(Math.min(...drawn.map(([lon]) => lon!)), west)).toBe(true);
    expect(near(Math.max(...drawn.map(([lon]) => lon!)), eastern)).toBe(true);
    expect(near(Math.min(...drawn.map(([, lat]) => lat!)), south)).toBe(true);
    expect(near(Math.max(...drawn.map(([, lat]) => lat!)), northern)).toBe(true);
  });

  it('answers 304 for an unchanged tile, and 204 for an empty one', async () => {
    const { url } = tileAt(14, await cornerOf('Porsön 1:4'));
    const first = await get(url);
    expect(first.headers['cache-control']).toBe('private, max-age=300');
    const again = await get(url, { 'if-none-match': first.headers['etag'] as string });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    for (const empty of [
      '/tiles/14/0/0.mvt',
      '/tiles/8/0/255.mvt',
      '/tiles/1/0/1.mvt',
      '/tiles/20/1048575/1048575.mvt',
    ])
      expect((await get(empty)).statusCode).toBe(204);
  });
});
