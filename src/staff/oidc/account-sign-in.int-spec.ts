import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateKeyPair } from 'jose';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import {
  TestIdentityProvider,
  type Forgery,
  type TestAccount,
} from '../../../test/support/identity-provider.js';
import { hire } from '../../../test/support/staff.js';

type Cookies = Record<string, string>;

const maja: TestAccount = {
  sub: 'subject-of-maja',
  name: 'Maja Lindqvist',
  email: 'Maja.Lindqvist@example.com',
  roles: ['va-writer', 'staff'],
};

describe('signing in with an account of the municipality', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let provider: TestIdentityProvider;

  beforeAll(async () => {
    db = await openTestDatabase();
    provider = await TestIdentityProvider.start();
    app = await startTestApp({ ...provider.settings, SIGN_IN_HELP: 'IT-servicedesk, 0920-45 30 00' });
    const { headers } = await hire(app, 'Admin', ['admin']);
    const url = '/api/v1/role-mappings';
    const { version } = (await app.inject({ url, headers })).json<{ version: string }>();
    const mappings = [
      { value: 'crisis', roles: ['duty-officer', 'approver'], department: 'Krisledningen' },
      { value: 'va-writer', roles: ['author'], department: 'Vatten och avlopp' },
    ];
    const saved = await app.inject({ method: 'PUT', url, headers, payload: { version, mappings } });
    expect(saved.statusCode).toBe(200);
  });
  afterEach(() => {
    provider.failsWith = undefined;
    provider.userinfo = {};
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    await db.destroy();
  });

  /** A browser that is sent to the provider. */
  async function start(to = '/console/areas', cookies: Cookies = {}) {
    const answer = await app.inject({ url: `/auth/sign-in?to=${encodeURIComponent(to)}`, cookies });
    expect(answer.statusCode).toBe(303);
    return { address: answer.headers.location!, cookies: cookiesOf(answer) };
  }
  const cookiesOf = ({ cookies }: { cookies: { name: string; value: string }[] }): Cookies =>
    Object.fromEntries(cookies.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));

  async function comeBack(query: string, cookies: Cookies) {
    const answer = await app.inject({ url: `/auth/callback${query}`, cookies });
    expect(answer.statusCode).toBe(303);
    const given = cookiesOf(answer);
    const { refused } = (await app.inject({ url: '/api/v1/sign-in', cookies: given })).json<{
      refused?: { code: string; sv: string };
    }>();
    return { to: answer.headers.location, session: given['budkavle_staff'], refused: refused?.code };
  }

  async function signIn(account: TestAccount, forgery: Forgery = {}) {
    const { address, cookies } = await start();
    return comeBack(provider.consent(address, account, forgery), cookies);
  }

  async function who(session: string | undefined) {
    const answer = await app.inject({
      url: '/api/v1/session',
      cookies: { budkavle_staff: session ?? 'none' },
    });
    return answer.statusCode === 200
      ? answer.json<{ id: string; name: string; roles: string[]; department: string }>()
      : answer.statusCode;
  }

  const lastEntry = async (action: string) =>
    (
      await db.query<{ subject: string; detail: object }[]>(
        'SELECT subject, detail FROM audit_entry WHERE action = $1 ORDER BY id DESC LIMIT 1',
        [action],
      )
    )[0];

  it('gives a session, with name, department and roles, and comes back to the page', async () => {
    const { to, session } = await signIn(maja);
    expect(to).toBe('/console/areas');
    expect(await who(session)).toMatchObject({
      name: 'Maja Lindqvist',
      department: 'Vatten och avlopp',
      roles: ['author'],
    });
    expect(await lastEntry('member.join')).toMatchObject({ detail: { roles: ['author'] } });
  });

  it('asks by code flow with PKCE, state and nonce, and for our scopes', async () => {
    const { address } = await start();
    const { origin, searchParams } = new URL(address);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: provider.clientId,
      code_challenge_method: 'S256',
      scope: 'openid profile email',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length).toBeGreaterThan(40);
  });

  it('works roles and department out at every sign-in, and counts for sessions that are open', async () => {
    const sara = { ...maja, sub: 'sara', email: 'sara@example.com', name: 'Sara' };
    const { session } = await signIn(sara);
    const promoted = await signIn({ ...sara, name: 'Sara Berg', roles: ['va-writer', 'crisis'] });
    const now = {
      name: 'Sara Berg',
      department: 'Krisledningen',
      roles: ['author', 'approver', 'duty-officer'],
    };
    expect(await who(promoted.session)).toMatchObject(now);
    expect(await who(session)).toMatchObject(now);
    expect(await lastEntry('member.change')).toMatchObject({
      detail: { roles: now.roles, before: ['author'] },
    });
    expect((await signIn({ ...sara, roles: ['staff'] })).refused).toBe('sign-in.no-role');
    expect(await who(session)).toBe(401);
    expect(await who(promoted.session)).toBe(401);
  });

  it('reads roles from the userinfo endpoint if the token has none', async () => {
    const { roles: _, ...rest } = maja;
    provider.userinfo = { roles: ['crisis'] };
    const { session } = await signIn({ ...rest, sub: 'userinfo', email: 'userinfo@example.com' });
    expect(await who(session)).toMatchObject({ department: 'Krisledningen' });
  });

  it('reads the address from the userinfo endpoint if only the roles are in the token', async () => {
    const { email: _, ...rest } = maja;
    provider.userinfo = { email: 'only.there@example.com' };
    expect((await signIn({ ...rest, sub: 'address-there' })).refused).toBeUndefined();
    expect(await db.query(`SELECT name FROM member WHERE email = 'only.there@example.com'`)).toHaveLength(1);
  });

  it('takes nothing from a member whose groups Entra left out', async () => {
    const account = { ...maja, sub: 'many-groups', email: 'many.groups@example.com' };
    const { session } = await signIn(account);
    const again = await signIn({ ...account, roles: undefined, _claim_names: { roles: 'src1' } });
    expect(again.refused).toBe('sign-in.groups-left-out');
    expect(await who(session)).toMatchObject({ roles: ['author'] });
  });

  it('lets one of two new accounts with the same address in, and the other waits', async () => {
    const both = await Promise.all(
      ['left', 'right'].map((sub) => signIn({ ...maja, sub, email: 'same@example.com' })),
    );
    expect(both.map(({ refused }) => refused).toSorted()).toEqual(['sign-in.email-taken', undefined]);
  });

  it.each([
    ['no value', { roles: [] }, 'sign-in.no-role'],
    ['no claim at all', { roles: undefined }, 'sign-in.no-role'],
    ['values that nobody mapped', { roles: ['staff'] }, 'sign-in.no-role'],
    [
      'groups that Entra left out',
      { roles: undefined, _claim_names: { roles: 'src1' } },
      'sign-in.groups-left-out',
    ],
    ['no e-mail address', { email: undefined }, 'sign-in.no-email'],
  ])('is refused with %s', async (_what, claims, code) => {
    const { session, refused, to } = await signIn({ ...maja, sub: `refused-${code}`, ...claims });
    expect([session, refused, to]).toEqual([undefined, code, '/console/']);
    expect(await lastEntry('staff.sign-in-refused')).toMatchObject({ detail: { code } });
  });

  it('is refused when the address belongs to somebody else’s account, whatever its letter case', async () => {
    await signIn(maja);
    const other = { ...maja, sub: 'another-subject', email: 'maja.lindqvist@EXAMPLE.com' };
    expect((await signIn(other)).refused).toBe('sign-in.email-taken');
    // The next try waits as the same one.
    await signIn(other);
    expect(
      await db.query(`SELECT subject FROM waiting_account WHERE email = 'maja.lindqvist@example.com'`),
    ).toEqual([{ subject: 'another-subject' }]);
  });

  it('goes on as the member who has the address when an administrator says so, once', async () => {
    const { headers } = await hire(app, 'Decider', ['admin']);
    const { id } = await hire(app, 'Keyholder');
    const account = { ...maja, sub: 'linked', email: `${id}@example.com`, name: 'Now an account' };
    const waiting = async () => {
      const answer = await app.inject({ url: '/api/v1/waiting-accounts', headers });
      return answer.json<{ id: string; memberId: string }[]>().filter(({ memberId }) => memberId === id);
    };
    const decide = (method: 'POST' | 'DELETE', path: string) =>
      app.inject({ method, url: `/api/v1/waiting-accounts/${path}`, headers });
    expect((await signIn(account)).refused).toBe('sign-in.email-taken');
    const [refused] = await waiting();
    expect((await decide('DELETE', refused!.id)).statusCode).toBe(204);
    expect(await waiting()).toEqual([]);
    expect((await signIn(account)).refused).toBe('sign-in.email-taken');
    const [asked] = await waiting();
    const both = await Promise.all([1, 2].map(() => decide('POST', `${asked!.id}/link`)));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 404]);
    expect(await lastEntry('account.link')).toMatchObject({ subject: id });
    expect(await who((await signIn(account)).session)).toMatchObject({ id, name: 'Now an account' });
  });

  it('makes two members of two subjects, and one of one', async () => {
    const first = await signIn({ ...maja, sub: 'one', email: 'one@example.com' });
    const second = await signIn({ ...maja, sub: 'two', email: 'two@example.com' });
    const again = await signIn({ ...maja, sub: 'one', email: 'one.married@example.com' });
    const ids = await Promise.all([first, second, again].map(async ({ session }) => who(session)));
    const [one, two, same] = ids.map((member) => (typeof member === 'number' ? member : member.id));
    expect(one).toBe(same);
    expect(one).not.toBe(two);
  });

  it('makes one member of an account that signs in for the first time in two tabs at once', async () => {
    const account = { ...maja, sub: 'twice', email: 'twice@example.com' };
    const both = await Promise.all([signIn(account), signIn(account)]);
    expect(both.map(({ refused }) => refused)).toEqual([undefined, undefined]);
    expect(await db.query(`SELECT 1 FROM member WHERE email = 'twice@example.com'`)).toHaveLength(1);
  });

  it('is refused to a member who was removed', async () => {
    const account = { ...maja, sub: 'gone', email: 'gone@example.com' };
    const { session } = await signIn(account);
    await db.query(`UPDATE member SET left_at = now() WHERE email = 'gone@example.com'`);
    expect(await who(session)).toBe(401);
    expect((await signIn(account)).refused).toBe('sign-in.left');
  });

  describe('does not trust', () => {
    it.each<[string, Forgery]>([
      ['a token without a signature', { unsigned: true }],
      ['an expired token', { expires: '-30m' }],
      ['a token for another program', { claims: { aud: 'another-program' } }],
      ['a token of another issuer', { claims: { iss: 'https://login.example' } }],
      ['a token for another sign-in', { claims: { nonce: 'of-another-sign-in' } }],
      ['a token for no sign-in', { omit: ['nonce'] }],
      ['a token about nobody', { omit: ['sub'] }],
    ])('%s', async (_what, forgery) => {
      const { session, refused } = await signIn(maja, forgery);
      expect([session, refused]).toEqual([undefined, 'sign-in.invalid']);
    });

    it('a token that somebody else signed', async () => {
      const { privateKey: key } = await generateKeyPair('RS256');
      expect((await signIn(maja, { key })).refused).toBe('sign-in.invalid');
    });

    it('an answer that names another issuer', async () => {
      const { address, cookies } = await start();
      const query = provider.consent(address, maja).replace(/iss=[^&]*/, 'iss=https%3A%2F%2Flogin.example');
      expect((await comeBack(query, cookies)).refused).toBe('sign-in.invalid');
    });

    it('an answer that was used already, in any order', async () => {
      const { address, cookies } = await start();
      const query = provider.consent(address, maja);
      const both = await Promise.all([comeBack(query, cookies), comeBack(query, cookies)]);
      expect(both.map(({ refused }) => refused).toSorted()).toEqual(['sign-in.stale', undefined]);
      expect((await comeBack(query, cookies)).refused).toBe('sign-in.stale');
    });

    it('an answer in another browser, or without our cookie', async () => {
      const { address } = await start();
      const query = provider.consent(address, maja);
      const other = await start();
      expect((await comeBack(query, other.cookies)).refused).toBe('sign-in.stale');
      expect((await comeBack(query, {})).refused).toBe('sign-in.stale');
    });

    it('an answer that nobody asked for', async () => {
      const { cookies } = await start();
      for (const query of ['', '?code=x', '?code=x&state=y', '?error=access_denied&state=y'])
        expect((await comeBack(query, cookies)).refused).toBe('sign-in.stale');
    });

    it('an answer after a quarter of an hour', async () => {
      const { address, cookies } = await start();
      await db.query(`UPDATE started_sign_in SET expires_at = now() - interval '1 second'`);
      expect((await comeBack(provider.consent(address, maja), cookies)).refused).toBe('sign-in.stale');
    });
  });

  it('lets two tabs of one browser sign in at once', async () => {
    const first = await start('/console/areas');
    const second = await start('/console/topics', first.cookies);
    const cookies = { ...first.cookies, ...second.cookies };
    expect((await comeBack(provider.consent(first.address, maja), cookies)).to).toBe('/console/areas');
    expect((await comeBack(provider.consent(second.address, maja), cookies)).to).toBe('/console/topics');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/console//evil.example/..',
    '/\\evil',
    'javascript:1',
  ])('comes back to our console only, not to %s', async (to) => {
    const { address, cookies } = await start(to);
    const answer = await comeBack(provider.consent(address, maja), cookies);
    expect(answer.to).toMatch(/^\/console\//);
  });

  it('tells that the person did not sign in at the provider', async () => {
    const { address, cookies } = await start();
    const state = new URL(address).searchParams.get('state')!;
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString();
    expect((await comeBack(`?${query}`, cookies)).refused).toBe('sign-in.declined');
  });

  it('goes on after the provider changed its keys', async () => {
    await signIn(maja);
    await provider.rotateKeys();
    // The keys were read a moment ago: one sign-in may fail, and the next reads them again.
    await signIn(maja);
    expect((await signIn(maja)).refused).toBeUndefined();
  });

  it('tells that the provider is down, at the start and at the end, and keeps sessions that are open', async () => {
    const { session } = await signIn(maja);
    const { address, cookies } = await start();
    const query = provider.consent(address, maja);
    provider.failsWith = 503;
    expect((await comeBack(query, cookies)).refused).toBe('sign-in.provider-unreachable');
    const answer = await app.inject({ url: '/auth/sign-in' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/console/']);
    const refused = await app.inject({ url: '/api/v1/sign-in', cookies: cookiesOf(answer) });
    expect(refused.json()).toMatchObject({ refused: { code: 'sign-in.provider-unreachable' } });
    expect(await who(session)).toMatchObject({ name: 'Maja Lindqvist' });
  });

  it('lets an emergency key in meanwhile, and tells', async () => {
    const { key, id } = await hire(app, 'Beredskap', ['duty-officer']);
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });
    expect(answer.statusCode).toBe(201);
    expect(await lastEntry('staff.sign-in')).toMatchObject({ subject: id, detail: { breakGlass: true } });
  });

  it('says on the sign-in page how one signs in, and whom to ask', async () => {
    expect((await app.inject({ url: '/api/v1/sign-in' })).json()).toEqual({
      account: true,
      help: 'IT-servicedesk, 0920-45 30 00',
    });
    // Words that somebody else put in the cookie are not shown as ours unless they have our shape.
    const cookies = { budkavle_sign_in_refused: 'bm90IGpzb24' };
    expect((await app.inject({ url: '/api/v1/sign-in', cookies })).json()).not.toHaveProperty('refused');
  });

  describe('ends by a logout at the provider', () => {
    const end = (token: string) =>
      app.inject({
        method: 'POST',
        url: '/auth/back-channel-logout',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `logout_token=${encodeURIComponent(token)}`,
      });

    it('of one session, and not of the person’s others', async () => {
      const desk = await signIn({ ...maja, sid: 'desk' });
      const phone = await signIn({ ...maja, sid: 'phone' });
      const answer = await end(await provider.logoutToken({ sub: maja.sub, sid: 'desk' }));
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      expect([await who(desk.session), typeof (await who(phone.session))]).toEqual([401, 'object']);
    });

    it('of the person, in every session', async () => {
      const [desk, phone] = [await signIn({ ...maja, sid: 'desk' }), await signIn({ ...maja, sid: 'phone' })];
      const other = await signIn({ ...maja, sub: 'stays', email: 'stays@example.com' });
      expect((await end(await provider.logoutToken({ sub: maja.sub }))).statusCode).toBe(200);
      expect([await who(desk.session), await who(phone.session)]).toEqual([401, 401]);
      expect(await who(other.session)).toMatchObject({ roles: ['author'] });
      expect(await lastEntry('staff.sign-out')).toMatchObject({ detail: { by: 'identity-provider' } });
    });

    it.each<[string, object, Forgery]>([
      ['nobody signed', {}, { unsigned: true }],
      ['is for another program', { aud: 'another-program' }, {}],
      ['comes from another issuer', { iss: 'https://login.example' }, {}],
      ['is an ID token', { nonce: 'x' }, {}],
      ['is about no logout', { events: {} }, {}],
      ['names neither person nor session', { sub: undefined }, {}],
      ['is an hour old', { iat: Math.floor(Date.now() / 1000) - 3600 }, {}],
      ['has no time', {}, { omit: ['iat'] }],
      ['has no id', {}, { omit: ['jti'] }],
    ])('but not by a token that %s', async (_what, claims, forgery) => {
      const { session } = await signIn(maja);
      const answer = await end(await provider.logoutToken({ sub: maja.sub, ...claims }, forgery));
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        400,
        'sign-in.logout-refused',
      ]);
      expect(await who(session)).toMatchObject({ name: 'Maja Lindqvist' });
    });

    it('also with keys that the provider changed since', async () => {
      const { session } = await signIn(maja);
      await provider.rotateKeys();
      const token = await provider.logoutToken({ sub: maja.sub });
      // Keys are not read twice in a second.
      const later = Date.now() + 2000;
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
      expect((await end(token)).statusCode).toBe(200);
      clock.mockRestore();
      expect(await who(session)).toBe(401);
    });
  });

  it('is not offered, and not possible, without an identity provider', async () => {
    const bare = await startTestApp();
    expect((await bare.inject({ url: '/api/v1/sign-in' })).json()).toEqual({ account: false });
    const answer = await bare.inject({ url: '/auth/sign-in' });
    expect(answer.headers.location).toBe('/console/');
    const end = await bare.inject({
      method: 'POST',
      url: '/auth/back-channel-logout',
      payload: { logout_token: 'x' },
    });
    expect(end.statusCode).toBe(404);
    await bare.close();
  });
});
