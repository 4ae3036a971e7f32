import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { fictionMobile } from '../../test/support/fiction-phones.js';
import { ImportCommand, othersData, profiles } from '../../test/support/import-command.js';
import { recipientsSql } from '../audiences/recipients.sql.js';
import { NameParts } from '../places/search/name-parts.repository.js';
import { PlaceQueries } from '../places/place-queries.repository.js';
import { SearchNames } from '../places/search/search-names.js';
import { alignMetricReference } from '../platform/database/migrate.js';

type Row = Record<string, string>;

const cambridge = path.join(othersData, 'cambridge');
const metric = 26_986;
const verdict = existsSync(cambridge) ? describe : describe.skip;

verdict('importing Cambridge in two years (skipped if ../shared/data is missing)', () => {
  let db: DataSource;
  let home: string;
  let command: ImportCommand;

  beforeAll(async () => {
    db = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'budkavle-home-'));
    command = new ImportCommand(db, home);
    expect(await command.ofOthers('cambridge', metric)).toBe(0);
  }, 600_000);
  afterAll(async () => {
    await db.query('TRUNCATE place, address, address_place, map_feature, place_import, phone CASCADE');
    await alignMetricReference(db, 3006);
    await db.destroy();
    await rm(home, { recursive: true, force: true });
  });

  const rows = <T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    db.query<T[]>(sql, parameters);
  /** For each layer: the number of rows, and how many of them have each outcome. */
  const account = async () =>
    (await command.lastSummary()).layers.map(({ layer, ...counts }) => [
      layer,
      ['rows', 'new', 'changed', 'unchanged', 'merged', 'skipped', 'refused', 'repaired'].map(
        (name) => counts[name],
      ),
    ]);

  it('the first import accounts for every row', async () => {
    expect(await account()).toEqual([
      ['municipality', [1, 1, 0, 0, 0, 0, 0, 0]],
      ['area', [13, 13, 0, 0, 0, 0, 0, 0]],
      ['block', [749, 749, 0, 0, 0, 0, 0, 0]],
      // 76 have a key that means "no key", 6 have no key, 8 are further polygons of a lot.
      ['property', [13_159, 13_069, 0, 0, 8, 76, 6, 20]],
      // 21,216 addresses, of which 587 refer to a parcel that does not exist; 2 write 213-2A with a small letter.
      ['address', [56_167, 20_629, 0, 0, 34_756, 0, 782, 0]],
    ]);
    const reach = await rows(`SELECT kind, count(DISTINCT address_id)::int AS addresses
      FROM place JOIN address_place ON place_id = id GROUP BY kind ORDER BY kind`);
    expect(reach).toEqual([
      { kind: 'area', addresses: expect.any(Number) },
      { kind: 'block', addresses: expect.any(Number) },
      { kind: 'municipality', addresses: 20_629 },
      { kind: 'property', addresses: 20_629 },
    ]);
    expect(Number(reach[0]!['addresses'])).toBeGreaterThan(20_500);
    // An address of several lots belongs to each of them.
    expect(
      await rows(`SELECT p.source_key FROM address a JOIN address_place ON address_id = a.id
        JOIN place p ON p.id = place_id AND p.kind = 'property' WHERE a.source_key = '31332' ORDER BY 1`),
    ).toEqual([{ source_key: '267.1-232' }, { source_key: '267.2-230' }]);
    expect(await rows(`SELECT 1 FROM place WHERE NOT ST_IsValid(geom)`)).toEqual([]);
  });

  describe('a later delivery, in another format with fewer decimals', () => {
    /** Lots by what happens to them in the later delivery. */
    let split: Lot, kept: Lot, joined: Lot, moved: Lot, removed: Lot;
    let before: Date;
    /** Addresses whose street has a new name. */
    let renamed: number;

    interface Lot {
      readonly key: string;
      readonly id: string;
      readonly addresses: readonly string[];
      readonly phone: string;
    }

    beforeAll(async () => {
      await chooseLots();
      await writeLater();
      before = new Date();
      command.said = [];
      const ended = await command.run([path.join(home, 'cambridge.yaml')], metric);
      // If the import is refused, the test fails with its output.
      expect(ended === 0 ? [] : command.said).toEqual([]);
    }, 600_000);

    /** Chooses lots whose addresses belong to no other lot, and puts a phone at the last address of each. */
    async function chooseLots(): Promise<void> {
      await rows(`
        CREATE TABLE usable_lot AS
        SELECT p.id, p.source_key AS key, array_agg(a.source_key ORDER BY a.source_key) AS addresses, p.geom
        FROM place p JOIN address_place ap ON ap.place_id = p.id JOIN address a ON a.id = ap.address_id
        WHERE p.kind = 'property' AND ST_NumGeometries(p.geom) = 1 AND ST_NumInteriorRings(ST_GeometryN(p.geom, 1)) = 0
        GROUP BY p.id HAVING bool_and(cardinality(a.property_keys) = 1) AND count(*) BETWEEN 2 AND 4`);
      const [pair] = await rows<{ one: string; other: string }>(`
        SELECT one.key AS one, other.key AS other FROM usable_lot one JOIN usable_lot other
          ON one.key < other.key AND one.geom && other.geom AND ST_Relate(one.geom, other.geom, 'FF2F11212')
        WHERE ST_NumGeometries(ST_Union(one.geom, other.geom)) = 1 ORDER BY 1, 2 LIMIT 1`);
      const others = await rows<{ key: string }>(
        'SELECT key FROM usable_lot WHERE key NOT IN ($1, $2) ORDER BY md5(key) LIMIT 3',
        [pair!.one, pair!.other],
      );
      const keys = [...others.map(({ key }) => key), pair!.one, pair!.other];
      const lots: Lot[] = [];
      for (const [nth, key] of keys.entries()) {
        const [lot] = await rows<Omit<Lot, 'phone'>>(
          'SELECT id, key, addresses FROM usable_lot WHERE key = $1',
          [key],
        );
        const phone = fictionMobile(nth);
        await rows(`INSERT INTO phone (e164, kind) VALUES ($1, 'mobile')`, [phone]);
        await rows(
          `INSERT INTO phone_address (phone, address_id, source, role)
           SELECT $1, id, 'test', 'resident' FROM address WHERE source_key = $2`,
          [phone, lot!.addresses.at(-1)],
        );
        lots.push({ ...lot!, phone });
      }
      await rows('DROP TABLE usable_lot');
      [split, moved, removed, kept, joined] = lots as [Lot, Lot, Lot, Lot, Lot];
    }

    /** Writes the later delivery: GeoJSON with seven decimals instead of TopoJSON. */
    async function writeLater(): Promise<void> {
      const eastHalf = 'ST_Translate(ST_Envelope(geom), (ST_XMax(geom) - ST_XMin(geom)) / 2, 0)';
      const drawn = `CASE key WHEN '${split.key}' THEN ST_Difference(geom, ${eastHalf})
        WHEN '${split.key}-E' THEN ST_Intersection(geom, ${eastHalf})
        WHEN '${moved.key}' THEN ST_Translate(geom, 0, 3)
        WHEN '${kept.key}' THEN ST_Union(geom, (SELECT geom FROM place WHERE id = '${joined.id}'))
        ELSE geom END`;
      const parcels = await rows<{ key: string; geometry: object }>(
        `SELECT key, ST_AsGeoJSON(ST_Transform(${drawn}, 4326), 7)::json AS geometry
         FROM place CROSS JOIN LATERAL unnest(
           CASE WHEN id = $1 THEN ARRAY[source_key, source_key || '-E'] ELSE ARRAY[source_key] END) AS key
         WHERE kind = 'property' AND id <> ALL($2)`,
        [split.id, [joined.id, removed.id]],
      );
      const features = parcels.map(({ key, geometry }) => ({
        type: 'Feature',
        properties: { ML: key },
        geometry,
      }));
      await writeFile(
        path.join(home, 'parcels.geojson'),
        JSON.stringify({ type: 'FeatureCollection', features }),
      );
      const lotOf = (address: string, lot: string): string => {
        if (address === split.addresses.at(-1)) return `${split.key}-E`;
        return lot === joined.key ? kept.key : lot;
      };
      const gone = new Set(removed.addresses);
      const csv = await readFile(path.join(cambridge, 'addresses-2014-02.csv'), 'utf8');
      const addresses: Row[] = parse(csv, { columns: true, bom: true });
      const later = addresses
        .filter((row) => !gone.has(row['address_id']!))
        .map((row) => ({
          ...row,
          full_address: row['full_address']!.replace(/ Boardman St$/, ' Harriet Jacobs St'),
          MapLot: lotOf(row['address_id']!, row['MapLot']!),
        }));
      await writeFile(path.join(home, 'addresses-2014-02.csv'), stringify(later, { header: true }));
      const [boardman] = await rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM address WHERE street = 'Boardman St' AND source_key <> ALL($1)`,
        [removed.addresses],
      );
      renamed = boardman!.count;
      expect(renamed).toBeGreaterThan(0);
      const areas = await readFile(path.join(cambridge, 'neighborhoods.geojson'), 'utf8');
      await writeFile(
        path.join(home, 'neighborhoods.geojson'),
        areas.replace('Riverside', 'Riverside Heights'),
      );
      for (const same of ['city', 'blocks'])
        await cp(path.join(cambridge, `${same}.geojson`), path.join(home, `${same}.geojson`));
      const profile = await readFile(path.join(profiles, 'cambridge.yaml'), 'utf8');
      await writeFile(
        path.join(home, 'cambridge.yaml'),
        profile.replace('parcels-2013.topojson', 'parcels.geojson'),
      );
    }

    const placesOf = (address: string) =>
      rows<{ key: string }>(
        `SELECT p.source_key AS key FROM address a JOIN address_place ap ON ap.address_id = a.id
         JOIN place p ON p.id = ap.place_id WHERE p.kind = 'property' AND a.source_key = $1 AND a.valid_to IS NULL`,
        [address],
      );
    const placeOf = async (key: string) =>
      (
        await rows<{ id: string; current: boolean; area: number }>(
          `SELECT id, valid_to IS NULL AS current, ST_Area(geom) AS area FROM place
           WHERE kind = 'property' AND source_key = $1`,
          [key],
        )
      )[0];
    const toldAt = async (place: string): Promise<string[]> => {
      const { text, parameters } = recipientsSql({ places: [place] }, 'mobile-first');
      const told = await rows<{ phone: string }>(`WITH ${text} SELECT phone FROM recipient ORDER BY phone`, [
        ...parameters,
      ]);
      return told.map(({ phone }) => phone);
    };

    it('reports only the real changes', async () => {
      const [municipality, areas, blocks, lots, addresses] = await account();
      expect(municipality).toEqual(['municipality', [1, 0, 0, 1, 0, 0, 0, 0]]);
      expect(areas).toEqual(['area', [13, 0, 1, 12, 0, 0, 0, 0]]);
      expect(blocks).toEqual(['block', [749, 0, 0, 749, 0, 0, 0, 0]]);
      // Fewer decimals make two lots invalid; one of them has another shape after its repair.
      expect(lots).toEqual(['property', [13_068, 1, 4, 13_063, 0, 0, 0, 2]]);
      const [, [all, added, changed, ...others]] = addresses as [string, number[]];
      expect([added, changed]).toEqual([0, 1 + joined.addresses.length + renamed]);
      expect(all).toBe(changed! + others.reduce((sum, rows) => sum + rows));
      expect((await command.lastSummary()).gone).toEqual({
        property: 2,
        block: 0,
        area: 0,
        municipality: 0,
        address: removed.addresses.length,
      });
    });

    it('keeps the ids of places, and moves the addresses to their new places', async () => {
      const [west, east] = [await placeOf(split.key), await placeOf(`${split.key}-E`)];
      expect(west).toMatchObject({ id: split.id, current: true });
      expect(east).toMatchObject({ current: true });
      expect(await placesOf(split.addresses[0]!)).toEqual([{ key: split.key }]);
      expect(await placesOf(split.addresses.at(-1)!)).toEqual([{ key: `${split.key}-E` }]);
      expect(await placeOf(kept.key)).toMatchObject({ id: kept.id, current: true });
      expect(await placeOf(joined.key)).toMatchObject({ id: joined.id, current: false });
      for (const address of joined.addresses) expect(await placesOf(address)).toEqual([{ key: kept.key }]);
      expect(await placeOf(moved.key)).toMatchObject({ id: moved.id, current: true });
      expect(
        await rows(
          `SELECT round(ST_Y(a.point) - ST_Y(p.point)) AS north FROM address a JOIN address_past p ON p.address_id = a.id
           WHERE a.source_key = ANY($1)`,
          [moved.addresses],
        ),
      ).toEqual(moved.addresses.map(() => ({ north: 3 })));
      for (const address of removed.addresses) expect(await placesOf(address)).toEqual([]);
    });

    it('changes who is reached in each place', async () => {
      const east = await placeOf(`${split.key}-E`);
      expect(await toldAt(split.id)).toEqual([]);
      expect(await toldAt(east!.id)).toEqual([split.phone]);
      expect(await toldAt(kept.id)).toEqual([kept.phone, joined.phone].sort());
      expect(await toldAt(moved.id)).toEqual([moved.phone]);
      expect(await toldAt(removed.id)).toEqual([]);
      const [city] = await rows<{ id: string }>(`SELECT id FROM place WHERE kind = 'municipality'`);
      expect(await toldAt(city!.id)).toEqual([split, moved, kept, joined].map(({ phone }) => phone).sort());
    });

    it('keeps the earlier shapes of places for reports of the earlier year', async () => {
      const places = new PlaceQueries(db, new SearchNames(new NameParts(db)));
      const then = await places.find(split.id, before);
      const now = await places.find(split.id);
      const widthOf = (place: typeof now) => place!.boundingBox[2] - place!.boundingBox[0];
      expect(widthOf(then) / widthOf(now)).toBeCloseTo(2, 1);
      expect(await places.find(removed.id, before)).toMatchObject({ name: removed.key });
      expect(await places.find(removed.id, new Date())).toBeUndefined();
      expect(await rows('SELECT count(*)::int AS places FROM place_past')).toEqual([{ places: 5 }]);
    });

    it('changes nothing if it is imported a second time', async () => {
      const once = await command.fingerprint();
      expect(await command.run([path.join(home, 'cambridge.yaml')], metric)).toBe(0);
      expect((await account())[3]).toEqual(['property', [13_068, 0, 0, 13_068, 0, 0, 0, 2]]);
      const { layers } = await command.lastSummary();
      expect(layers.filter((layer) => layer['new'] !== 0 || layer['changed'] !== 0)).toEqual([]);
      expect(await command.fingerprint()).toEqual(once);
    }, 600_000);
  });
});
