import { FakeNetworks } from '../../../test/support/fake-networks.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { newId } from '../../kernel/ids.js';

describe('the accounts on social media', () => {
  let pipeline: Pipeline;
  let admin: Hired;
  let networks: FakeNetworks;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    admin = await hire(pipeline.app, 'Ada', ['admin']);
    networks = new FakeNetworks(pipeline, admin);
  });
  beforeEach(() => pipeline.db.query('DELETE FROM social_account'));
  afterEach(() => networks.faults());
  afterAll(() => pipeline.stop());

  const token = 'demo-mastodon-kommunen';
  const body = (more: object = {}) => ({
    network: 'mastodon',
    address: pipeline.simulator.url,
    token,
    language: 'sv',
    active: true,
    ...more,
  });
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) =>
    pipeline.app.inject({
      method,
      url: `/api/v1/social-accounts${path}`,
      headers: admin.headers,
      ...(payload ? { payload } : {}),
    });
  const add = async (more: object = {}) => {
    const added = await ask('POST', '', body(more));
    if (added.statusCode !== 201) throw new Error(added.body);
    return added.json<{ id: string; version: number; name: string }>();
  };
  const audited = (action: string) =>
    pipeline.db.query<{ detail: object }[]>(
      'SELECT detail FROM audit_entry WHERE action = $1 ORDER BY id DESC LIMIT 1',
      [action],
    );

  it('are known by the name that their network gives, with the length of its posts', async () => {
    expect(await add()).toMatchObject({
      name: `@kommunen@${new URL(pipeline.simulator.url).host}`,
      mostCharacters: 500,
      linkCharacters: 23,
      active: true,
    });
    expect(
      await add({ network: 'facebook', address: undefined, token: 'demo-facebook-Kommunen'.toLowerCase() }),
    ).toMatchObject({
      name: 'kommunen',
      mostCharacters: 63_206,
    });
  });

  it('never show their token: not in answers, the database or the audit log', async () => {
    const { id } = await add();
    const list = await ask('GET', '');
    expect(list.json()).toMatchObject([{ id }]);
    const rows = await pipeline.db.query(`SELECT encode(token, 'escape') AS kept FROM social_account`);
    const answers = await pipeline.db.query('SELECT body FROM idempotent_answer');
    const entries = [...(await audited('social.add'))];
    expect(entries).toHaveLength(1);
    for (const seen of [list.body, JSON.stringify(rows), JSON.stringify(answers), JSON.stringify(entries)])
      expect(seen).not.toContain(token);
  });

  it.each([
    ['a wrong token', { token: 'demo-mastodon-NO' }, 'social.token-refused'],
    ['a server that does not answer', { address: 'http://127.0.0.1:1' }, 'social.not-reached'],
    ['http', { address: 'http://social.example' }, 'social.address-not-public'],
    ['the own network', { address: 'https://10.1.2.3' }, 'social.address-not-public'],
    ['a path', { address: 'https://social.example/@kommunen' }, 'social.address-not-public'],
    ['a login', { address: 'https://a:b@social.example' }, 'social.address-not-public'],
    ['no address', { address: undefined }, 'request.invalid'],
    ['a token with spaces inside', { token: 'demo mastodon kommunen' }, 'request.invalid'],
  ])('are refused with %s', async (_, more, code) => {
    expect((await ask('POST', '', body(more))).json()).toMatchObject({ code });
    expect((await ask('GET', '')).json()).toEqual([]);
  });

  it('are there once', async () => {
    await add();
    expect((await ask('POST', '', body())).json()).toMatchObject({ code: 'social.account-twice' });
  });

  it('are changed by who has read the last version', async () => {
    const { id } = await add();
    const changed = await ask('PUT', `/${id}`, { language: 'en', active: false, version: 1 });
    expect(changed.json()).toMatchObject({ language: 'en', active: false, version: 2 });
    const stale = await ask('PUT', `/${id}`, { language: 'en', active: false, version: 1 });
    expect(stale.json()).toMatchObject({ code: 'social.changed-meanwhile' });
    expect((await ask('PUT', `/${newId()}`, { language: 'en', active: true, version: 1 })).statusCode).toBe(
      404,
    );
  });

  it('post again with a new token, which must be of the same account', async () => {
    const { id } = await add();
    await pipeline.db.query('UPDATE social_account SET refused_at = now()');
    const change = (given: string) =>
      ask('PUT', `/${id}`, { language: 'sv', active: true, version: 1, token: given });
    expect((await change('demo-mastodon-annan')).json()).toMatchObject({ code: 'social.other-account' });
    const renewed = await change(` ${token} `);
    expect(renewed.json()).toMatchObject({ version: 2 });
    expect(renewed.json()).not.toHaveProperty('refusedAt');
    expect(await audited('social.change')).toMatchObject([{ detail: { newToken: true } }]);
  });

  it('are removed with what is known of their posts', async () => {
    const { id, name } = await add();
    expect((await ask('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await ask('DELETE', `/${id}`)).json()).toMatchObject({ code: 'social.not-found' });
    expect(await audited('social.remove')).toEqual([{ detail: { network: 'mastodon', name } }]);
  });
});
