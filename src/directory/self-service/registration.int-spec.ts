import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { PublicSite } from '../../../test/support/public-site.js';
import { Scene, type SceneAddress } from '../../../test/support/scene.js';
import { newId } from '../../kernel/ids.js';
import { RequestVerification } from '../../verification/request-verification.js';
import { ConfirmVerification } from '../../verification/confirm-verification.js';
import { AddOwnAddress } from './add-own-address.js';
import { ChangeOwnAddress } from './change-own-address.js';
import { CheckNumber } from './check-number.js';
import { FindAddresses } from './find-addresses.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { LiftOwnQuarantine } from './lift-own-quarantine.js';
import { ObjectForOwnPhone } from './object-for-own-phone.js';
import type { OwnRole } from './registration.js';
import { RefreshReach } from '../reach/refresh-reach.js';
import { RemoveOwnAddress } from './remove-own-address.js';
import { SetOwnLanguage } from './set-own-language.js';
import { ShowOwnAddresses } from './show-own-addresses.js';

const phone = '+46701740605';
const landline = '+46846500410';

// Also on the embedded database (capability): self-registration.
describe('a resident’s own addresses', () => {
  let db: DataSource;
  let site: PublicSite;
  let scene: Scene;
  let home: SceneAddress;
  let cottage: SceneAddress;

  beforeAll(async () => {
    db = await openTestDatabase();
    site = await PublicSite.start({ ADDRESSES_PER_NUMBER: '3' });
    scene = new Scene(db);
    home = await scene.address('Storgatan 1', { x: 0, y: 0 });
    cottage = await scene.address('Stugvägen 7', { x: 500, y: 0 });
  });
  beforeEach(async () => {
    await db.query('TRUNCATE verification, code_allowance, phone CASCADE');
    site.sent.length = 0;
  });
  afterAll(async () => {
    await site.close();
    await db.destroy();
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    site.app.get(type as never, { strict: false });
  const signIn = async (number = phone): Promise<string> => {
    const request = {
      number,
      landlines: true,
      purpose: 'test',
      language: 'sv',
      client: '192.0.2.7',
    } as const;
    const { session } = await get(RequestVerification).run(request);
    return (await get(ConfirmVerification).run(session, site.codeTo(number))).session;
  };
  const add = (session: string | undefined, { id }: { id: string }, role: OwnRole = 'resident') =>
    get(AddOwnAddress).run({ session, addressId: id, role, language: 'en' });
  const own = async (session: string) => (await get(ShowOwnAddresses).run(session)).addresses;
  const check = (session: string) => get(CheckNumber).run(session);
  const rows = () =>
    db.query<Record<string, unknown>[]>(
      'SELECT phone, address_id, role, source, protected FROM phone_address ORDER BY since, phone',
    );
  const audited = () =>
    db.query<{ action: string; subject: string; member_id: null; detail: object }[]>(
      'SELECT action, subject, member_id, detail FROM audit_entry ORDER BY id',
    );

  it('can be added, changed and removed, and the audit log records it without the number', async () => {
    const before = (await audited()).length;
    const session = await signIn();
    await add(session, home);
    await add(session, cottage, 'owner');
    await get(ChangeOwnAddress).run({ session, addressId: cottage.id, role: 'watcher' });
    expect(await own(session)).toMatchObject([
      { addressId: home.id, name: 'Storgatan 1', role: 'resident', own: true, registered: false },
      { addressId: cottage.id, role: 'watcher', own: true },
    ]);
    expect(await rows()).toMatchObject([
      { phone, role: 'resident', source: 'self', protected: false },
      { role: 'watcher' },
    ]);
    await get(RemoveOwnAddress).run(session, home.id);
    await get(RemoveOwnAddress).run(session, cottage.id);
    // A second press on the button changes nothing.
    await get(RemoveOwnAddress).run(session, cottage.id);
    expect(await own(session)).toEqual([]);
    expect(await db.query('SELECT FROM phone')).toEqual([]);
    const acts = (await audited()).slice(before);
    expect(acts.map(({ action }) => action.replace('directory.self-', ''))).toEqual([
      'add',
      'add',
      'change',
      'remove',
      'remove',
    ]);
    expect(acts[0]).toMatchObject({
      subject: expect.stringMatching(/^ph_[0-9a-f]{12}$/),
      member_id: null,
      detail: { role: 'resident' },
    });
    for (const told of ['1740605', home.id, cottage.id]) expect(JSON.stringify(acts)).not.toContain(told);
  });

  it('keep the kind of a landline, and give a new phone the language of the page', async () => {
    const session = await signIn(landline);
    await add(session, home);
    expect(await db.query('SELECT e164, kind, language, generated FROM phone')).toEqual([
      { e164: landline, kind: 'landline', language: 'en', generated: false },
    ]);
    await get(SetOwnLanguage).run(session, 'sv');
    expect(await get(ShowOwnAddresses).run(session)).toMatchObject({ kind: 'landline', language: 'sv' });
  });

  it('do not change the language of a known phone, or that it is generated', async () => {
    await home.phone(phone, { language: 'sv' });
    await db.query('UPDATE phone SET generated = true');
    await add(await signIn(), cottage);
    expect(await db.query('SELECT language, generated FROM phone')).toEqual([
      { language: 'sv', generated: true },
    ]);
  });

  it('get the new role when the same address is added again', async () => {
    const session = await signIn();
    await add(session, home);
    await add(session, home, 'owner');
    expect(await own(session)).toMatchObject([{ role: 'owner' }]);
  });

  it('stay within the limit when several are added concurrently', async () => {
    const session = await signIn();
    const addresses = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => scene.address(`Gränsvägen ${n}`, { x: n, y: 5 })),
    );
    const results = await Promise.allSettled(addresses.map((each) => add(session, each)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'registration.too-many', details: { most: 3 } },
    });
    expect(await get(ShowOwnAddresses).run(session)).toMatchObject({ room: false });
  });

  it('are refused if the address does not exist, and the phone is not stored then', async () => {
    const session = await signIn();
    const gone = await scene.address('Rivna gatan 1', { x: 9, y: 9 });
    await db.query('UPDATE address SET valid_to = now() WHERE id = $1', [gone.id]);
    for (const id of [gone.id, newId()])
      await expect(add(session, { id })).rejects.toMatchObject({ code: 'registration.unknown-address' });
    await expect(
      get(ChangeOwnAddress).run({ session, addressId: home.id, role: 'owner' }),
    ).rejects.toMatchObject({ code: 'registration.not-found' });
    expect(await db.query('SELECT FROM phone')).toEqual([]);
  });

  it('cannot be read or changed without a verified session', async () => {
    const required = { code: 'verification.required' };
    await expect(add(undefined, home)).rejects.toMatchObject(required);
    await expect(own('a session of nobody')).rejects.toMatchObject(required);
    await expect(check('a session of nobody')).rejects.toMatchObject(required);
    await expect(get(ObjectForOwnPhone).run('a session of nobody', true)).rejects.toMatchObject(required);
    const search = { session: undefined, client: '192.0.2.7', typed: 'Storgatan' };
    await expect(get(FindAddresses).run(search)).rejects.toMatchObject(required);
  });

  it('include those of a register, but only added ones can be removed', async () => {
    await home.phone(phone, { role: 'owner' });
    const session = await signIn();
    expect(await own(session)).toMatchObject([
      { addressId: home.id, role: 'owner', own: false, registered: true },
    ]);
    await add(session, home);
    expect(await own(session)).toMatchObject([{ role: 'resident', own: true, registered: true }]);
    await get(RemoveOwnAddress).run(session, home.id);
    await get(RemoveOwnAddress).run(session, home.id);
    expect(await own(session)).toMatchObject([{ role: 'owner', own: false, registered: true }]);
  });

  it('include only added ones if the phone is protected, and adding one does not end the protection', async () => {
    await home.phone(phone, { protected: true });
    await cottage.phone(phone, { source: 'another' });
    const session = await signIn();
    expect(await own(session)).toEqual([]);
    expect(await check(session)).toMatchObject({ reach: 'nowhere', addresses: [] });
    await add(session, cottage);
    expect(await own(session)).toMatchObject([
      { addressId: cottage.id, name: 'Stugvägen 7', own: true, registered: false },
    ]);
    expect(await check(session)).toMatchObject({ reach: 'ask-us', addresses: [{ name: 'Stugvägen 7' }] });
    expect(await db.query('SELECT FROM phone_address WHERE protected')).toHaveLength(1);
    expect((await audited()).at(-1)).toMatchObject({
      action: 'directory.self-add',
      detail: { role: 'resident' },
    });
    expect(JSON.stringify((await audited()).at(-1))).not.toContain(cottage.id);
  });

  it('include one that has ended, so that it can be removed', async () => {
    const session = await signIn();
    const house = await scene.address('Flyttade gatan 1', { x: 1, y: 1 });
    await add(session, house);
    await db.query('UPDATE address SET valid_to = now() WHERE id = $1', [house.id]);
    expect(await own(session)).toMatchObject([{ name: 'Flyttade gatan 1', current: false }]);
    expect(await check(session)).toMatchObject({ reach: 'nowhere', addresses: [] });
  });

  describe('in the check of a number', () => {
    it('are reached until the resident objects, and again when that is withdrawn', async () => {
      const session = await signIn();
      await add(session, home);
      expect(await check(session)).toMatchObject({ phone, kind: 'mobile', reach: 'reached' });
      await get(ObjectForOwnPhone).run(session, true);
      expect(await check(session)).toMatchObject({ reach: 'objected' });
      expect(await get(ShowOwnAddresses).run(session)).toMatchObject({ objected: true });
      await get(ObjectForOwnPhone).run(session, false);
      expect(await check(session)).toMatchObject({ reach: 'reached' });
      expect((await audited()).slice(-2)).toMatchObject([
        { action: 'directory.self-objection', detail: { objects: true } },
        { action: 'directory.self-objection', detail: { objects: false } },
      ]);
    });

    it('an objection of a phone without addresses is kept, and the phone is deleted when it is withdrawn', async () => {
      const session = await signIn();
      await get(ObjectForOwnPhone).run(session, true);
      expect(await db.query('SELECT FROM phone')).toHaveLength(1);
      await get(ObjectForOwnPhone).run(session, false);
      expect(await db.query('SELECT FROM phone')).toHaveLength(0);
    });

    it('a quarantined number is reported with its reason, and works again when its holder lifts the quarantine', async () => {
      await home.phone(phone, { quarantined: '30005' });
      const session = await signIn();
      expect(await check(session)).toMatchObject({
        reach: 'quarantined',
        why: { sv: expect.stringContaining('umret') },
      });
      await get(LiftOwnQuarantine).run(session);
      expect(await check(session)).toMatchObject({ reach: 'reached' });
    });

    it('a landline is told for each address whether a mobile of its household gets the text', async () => {
      await home.phone(landline, { kind: 'landline', household: 'A' });
      await home.phone('+46701740606', { household: 'A' });
      await cottage.phone(landline, { kind: 'landline', household: 'B' });
      await cottage.phone('+46701740607', { household: 'C' });
      const session = await signIn(landline);
      expect(await check(session)).toMatchObject({
        kind: 'landline',
        reach: 'reached',
        addresses: [
          { name: 'Storgatan 1', householdHasMobile: true },
          { name: 'Stugvägen 7', householdHasMobile: false },
        ],
      });
      await get(RefreshReach).run();
      expect(
        await db.query('SELECT covered FROM reach WHERE phone = $1 ORDER BY covered DESC', [landline]),
      ).toEqual([{ covered: true }, { covered: false }]);
      // A landline whose holder adds the address is called: the register's household says nothing about it.
      await add(session, home);
      expect((await check(session)).addresses[0]).toMatchObject({ householdHasMobile: false });
    });

    it.each([
      ['objects', { objects: true }],
      ['fails', { quarantined: '30005' }],
      ['is protected', { protected: true }],
    ])('a landline is not covered by a mobile of its household that %s', async (_name, traits) => {
      await home.phone(landline, { kind: 'landline', household: 'A' });
      await home.phone('+46701740606', { household: 'A', ...traits });
      expect((await check(await signIn(landline))).addresses).toMatchObject([{ householdHasMobile: false }]);
    });
  });

  it('bring back the objection of an erased person, who can then withdraw it for good', async () => {
    const session = await signIn();
    await get(ObjectForOwnPhone).run(session, true);
    await db.transaction(async (tx) => {
      await get(RetainedObjections).keep(phone, tx);
      await tx.query('DELETE FROM phone');
    });
    await add(session, home);
    expect(await check(session)).toMatchObject({ reach: 'objected' });
    await get(ObjectForOwnPhone).run(session, false);
    expect(await check(session)).toMatchObject({ reach: 'reached' });
    expect(await db.query('SELECT FROM kept_objection')).toEqual([]);
  });

  describe('in the address search', () => {
    const find = (session: string, typed: string, client = '192.0.2.7') =>
      get(FindAddresses).run({ session, client, typed });

    it('are shown six at a time, without the people there', async () => {
      for (let n = 1; n <= 9; n++) await scene.address(`Långgatan ${n}`, { x: n, y: 9 });
      const session = await signIn();
      const found = await find(session, 'långgatan');
      expect(found).toHaveLength(6);
      expect(Object.keys(found[0]!).sort()).toEqual(['id', 'locality', 'name', 'postalCode']);
      await expect(find(session, ' l ')).rejects.toMatchObject({ code: 'registration.search-too-short' });
    });

    it('cannot be copied one by one, because searches are rate-limited', async () => {
      const session = await signIn();
      for (let n = 0; n < 60; n++) await find(session, 'Storgatan', `192.0.2.${n}`);
      await expect(find(session, 'Storgatan', '192.0.2.99')).rejects.toMatchObject({
        code: 'registration.too-many-searches',
        details: { minutes: 1 },
      });
    });
  });
});
