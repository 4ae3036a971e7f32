import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import {
  addresses,
  corner,
  home,
  importerOn,
  layer,
  polygon,
  properties,
  square,
} from '../../../test/support/import-rows.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Dataset } from './import-dataset.js';
import type { DatasetLayer, PlaceRow } from './import-row.js';
import { NameParts } from '../search/name-parts.repository.js';
import { PlaceQueries } from '../place-queries.repository.js';
import { SearchNames } from '../search/search-names.js';

describe('blocks, remarks and history of an import', () => {
  let db: DataSource;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => db.query('TRUNCATE place, address, address_place, map_feature, place_import CASCADE'));
  afterAll(() => db.destroy());

  const load = (layers: DatasetLayer[], more: Partial<Dataset> = {}) =>
    importerOn(db, new SystemClock()).run({ source: 'test', layers, ...more });
  const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => db.query<T[]>(sql);

  it('makes blocks of designations, and rebuilds only those of which a property changed', async () => {
    const unit = (designation: string, x: number, y = 0): PlaceRow => ({
      key: designation,
      geometry: square(x, y),
      blockKey: /^(.+ \d+):/.exec(designation)?.[1],
    });
    const porson = [unit('PORSÖN 1:1', 0), unit('PORSÖN 1:2', 100), unit('PORSÖN 2:1', 300)];
    const others = [unit('PORSÖN s:4', 500), unit('ÖSTER 1:1', 700), unit('ÖSTER 1:2', 0, 500)];
    const filler = Array.from({ length: 8 }, (_, n) => unit(`NORR ${n}:1`, n * 100, 900));
    const make = (list: PlaceRow[]) => load([properties(list, { makesBlocks: true })], { allowShrink: true });
    const blocks = () =>
      rows(`SELECT name, ST_NumGeometries(geom) AS parts, ST_Area(geom) AS area, xmin::text AS version FROM place
            WHERE kind = 'block' AND valid_to IS NULL AND name NOT LIKE 'NORR%' ORDER BY name`);

    const { summary } = await make([...porson, ...others, ...filler]);
    expect(summary.layers[1]).toMatchObject({ layer: 'blocks from designations', rows: 11, new: 11 });
    const first = await blocks();
    expect(first).toEqual([
      { name: 'PORSÖN 1', parts: 1, area: 20_000, version: expect.any(String) },
      { name: 'PORSÖN 2', parts: 1, area: 10_000, version: expect.any(String) },
      { name: 'ÖSTER 1', parts: 2, area: 20_000, version: expect.any(String) },
    ]);

    expect((await make([...porson, ...others, ...filler])).summary.layers[1]).toMatchObject({
      unchanged: 11,
    });
    expect(await blocks()).toEqual(first);

    // One property comes to a block, one moves to another block, and the only one of a block is gone.
    const moved = { ...porson[1]!, blockKey: 'PORSÖN 3' };
    const later = [porson[0]!, moved, ...others, unit('ÖSTER 1:3', 800), ...filler];
    const update = (await make(later)).summary;
    expect(update.layers.map(({ new: added, changed, unchanged }) => [added, changed, unchanged])).toEqual([
      [1, 0, 13],
      [1, 2, 8],
    ]);
    expect(update.gone).toEqual({ property: 1, block: 1 });
    expect((await blocks()).map(({ name, area }) => [name, area])).toEqual([
      ['PORSÖN 1', 10_000],
      ['PORSÖN 3', 10_000],
      ['ÖSTER 1', 30_000],
    ]);
  });

  it('ends the blocks of designations when the profile no longer asks for them, and revives them when it does again', async () => {
    const list: PlaceRow[] = [1, 2, 3].map((n) => ({
      key: `P${n}`,
      geometry: square(n * 100, 0),
      blockKey: `NORR ${n}`,
    }));
    const bare = list.map(({ blockKey: _, ...row }) => row);
    const current = () =>
      rows(`SELECT id, source_key AS key FROM place WHERE kind = 'block' AND valid_to IS NULL ORDER BY 2`);
    await load([properties(list, { makesBlocks: true })]);
    const made = await current();
    expect(made.map(({ key }) => key)).toEqual(['NORR 1', 'NORR 2', 'NORR 3']);

    await expect(load([properties(bare)])).rejects.toMatchObject({
      code: 'places.dataset-shrank',
      details: { kind: 'block', current: 3, gone: 3 },
    });
    expect(await current()).toEqual(made);
    const { summary } = await load([properties(bare)], { allowShrink: true });
    expect(summary).toMatchObject({ gone: { property: 0, block: 3 }, layers: [{ unchanged: 3 }] });
    expect(await current()).toEqual([]);
    expect((await load([properties(bare)])).summary.gone).toEqual({ property: 0 });

    await load([properties(list, { makesBlocks: true })]);
    expect(await current()).toEqual(made);
    // The blocks of a layer of their own replace them.
    const own = layer('block', [{ key: 'NORR 1', geometry: square(100, 0) }]);
    expect((await load([properties(bare), own], { allowShrink: true })).summary.gone).toMatchObject({
      block: 2,
    });
    expect((await load([properties(bare)])).summary.gone).toEqual({ property: 0 });
    expect((await current()).map(({ key }) => key)).toEqual(['NORR 1']);
  });

  it('reports slivers and overlapping places, but only new and changed ones', async () => {
    const told = async (list: PlaceRow[]) =>
      (await load([properties(list)])).notes.map(({ row, action, code, detail }) => [
        row,
        action,
        code,
        detail,
      ]);
    const plots = [
      { key: 'A', geometry: square(0, 0) },
      { key: 'over A by five metres', geometry: square(95, 0) },
      { key: 'over that by a millimetre', geometry: square(194.999, 0) },
      { key: 'within A', geometry: square(40, 40, 10) },
      { key: 'tiny', geometry: square(500, 0, 0.5) },
      { key: 'narrow', geometry: polygon([600, 0], [900, 0], [900, 0.1], [600, 0.1], [600, 0]) },
    ];
    expect(await told(plots)).toEqual([
      [2, 'noted', 'overlap', 'A: 500.0 m²'],
      [4, 'noted', 'overlap', 'A: 100.0 m²'],
      [5, 'noted', 'sliver', '0.25 m², 0.25 m'],
      [6, 'noted', 'sliver', '30.00 m², 0.10 m'],
    ]);
    expect(await told(plots)).toEqual([]);
    expect(await told([{ key: 'A', geometry: square(0, 0, 99) }, ...plots.slice(1)])).toEqual([
      [1, 'noted', 'overlap', 'over A by five metres: 396.0 m²'],
      [1, 'noted', 'overlap', 'within A: 100.0 m²'],
    ]);
  });

  it('lists at most 10,000 rows of a reason, and counts all of them', async () => {
    const many = function* (): Generator<PlaceRow> {
      yield { key: 'P', geometry: square(0, 0) };
      for (let n = 0; n < 10_050; n += 1) yield { key: `x${n}`, geometry: null };
      for (let n = 0; n < 10_070; n += 1) yield { key: 'torn', geometry: square(n % 2, 0) };
    };
    const { summary, notes } = await load([{ kind: 'property', name: 'p', srid: 3006, rows: many() }]);
    expect(summary.layers[0]).toMatchObject({ rows: 20_121, new: 1, refused: 20_120 });
    expect(notes).toHaveLength(20_000);
    expect(summary.reasons).toEqual([
      { layer: 'p', action: 'refused', code: 'geometry-missing', rows: 10_050 },
      { layer: 'p', action: 'refused', code: 'key-repeated', rows: 10_070 },
    ]);
  });

  it('keeps the former states of places and addresses, so that an old report shows what they were then', async () => {
    const places = new PlaceQueries(db, new SearchNames(new NameParts(db)));
    const moments = [0, 1, 2, 3, 4].map((hour) => new Date(Date.UTC(2026, 0, 1, hour)));
    const at = (hour: number, minutes = 30): Date => new Date(moments[hour]!.getTime() + minutes * 60_000);
    const loadAt = (hour: number, layers: DatasetLayer[]) =>
      importerOn(db, { now: () => moments[hour]! }).run({ source: 'test', layers, allowShrink: true });
    const filler = { key: 'filler', geometry: square(900, 900) };
    const three = (name: string, x: number) =>
      properties([{ key: 'P', name, geometry: square(x, 0) }, filler]);
    await loadAt(0, [three('Öster 1:1', 0), addresses([home('1', 'P')])]);
    const [place] = await rows<{ id: string }>(`SELECT id FROM place WHERE source_key = 'P'`);
    const { id } = place!;
    await loadAt(1, [three('Öster 1:9', 300)]);
    await loadAt(2, [properties([filler])]);
    await loadAt(3, [three('Öster 1:9', 300), addresses([home('1', 'P', { street: 'Kungsgatan' })])]);
    await loadAt(4, [three('Öster 1:9', 300), addresses([home('1', 'P', { street: 'Kungsgatan' })])]);

    const names = [at(0, -1), moments[0]!, at(0), at(1), at(2), at(3), at(4)].map(
      async (moment) => (await places.find(id, moment))?.name,
    );
    expect(await Promise.all(names)).toEqual([
      undefined,
      'Öster 1:1',
      'Öster 1:1',
      'Öster 1:9',
      undefined,
      'Öster 1:9',
      'Öster 1:9',
    ]);
    const west = async (moment?: Date) => (await places.find(id, moment))!.boundingBox[0];
    expect(await west(at(0))).toBeLessThan(await west());
    expect(await west(at(1))).toBe(await west());
    // First placed, then moved with its property, then without a property, then back under another street.
    expect(
      await rows(`SELECT street, round(ST_X(point) - ${corner.x}) AS x, property_id IS NOT NULL AS tied,
                         extract(hour FROM valid_from AT TIME ZONE 'UTC')::int AS hour
                  FROM (SELECT street, point, property_id, valid_from FROM address_past
                        UNION ALL SELECT street, point, property_id, valid_from FROM address) a ORDER BY hour`),
    ).toEqual([
      { street: 'Storgatan', x: 50, tied: true, hour: 0 },
      { street: 'Storgatan', x: 350, tied: true, hour: 1 },
      { street: 'Storgatan', x: 350, tied: false, hour: 2 },
      { street: 'Kungsgatan', x: 350, tied: true, hour: 3 },
    ]);
  });
});
