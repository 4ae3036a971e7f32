import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { fictionLandline, fictionMobile } from '../../test/support/fiction-phones.js';
import { Scene } from '../../test/support/scene.js';
import { phoneRoles } from '../kernel/phone-roles.js';
import { ReachRepository } from '../directory/reach/reach.repository.js';
import { RefreshReach } from '../directory/reach/refresh-reach.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';
import { WarmCounts } from './warm-counts.js';

const phones = [0, 1, 2, 3].flatMap((n) => [fictionMobile(n), fictionLandline(n)]);
const kindOf = (phone: string) => (phone.startsWith('+467') ? 'mobile' : 'landline');

const phone = fc.constantFrom(...phones);
const address = fc.nat(5);
const change = fc.oneof(
  fc.record({
    step: fc.constant('comes' as const),
    phone,
    address,
    source: fc.constantFrom('one register', 'another'),
    role: fc.constantFrom(...phoneRoles),
    household: fc.constantFrom(null, 'a', 'b'),
    protected: fc.nat(9).map((n) => n === 0),
  }),
  fc.record({ step: fc.constant('leaves' as const), phone, address }),
  fc.record({
    step: fc.constant('is otherwise' as const),
    phone,
    language: fc.constantFrom('sv', 'en'),
    objects: fc.nat(3).map((n) => n === 0),
  }),
);
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: change },
    { weight: 2, arbitrary: fc.constant({ step: 'is worked out' as const }) },
    { weight: 1, arbitrary: fc.constant({ step: 'is counted ahead' as const }) },
    { weight: 1, arbitrary: fc.constant({ step: 'is forgotten' as const }) },
  ),
  { minLength: 4, maxLength: 12 },
);

type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number];

describe('cached counts', () => {
  let db: DataSource;
  let kept: CountCache;
  let counts: AudienceCountsRepository;
  let refresh: RefreshReach;
  let warm: WarmCounts;
  let west: string, centre: string, all: string;
  let addresses: string[];
  let logged: jest.SpyInstance;

  beforeAll(async () => {
    db = await openTestDatabase();
    kept = new CountCache(db);
    counts = new AudienceCountsRepository(db, kept);
    refresh = new RefreshReach(new ReachRepository(db));
    warm = new WarmCounts(counts, kept);
    const scene = new Scene(db);
    west = await scene.area('Väster', { x: 0, y: 0, side: 300 });
    centre = await scene.area('Centrum', { x: 150, y: 0, side: 300 });
    all = await scene.municipality('Provkommun', { x: 0, y: 0, side: 900 });
    addresses = [];
    for (let n = 0; n < 6; n++)
      addresses.push((await scene.address(`Provvägen ${n}`, { x: 50 + n * 100, y: 10 })).id);
    await scene.settle();
  });
  beforeEach(async () => {
    logged = jest.spyOn(Logger.prototype, 'error');
    await db.query('DELETE FROM phone_address');
    await db.query('DELETE FROM phone');
    await refresh.run();
  });
  afterEach(() => {
    // A wrong count fails the test, even if the cache itself found that it was wrong.
    expect(logged).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });
  afterAll(() => db.destroy());

  const comes = async (one: {
    phone: string;
    address: number;
    source?: string;
    role?: string;
    household?: string | null;
    protected?: boolean;
  }): Promise<void> => {
    await db.query('INSERT INTO phone (e164, kind) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      one.phone,
      kindOf(one.phone),
    ]);
    await db.query(
      `INSERT INTO phone_address (phone, address_id, source, role, household, protected)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (phone, address_id, source) DO UPDATE SET role = excluded.role, household = excluded.household,
         protected = excluded.protected`,
      [
        one.phone,
        addresses[one.address],
        one.source ?? 'register',
        one.role ?? 'resident',
        one.household ?? null,
        one.protected ?? false,
      ],
    );
  };
  /** One phone at an address, with its reach computed and the counts made ahead. */
  const settled = async (address = 0): Promise<void> => {
    await comes({ phone: phones[0]!, address });
    await refresh.run();
    await warm.run();
  };
  const take = async (one: Step): Promise<void> => {
    switch (one.step) {
      case 'comes':
        return comes(one);
      case 'leaves':
        await db.query('DELETE FROM phone_address WHERE phone = $1 AND address_id = $2', [
          one.phone,
          addresses[one.address],
        ]);
        return;
      case 'is otherwise':
        await db.query(
          `UPDATE phone SET language = $2, objected_at = CASE WHEN $3 THEN now() END WHERE e164 = $1`,
          [one.phone, one.language, one.objects],
        );
        return;
      case 'is worked out':
        await refresh.run();
        return;
      case 'is counted ahead':
        return warm.run();
      case 'is forgotten':
        return refresh.dropBeforeImages(0);
    }
  };
  const audiences = () => [[west], [centre], [west, centre], [all]].map((places) => ({ places }));
  const expectRight = async (): Promise<void> => {
    for (const channels of ['mobile-first', 'both'] as const)
      for (const audience of audiences())
        expect(await counts.count(audience, channels)).toEqual(
          (await counts.countNow(audience, channels)).counts,
        );
  };

  it('equal a new count after any changes, refreshes and counts made ahead', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const one of sequence) {
          await take(one);
          await expectRight();
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are corrected instead of counted again while little changes', async () => {
    await settled();
    await comes({ phone: phones[1]!, address: 1 });
    await counts.count({ places: [west] }, 'both');
    const anew = jest.spyOn(counts, 'countNow');
    const told = async () =>
      (await counts.count({ places: [west] }, 'both')).recipients.map(({ channel, phones }) => [
        channel,
        phones,
      ]);
    expect(await told()).toEqual([
      ['sms', 1],
      ['voice', 1],
    ]);
    await refresh.run();
    await comes({ phone: phones[2]!, address: 0 });
    await comes({ phone: phones[2]!, address: 2 });
    expect(await told()).toEqual([
      ['sms', 2],
      ['voice', 1],
    ]);
    expect(anew).not.toHaveBeenCalled();
  });

  it('take all addresses of a phone into account, even unchanged ones', async () => {
    const [mobile, landline] = [phones[0]!, phones[1]!];
    for (const address of [0, 1]) await comes({ phone: landline, address, household: 'a' });
    await refresh.run();
    await warm.run();
    await comes({ phone: mobile, address: 0, household: 'a' });
    await expectRight();
    await comes({ phone: phones[2]!, address: 1, household: 'a' });
    await expectRight();
  });

  it('are counted again when the earlier state is no longer known', async () => {
    await settled();
    await comes({ phone: phones[2]!, address: 0 });
    await refresh.run();
    await refresh.dropBeforeImages(0);
    await expectRight();
  });

  it('are counted again after a day, even if they were corrected', async () => {
    const rowsKept = () => db.query<object[]>('SELECT FROM kept_count');
    await settled();
    await db.query(`UPDATE kept_count SET at = now() - interval '2 days'`);
    await comes({ phone: phones[2]!, address: 0 });
    await refresh.run();
    await expectRight();
    expect(await rowsKept()).not.toEqual([]);
    await warm.tidy();
    expect(await rowsKept()).toEqual([]);
  });

  it('are correct when an address moves to another place', async () => {
    await settled(5);
    expect((await counts.count({ places: [west] }, 'both')).recipients).toEqual([]);
    await db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [west, addresses[5]]);
    expect((await counts.count({ places: [west] }, 'both')).recipients).toEqual([
      { channel: 'sms', language: 'sv', suppressed: null, phones: 1 },
    ]);
    await db.query('DELETE FROM address_place WHERE place_id = $1 AND address_id = $2', [west, addresses[5]]);
  });

  it('are counted again when the list of refreshes no longer reaches back to them', async () => {
    await settled();
    await comes({ phone: phones[2]!, address: 0 });
    await refresh.run();
    await refresh.dropBeforeImages(0);
    await db.query(`UPDATE reach_refresh SET at = now() - interval '3 days'`);
    await comes({ phone: phones[4]!, address: 0 });
    await refresh.run();
    await refresh.tidy();
    await expectRight();
  });

  it('keep no number of a person who was erased', async () => {
    await settled();
    await db.query('DELETE FROM phone_address');
    await db.query('DELETE FROM phone');
    await refresh.run();
    const was = () => db.query<object[]>('SELECT FROM reach_was');
    expect(await was()).not.toEqual([]);
    await refresh.dropBeforeImages(0);
    expect(await was()).toEqual([]);
    await expectRight();
  });
});
