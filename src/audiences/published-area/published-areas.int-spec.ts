import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { Scene } from '../../../test/support/scene.js';
import { newId } from '../../kernel/ids.js';
import type { AreaAudience } from '../audience.js';
import type { PublishedArea } from './published-area.js';
import { PublishedAreas } from './published-areas.js';
import { PublishedAreasRepository } from './published-areas.repository.js';
import { PublishedNames } from './published-names.js';
import { PublishedNamesRepository } from './published-names.repository.js';
import { PublishedPolygons } from './published-polygons.js';
import { PublishedShapes } from './published-shapes.repository.js';

describe('what is published of an area', () => {
  let db: DataSource;
  let scene: Scene;
  let areas: PublishedAreas;
  /** Ids of places, by name. */
  const at: Record<string, string> = {};
  const addressIds: Record<string, string> = {};

  beforeAll(async () => {
    db = await openTestDatabase();
    scene = new Scene(db);
    areas = new PublishedAreas(
      new PublishedAreasRepository(db),
      new PublishedNames(new PublishedNamesRepository(db)),
      new PublishedPolygons(new PublishedShapes(db)),
    );
    at['Luleå kommun'] = await scene.municipality('Luleå kommun', { x: -5_000, y: -5_000, side: 20_000 });
    at['Porsön'] = await scene.area('Porsön', { x: 0, y: 0, side: 1_000 });
    at['Kronan'] = await scene.area('Kronan', { x: 1_000, y: 0, side: 1_000 });
    at['Hunden'] = await scene.block('Hunden', { x: 300, y: 300, side: 200 });
    at['Ensam'] = await scene.area('Ensam', { x: 5_000, y: 5_000, side: 100 });
    at['Porsön 1:1'] = await scene.property('Porsön 1:1', { x: 90, y: 90, side: 30 });
    at['Porsön 1:2'] = await scene.property('Porsön 1:2', { x: 120, y: 90, side: 30 });
    // It belongs to a property of Porsön, but lies in Kronan.
    at['Porsön 1:3'] = await scene.property('Porsön 1:3', { x: 700, y: 700, side: 30 });
    at['Stortrakten 1:1'] = await scene.property('Stortrakten 1:1', { x: 1_520, y: 520, side: 80 });
    at['Kronan 2:1'] = await scene.property('Kronan 2:1', { x: 1_640, y: 640, side: 20 });
    // Five by five addresses in each area.
    for (let i = 0; i < 25; i++) {
      const [x, y] = [100 + 200 * (i % 5), 100 + 200 * Math.floor(i / 5)];
      await address(`Storgatan ${i + 1}`, x, y);
      await address(`Kronvägen ${i + 1}`, x + 1_000, y);
    }
    await address('Sidogatan 1', 130, 100, 'Porsön 1:2');
    await address('Sidogatan 2', 1_350, 850, 'Porsön 1:3');
    await address('Kronvägen 26', 1_650, 650, 'Kronan 2:1');
    await address('Ensamvägen 1', 5_050, 5_050);
    for (let i = 0; i < 22; i++) await address(`Höghusvägen ${i + 1}`, 1_530 + i, 530, 'Stortrakten 1:1');
    at['Vattenzon 3'] = await savedArea('Vattenzon 3', { x: 0, y: 0, side: 1_000 });
    at['Läckan vid Storgatan 12'] = await savedArea('Läckan vid Storgatan 12', { x: 0, y: 0, side: 990 });
    await scene.settle();
  });
  afterAll(() => db.destroy());

  async function address(name: string, x: number, y: number, property?: string): Promise<void> {
    const { id } = await scene.address(name, { x, y, ...(property ? { property: at[property]! } : {}) });
    addressIds[name] = id;
  }

  async function savedArea(name: string, square: { x: number; y: number; side: number }): Promise<string> {
    const id = await scene.area(name, square);
    await db.query('INSERT INTO saved_area (place_id, changed_by, changed_at) VALUES ($1, $2, now())', [
      id,
      newId(),
    ]);
    return id;
  }

  const places = (...names: string[]): string[] => names.map((name) => at[name]!);

  /** The addresses that lie in a polygon, as Turf sees it. */
  async function inside({ polygons }: PublishedArea): Promise<string[]> {
    const rows = await db.query<{ id: string; x: number; y: number }[]>(
      'SELECT id, ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT id, ST_Transform(point, 4326) AS p FROM address) a',
    );
    const names = new Map(Object.entries(addressIds).map(([name, id]) => [id, name]));
    return rows
      .filter(({ x, y }) => polygons.some((polygon) => booleanPointInPolygon([x, y], polygon)))
      .map(({ id }) => names.get(id)!)
      .sort();
  }
  const storgatan = Array.from({ length: 25 }, (_, i) => `Storgatan ${i + 1}`);

  it('is the outline of an area, with its name', async () => {
    const published = await areas.of({ places: places('Porsön') });
    expect(published).toMatchObject({ name: 'Porsön', streets: [] });
    expect(published.polygons).toHaveLength(1);
    expect(published.polygons[0]!.coordinates[0]).toHaveLength(5);
    expect(await inside(published)).toEqual([...storgatan, 'Sidogatan 1'].sort());
  });

  it('is cut where a property is left out, with its neighbours, whose streets are stated', async () => {
    const published = await areas.of({ places: places('Porsön'), minus: { places: places('Porsön 1:1') } });
    const found = await inside(published);
    const outside = [...storgatan, 'Sidogatan 1'].filter((name) => !found.includes(name));
    expect(outside).toContain('Storgatan 1');
    expect(outside.length).toBeGreaterThanOrEqual(5);
    expect(outside.length).toBeLessThan(10);
    expect(published.streets).toEqual(['Sidogatan', 'Storgatan']);
    for (const { coordinates } of published.polygons) expect(coordinates).toHaveLength(1);
  });

  it('does not show which of its neighbours is left out', async () => {
    const shapeWithout = async (...left: string[]) =>
      (await areas.of({ places: places('Porsön'), minus: { places: places(...left) } })).polygons;
    expect(await shapeWithout('Porsön 1:1')).toEqual(await shapeWithout('Porsön 1:2'));
  });

  it('does not name a property that is left out, but a block', async () => {
    const minus = { places: places('Hunden', 'Porsön 1:1') };
    const { name } = await areas.of({ places: places('Porsön'), minus });
    expect(name).toBe('Porsön, utom Hunden');
  });

  it('leaves out an address that lies in the area, but belongs to a property elsewhere', async () => {
    const published = await areas.of({ places: places('Kronan'), minus: { places: places('Porsön 1:3') } });
    expect(await inside(published)).not.toContain('Sidogatan 2');
    // The street of neighbours that were cut out with it.
    expect(published).toMatchObject({ name: 'Kronan', streets: ['Kronvägen'] });
  });

  it('does not draw a part of a drawing with a single address, but states its street', async () => {
    const [large, single] = [
      await scene.drawn({ x: 50, y: 50, side: 900 }),
      await scene.drawn({ x: 1_090, y: 690, side: 30 }),
    ];
    const polygon = {
      type: 'MultiPolygon' as const,
      coordinates: [large, single].map((one) => one.coordinates),
    };
    const published = await areas.of({ polygon });
    expect(published.polygons).toHaveLength(1);
    expect(published.streets).toEqual(['Kronvägen']);
  });

  it('states the street of an address that belongs to the area, but lies outside it', async () => {
    const published = await areas.of({ places: places('Porsön', 'Porsön 1:3') });
    expect(published.streets).toEqual(['Sidogatan']);
    expect(await inside(published)).not.toContain('Sidogatan 2');
  });

  it('does not draw a property that lies alone, but states its street', async () => {
    const published = await areas.of({ places: places('Porsön', 'Kronan 2:1') });
    expect(published).toMatchObject({ name: 'Porsön samt del av Kronan', streets: ['Kronvägen'] });
    expect(published.polygons).toHaveLength(1);
    expect(await inside(published)).not.toContain('Kronvägen 26');
  });

  it('is said in words for a few addresses: streets without numbers, and their area', async () => {
    const chosenBy = { [at['Porsön 1:1']!]: 'Storgatan 1', [at['Porsön 1:2']!]: 'Sidogatan 1' };
    expect(await areas.of({ places: places('Porsön 1:1', 'Porsön 1:2'), chosenBy })).toEqual({
      name: 'Sidogatan och Storgatan (Porsön)',
      streets: ['Sidogatan', 'Storgatan'],
      areas: ['Porsön'],
      polygons: [],
    });
  });

  it('is said in words for a property with many addresses', async () => {
    expect(await areas.of({ places: places('Stortrakten 1:1') })).toEqual({
      name: 'Höghusvägen (Kronan)',
      streets: ['Höghusvägen'],
      areas: ['Kronan'],
      polygons: [],
    });
  });

  it('tells neither a street nor an area with only one address', async () => {
    expect(await areas.of({ places: places('Ensam') })).toEqual({
      name: 'Del av Luleå kommun',
      streets: [],
      areas: [],
      polygons: [],
    });
  });

  it('is near a street, not near an address', async () => {
    const [{ point }] = await db.query<[{ point: string }]>(
      'SELECT ST_AsGeoJSON(ST_Transform(point, 4326), 9) AS point FROM address WHERE id = $1',
      [addressIds['Storgatan 13']],
    );
    const near = [{ geometry: JSON.parse(point), metres: 450, name: 'Storgatan 13' }];
    const published = await areas.of({ near });
    expect(published.name).toBe('Nära Storgatan (Porsön)');
    expect(published.polygons).toHaveLength(1);
  });

  it.each<[string, () => AreaAudience | Promise<AreaAudience>, string]>([
    [
      'of a drawing in two areas',
      async () => ({ polygon: await scene.drawn({ x: 50, y: 50, side: 1_900 }) }),
      'Kronan och Porsön',
    ],
    [
      'of a drawing in a part of an area',
      async () => ({
        polygon: await scene.drawn({ x: 50, y: 50, side: 920 }),
        minus: { places: places('Hunden') },
      }),
      'Del av Porsön, utom Hunden',
    ],
    ['of a saved area', () => ({ places: places('Vattenzon 3') }), 'Vattenzon 3'],
    [
      'of a saved area that is named after an address',
      () => ({ places: places('Läckan vid Storgatan 12') }),
      'Porsön',
    ],
    [
      'of an area and a property',
      () => ({ places: places('Porsön', 'Stortrakten 1:1') }),
      'Porsön samt del av Kronan',
    ],
    [
      'of the municipality for some roles',
      () => ({ places: places('Luleå kommun'), roles: ['owner'] }),
      'Luleå kommun',
    ],
  ])('has the name %s', async (_, audience, name) => {
    expect((await areas.of(await audience())).name).toBe(name);
  });

  it.each<[string, AreaAudience, boolean]>([
    ['an area', { places: ['Porsön'] }, true],
    ['the municipality', { places: ['Luleå kommun'] }, true],
    ['an area with one address', { places: ['Ensam'] }, false],
    ['a property', { places: ['Porsön 1:1'] }, false],
    ['a property with many addresses', { places: ['Stortrakten 1:1'] }, false],
  ])('is public by default or not: %s', async (_, audience, isPublic) => {
    expect(await areas.isPublicByDefault({ places: places(...audience.places!) })).toBe(isPublic);
  });

  it('tells little, and fails nothing, if its addresses can’t be counted in time', async () => {
    const slow = new PublishedAreasRepository(db);
    jest
      .spyOn(slow, 'hasAddresses')
      .mockRejectedValue(Object.assign(new Error('canceling statement'), { code: '57014' }));
    const unsure = new PublishedAreas(
      slow,
      new PublishedNames(new PublishedNamesRepository(db)),
      new PublishedPolygons(new PublishedShapes(db)),
    );
    expect(await unsure.isPublicByDefault({ places: places('Porsön') })).toBe(false);
    expect((await unsure.of({ places: places('Porsön') })).polygons).toEqual([]);
  });

  it('is said in words, and fails nothing, if the shape can’t be worked out', async () => {
    const broken = new PublishedAreas(
      new PublishedAreasRepository(db),
      new PublishedNames(new PublishedNamesRepository(db)),
      new PublishedPolygons({
        of: () => Promise.reject(Object.assign(new Error('canceling statement'), { code: '57014' })),
      } as unknown as PublishedShapes),
    );
    expect(await broken.of({ places: places('Porsön') })).toEqual({
      name: 'Porsön',
      streets: [],
      areas: ['Porsön'],
      polygons: [],
    });
  });

  it.each<[string, AreaAudience, readonly string[]]>([
    [
      'every one of the municipality, whose name tells none',
      { places: ['Luleå kommun'] },
      ['Kronan', 'Porsön'],
    ],
    ['that of a block, whose name does not tell it', { places: ['Hunden'] }, ['Porsön']],
    ['none that is left out', { places: ['Luleå kommun'], minus: { places: ['Kronan'] } }, ['Porsön']],
  ])('lists the areas that it touches: %s', async (_, { places: chosen, minus }, names) => {
    const audience = {
      places: places(...chosen!),
      ...(minus ? { minus: { places: places(...minus.places) } } : {}),
    };
    expect((await areas.of(audience)).areas).toEqual(names);
  });

  it('lists no areas if they can’t be worked out', async () => {
    const names = new PublishedNamesRepository(db);
    jest.spyOn(names, 'allAreasOf').mockRejectedValue(new Error('canceling statement'));
    const broken = new PublishedAreas(
      new PublishedAreasRepository(db),
      new PublishedNames(names),
      new PublishedPolygons(new PublishedShapes(db)),
    );
    expect(await broken.of({ places: places('Porsön') })).toMatchObject({ name: 'Porsön', areas: undefined });
  });
});
