import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { distanceTo, oracle, type World } from '../../test/support/audience-oracle.js';
import { openTestDatabase } from '../../test/support/database.js';
import { fictionLandline, fictionMobile } from '../../test/support/fiction-phones.js';
import { Scene } from '../../test/support/scene.js';
import { ReachRepository } from '../directory/reach/reach.repository.js';
import { phoneRoles } from '../kernel/phone-roles.js';
import { RefreshReach } from '../directory/reach/refresh-reach.js';
import type { AreaAudience } from './audience.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';
import { recipientsSql } from './recipients.sql.js';

const side = 4_000;
const addresses = 16;
const squares = [
  { x: 0, y: 0, side: 2_000 },
  { x: 1_000, y: 1_000, side: 2_500 },
  { x: 2_000, y: 0, side: 1_900 },
];
const hole = { x: 1_500, y: 1_500, side: 900 };

const traits = fc.record({ objects: unlikely(), quarantined: unlikely() });
const phones = fc.array(fc.record({ landline: fc.boolean(), now: traits, later: traits }), {
  minLength: 1,
  maxLength: 14,
});
const ties = fc.uniqueArray(
  fc.record({
    phone: fc.nat(13),
    address: fc.nat(addresses - 1),
    role: fc.constantFrom(...phoneRoles),
    source: fc.constantFrom('one register' as const, 'another' as const),
    household: fc.constantFrom(null, 'a', 'a', 'b'),
    protected: unlikely(),
  }),
  { minLength: 1, maxLength: 30, selector: ({ phone, address, source }) => `${phone} ${address} ${source}` },
);
const world = fc.record({ phones, ties, later: ties });

type Given<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Ties = Given<typeof ties>;

function unlikely() {
  return fc.nat(7).map((n) => n === 0);
}

/**
 * A random area of all possible parts. Distances stay clear of every address, because globe and plane differ slightly.
 */
const audience = fc.record({
  places: fc.subarray([0, 1, 2]),
  drawn: fc.option(fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }), {
    nil: undefined,
    freq: 1,
  }),
  near: fc.option(
    fc.record({
      line: fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          minLength: 2,
          maxLength: 4,
        },
      ),
      metres: fc.integer({ min: 50, max: 1_500 }),
    }),
    { nil: undefined, freq: 1 },
  ),
  minus: fc.subarray([0, 1, 2]),
  roles: fc.option(fc.subarray([...phoneRoles], { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 1 }),
});

type Mix = Given<typeof audience>;

describe('an audience of any mix, compared with an oracle without SQL', () => {
  let db: DataSource;
  let counts: AudienceCountsRepository;
  let refresh: RefreshReach;
  let addressIds: string[];
  let points: [number, number][];
  let placeIds: string[];

  beforeAll(async () => {
    db = await openTestDatabase();
    counts = new AudienceCountsRepository(db, new CountCache(db));
    refresh = new RefreshReach(new ReachRepository(db));
    const scene = new Scene(db);
    placeIds = [];
    for (const [i, square] of squares.entries())
      placeIds.push(await scene.area(`Område ${i}`, square, i === 1 ? hole : undefined));
    addressIds = [];
    for (let i = 0; i < addresses; i++)
      addressIds.push(
        (
          await scene.address(`Provvägen ${i}`, {
            x: side * ((i * 0.618034) % 1),
            y: (side * (i + 0.5)) / addresses,
          })
        ).id,
      );
    await scene.settle();
    const rows = await db.query<{ id: string; x: number; y: number }[]>(
      'SELECT id, ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT id, ST_Transform(point, 4326) AS p FROM address) a',
    );
    const at = new Map(rows.map(({ id, x, y }) => [id, [x, y] as [number, number]]));
    points = addressIds.map((id) => at.get(id)!);
  });
  afterAll(() => db.destroy());

  /** Scales two numbers from 0 to 1 to a position in degrees within the world of the test. */
  const within = (u: number, v: number): [number, number] => {
    const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
    const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
    return [west + u * (east - west), south + v * (north - south)];
  };

  function areaOf({ places, drawn, near, minus, roles }: Mix): AreaAudience {
    const star = drawn?.map((radius, i) => {
      const angle = (2 * Math.PI * i) / drawn.length;
      return within(0.5 + 0.5 * radius * Math.cos(angle), 0.5 + 0.5 * radius * Math.sin(angle));
    });
    return {
      ...(places.length > 0 ? { places: places.map((i) => placeIds[i]!) } : {}),
      ...(star ? { polygon: { type: 'Polygon', coordinates: [[...star, star[0]!]] } } : {}),
      ...(near
        ? {
            near: [
              {
                geometry: { type: 'LineString', coordinates: near.line.map(([u, v]) => within(u, v)) },
                metres: near.metres,
              },
            ],
          }
        : {}),
      ...(minus.length > 0 ? { minus: { places: minus.map((i) => placeIds[i]!) } } : {}),
      ...(roles ? { roles } : {}),
    };
  }

  async function writePhones(phones: World['phones']): Promise<void> {
    await db.query(
      `INSERT INTO phone (e164, kind, objected_at, quarantine_reason)
       SELECT e164, kind, CASE WHEN objects THEN now() END, CASE WHEN quarantined THEN '30005' END
       FROM json_to_recordset($1::json) AS p (e164 text, kind text, objects boolean, quarantined boolean)
       ON CONFLICT (e164) DO UPDATE SET kind = excluded.kind, objected_at = excluded.objected_at,
         quarantine_reason = excluded.quarantine_reason`,
      [JSON.stringify(phones)],
    );
  }

  /** Deletes missing rows, updates changed ones and adds new ones, as an import does. */
  async function writeTies({ phones, ties }: World): Promise<void> {
    const rows = JSON.stringify(
      ties.map((tie) => ({ ...tie, phone: phones[tie.phone]!.e164, address_id: addressIds[tie.address] })),
    );
    const given = `json_to_recordset($1::json)
      AS t (phone text, address_id uuid, role text, source text, household text, protected boolean)`;
    await db.query(
      `DELETE FROM phone_address WHERE (phone, address_id, source) NOT IN (SELECT phone, address_id, source FROM ${given})`,
      [rows],
    );
    await db.query(
      `INSERT INTO phone_address (phone, address_id, role, source, household, protected)
       SELECT phone, address_id, role, source, household, protected FROM ${given}
       ON CONFLICT (phone, address_id, source) DO UPDATE SET role = excluded.role, household = excluded.household,
         protected = excluded.protected`,
      [rows],
    );
  }

  async function expectSame(
    known: World,
    area: AreaAudience,
    channels: 'mobile-first' | 'both',
  ): Promise<void> {
    const expected = oracle(known, area, channels);
    const { text, parameters } = recipientsSql(area, channels);
    const enrolled = await db.query<{ told: string }[]>(
      `WITH ${text} SELECT concat_ws(' ', phone, channel, COALESCE(suppressed, '')) AS told FROM recipient`,
      [...parameters],
    );
    expect(enrolled.map(({ told }) => told).sort()).toEqual(expected.recipients);
    const { recipients, addresses, unreachableAddresses } = await counts.count(area, channels);
    expect({ addresses, unreachable: unreachableAddresses }).toEqual({
      addresses: expected.addresses,
      unreachable: expected.unreachable,
    });
    expect(recipients.reduce((sum, { phones }) => sum + phones, 0)).toBe(expected.recipients.length);
    for (const { channel, suppressed } of recipients) {
      const group = recipients.filter((r) => r.channel === channel && r.suppressed === suppressed);
      const like = expected.recipients.filter((line) => line.endsWith(` ${channel} ${suppressed ?? ''}`));
      expect(group.reduce((sum, { phones }) => sum + phones, 0)).toBe(like.length);
    }
  }

  it('holds the same phones and channels, before and after reach is computed, and after a change', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        audience,
        fc.constantFrom('mobile-first' as const, 'both' as const),
        fc.boolean(),
        async (given, mix, channels, muchElseIsDue) => {
          const area = areaOf(mix);
          fc.pre(area.places !== undefined || area.polygon !== undefined || area.near !== undefined);
          for (const { geometry, metres } of area.near ?? [])
            for (const point of points) {
              const away = geometry.type === 'LineString' ? distanceTo(point, geometry.coordinates) : 0;
              fc.pre(Math.abs(away - metres) > 0.01 * metres + 1);
            }
          const places = new Map(
            placeIds.map((id, i) => [
              id,
              points.flatMap((_, address) => (inSquare(i, address) ? [address] : [])),
            ]),
          );
          const steps = [
            worldOf(given.ties, 'now'),
            worldOf(given.ties, 'later'),
            worldOf(given.later, 'later'),
          ];
          function worldOf(list: Ties, when: 'now' | 'later'): World {
            const last = given.phones.length - 1;
            const usable = list.map((tie) => ({ ...tie, phone: Math.min(tie.phone, last) }));
            const once = new Map(usable.map((tie) => [`${tie.phone} ${tie.address} ${tie.source}`, tie]));
            const phones = given.phones.map(({ landline, ...traits }, i) => ({
              e164: landline ? fictionLandline(i) : fictionMobile(i),
              kind: landline ? ('landline' as const) : ('mobile' as const),
              ...traits[when],
            }));
            return { points, places, phones, ties: [...once.values()] };
          }
          for (const step of steps) {
            await writePhones(step.phones);
            await writeTies(step);
            if (muchElseIsDue && step === steps.at(-1))
              await db.query('INSERT INTO reach_due SELECT gen_random_uuid() FROM generate_series(1, 10001)');
            await expectSame(step, area, channels);
            await refresh.run();
            await expectSame(step, area, channels);
            // The same again, now from the cache.
            await expectSame(step, area, channels);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  const inSquare = (place: number, address: number): boolean => {
    const x = side * ((address * 0.618034) % 1);
    const y = (side * (address + 0.5)) / addresses;
    const inside = ({ x: left, y: low, side: long }: { x: number; y: number; side: number }): boolean =>
      x >= left && x <= left + long && y >= low && y <= low + long;
    return inside(squares[place]!) && !(place === 1 && inside(hole));
  };
});
