import { Clocked, noon, plus } from '../../../test/support/clocked.js';
import { FakeNetworks, type SeenPost } from '../../../test/support/fake-networks.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { SocialPosts } from './social-posts.repository.js';

const second = 1000;
const minute = 60 * second;
const each = ['mastodon', 'facebook'] as const;

describe('a post that does not succeed at once', () => {
  let clocked: Clocked;
  let networks: FakeNetworks;
  let admin: Hired;
  let now: Date | undefined;
  beforeAll(async () => {
    clocked = await Clocked.start();
    admin = await hire(clocked.pipeline.app, 'Ada', ['admin']);
    networks = new FakeNetworks(clocked.pipeline, admin);
  });
  // Each on a day of its own: an account posts nothing from before.
  beforeEach(() => itIs(plus(now ?? noon, 1440 * minute)));
  afterEach(async () => {
    await networks.faults();
    await clocked.pipeline.db.query('DELETE FROM social_account');
    for (const post of await networks.posts()) await networks.delete(post);
  });
  afterAll(() => clocked.stop());

  const itIs = async (at: Date) => {
    now = at;
    await clocked.itIs(at);
  };
  const later = async (ms: number) => {
    await itIs(plus(now!, ms));
    await networks.sweep();
  };
  const send = async (more: object = {}): Promise<string> => {
    const { places } = await clocked.pipeline.house({ mobiles: 1 });
    return clocked.pipeline.send(
      { places },
      { isPublic: true, expiresAt: plus(now!, 300 * minute).toISOString(), ...more },
    );
  };
  const follow = (id: string, relation: string) =>
    clocked.pipeline.send(
      {},
      {
        follows: { broadcast: id, relation },
        audience: undefined,
        expiresAt: plus(now!, 300 * minute).toISOString(),
      },
    );
  const shown = async (id: string) => (await networks.shown(id))[0]!;
  const fault = (network: SeenPost['network'], answer: object | 'cut', more: object = {}) =>
    networks.faults({ network, on: 'post', answer, ...more } as Parameters<FakeNetworks['faults']>[0]);
  const cut = 'cut' as const;

  it.each(each)('is found on %s and not made twice, when its answer was lost', async (network) => {
    await networks.account(network);
    await fault(network, cut, { done: true, times: 1 });
    const id = await send();
    await networks.sweep();
    expect(await shown(id)).toMatchObject({ state: 'waiting', mayBePosted: true });
    await later(15 * second);
    expect(await shown(id)).toMatchObject({ state: 'posted', mayBePosted: false });
    expect(await networks.posts()).toHaveLength(1);
  });

  it.each(each)('is found on %s when the server failed after it was made', async (network) => {
    await networks.account(network);
    await fault(network, { status: 503 }, { done: true, times: 1 });
    const id = await send();
    await networks.sweep();
    await later(15 * second);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it.each(each)('is made on %s after it was looked for in vain', async (network) => {
    await networks.account(network);
    await fault(network, cut, { times: 1 });
    const id = await send();
    await networks.sweep();
    await later(15 * second);
    if (network === 'facebook') {
      // It has no idempotency keys, so it is looked for twice.
      expect(await shown(id)).toMatchObject({ state: 'waiting', reason: 'looking' });
      await later(30 * second);
      expect(await networks.posts()).toEqual([]);
      await later(45 * second);
    }
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it.each(each)('is not made again on %s while nobody can look for it', async (network) => {
    await networks.account(network);
    await networks.faults(
      { network, on: 'post', answer: cut, done: true, times: 1 },
      { network, on: 'read', answer: { status: 503 }, times: 2 },
    );
    const id = await send();
    await networks.sweep();
    await later(15 * second);
    await later(2 * minute);
    expect(await networks.posts()).toHaveLength(1);
    expect(await shown(id)).toMatchObject({ state: 'waiting', mayBePosted: true });
    await later(5 * minute);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it.each(each)('is looked for on %s after a crash between the claim and the answer', async (network) => {
    const account = await networks.account(network);
    const posts = clocked.pipeline.app.get(SocialPosts);
    const id = await send();
    await posts.queue();
    const crashed = await posts.claim(account);
    // It may still be at it.
    await networks.sweep();
    expect(await networks.posts()).toEqual([]);
    await later(91 * second);
    await later(91 * second);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    // What the crashed one says now changes nothing: it was only slow.
    await posts.failed(crashed!, { reason: 'timeout', inDoubt: true });
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it('is given up after tries for most of an hour, and made when staff ask for it again', async () => {
    await networks.account('mastodon');
    await fault('mastodon', { status: 429 });
    const id = await send();
    const waits: number[] = [];
    await networks.sweep();
    for (;;) {
      const { nextTryAt } = await shown(id);
      if (nextTryAt === undefined) break;
      waits.push((new Date(nextTryAt).getTime() - now!.getTime()) / second);
      await later(new Date(nextTryAt).getTime() - now!.getTime());
    }
    expect(waits).toHaveLength(7);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(3600);
    const failed = await shown(id);
    expect(failed).toMatchObject({ state: 'failed', tries: 8, reason: 'too-many', mayBePosted: false });
    await networks.faults();
    const again = () =>
      clocked.pipeline.post(clocked.pipeline.bo, `/broadcasts/${id}/posts/${failed.id}/again`);
    expect((await again()).statusCode).toBe(202);
    expect((await again()).json()).toMatchObject({ code: 'social.not-given-up' });
    await networks.sweep();
    expect(await shown(id)).toMatchObject({ state: 'posted' });
  });

  it.each([
    ['mastodon', { status: 429, headers: { 'retry-after': '600' } }],
    ['facebook', { status: 400, code: 613, headers: { 'retry-after': '600' } }],
  ] as const)('waits on %s as long as it asks', async (network, answer) => {
    await networks.account(network);
    await fault(network, answer, { times: 1 });
    const id = await send();
    await networks.sweep();
    await later(9 * minute);
    expect(await networks.posts()).toEqual([]);
    await later(3 * minute);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
  });

  it.each([4, 17, 32, 368])('waits for code %i of Facebook to pass', async (code) => {
    await networks.account('facebook');
    await fault('facebook', { status: 400, code }, { times: 1 });
    const id = await send();
    await networks.sweep();
    expect(await shown(id)).toMatchObject({ state: 'waiting', reason: `code-${code}`, mayBePosted: false });
    await later(3 * second);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
  });

  it('is looked for when Facebook says that it is there already', async () => {
    await networks.account('facebook');
    await fault('facebook', { status: 400, code: 506 }, { done: true, times: 1 });
    const id = await send();
    await networks.sweep();
    await later(15 * second);
    expect(await shown(id)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it.each([
    ['mastodon', { status: 422 }, 'unprocessable'],
    ['facebook', { status: 400, code: 100 }, 'code-100'],
  ] as const)('is given up at once if %s will never take it', async (network, answer, reason) => {
    await networks.account(network);
    await fault(network, answer, { times: 1 });
    const id = await send();
    await networks.sweep();
    expect(await shown(id)).toMatchObject({ state: 'failed', reason, tries: 1, mayBePosted: false });
  });

  it.each([
    ['mastodon', { status: 401 }],
    ['mastodon', { status: 403 }],
    ['facebook', { status: 400, code: 190 }],
    ['facebook', { status: 400, code: 200 }],
  ] as const)(
    'marks the account when %s refuses its token with %j, until it has a new one',
    async (network, answer) => {
      const account = await networks.account(network);
      await fault(network, answer);
      const id = await send();
      await networks.sweep();
      expect(await shown(id)).toMatchObject({ state: 'failed', reason: 'token-refused' });
      const accounts = async () =>
        (await clocked.pipeline.get('/social-accounts')).json<{ refusedAt?: string; version: number }[]>();
      expect(await accounts()).toMatchObject([{ refusedAt: expect.any(String) }]);
      expect(
        await clocked.pipeline.db.query(
          `SELECT member_id FROM audit_entry WHERE action = 'social.token-refused' AND subject = $1`,
          [account],
        ),
      ).toEqual([{ member_id: null }]);
      // Nobody is asked again.
      await networks.faults();
      const other = await send();
      await networks.sweep();
      expect(await shown(other)).toMatchObject({ state: 'failed', reason: 'token-refused' });
      expect(await networks.posts()).toEqual([]);
    },
  );

  it('is overtaken by what comes later in its incident', async () => {
    await networks.account('mastodon');
    await fault('mastodon', { status: 429 }, { times: 1 });
    const id = await send();
    await networks.sweep();
    const update = await follow(id, 'update');
    await networks.sweep();
    expect(await shown(id)).toMatchObject({ state: 'failed', reason: 'overtaken' });
    expect(await shown(update)).toMatchObject({ state: 'posted', isReply: false });
  });

  it('lets what comes later wait while it is in doubt, and is not made any more', async () => {
    await networks.account('mastodon');
    await fault('mastodon', cut, { times: 1 });
    const id = await send();
    await networks.sweep();
    const update = await follow(id, 'update');
    await networks.sweep();
    expect(await networks.posts()).toEqual([]);
    await later(15 * second);
    expect(await shown(id)).toMatchObject({ state: 'failed', reason: 'overtaken' });
    expect(await shown(update)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toHaveLength(1);
  });

  it('is not made after the broadcast has expired', async () => {
    await networks.account('mastodon');
    await fault('mastodon', { status: 429 }, { times: 1 });
    const id = await send({ expiresAt: plus(now!, minute).toISOString() });
    await networks.sweep();
    await later(2 * minute);
    expect(await shown(id)).toMatchObject({ state: 'failed', reason: 'expired' });
    expect(await networks.posts()).toEqual([]);
  });

  it.each(each)('stands by itself on %s if the post that it replies to is gone', async (network) => {
    await networks.account(network);
    const id = await send();
    await networks.sweep();
    const [first] = await networks.posts();
    await networks.delete(first!);
    const update = await follow(id, 'update');
    await networks.sweep();
    expect(await shown(update)).toMatchObject({ state: 'posted' });
    expect(await networks.posts()).toMatchObject([{ text: expect.stringMatching(/^Uppdatering:/u) }]);
  });

  it('corrects below the wrong post if that can’t be changed', async () => {
    await networks.account('mastodon');
    const id = await send();
    await networks.sweep();
    await networks.faults({ network: 'mastodon', on: 'edit', answer: { status: 503 } });
    const correction = await follow(id, 'correction');
    await networks.sweep();
    expect(await shown(correction)).toMatchObject({ state: 'waiting', mayBePosted: false });
    await later(15 * second);
    await later(15 * second);
    expect(await shown(correction)).toMatchObject({ state: 'posted', isReply: true });
  });

  it('is no longer tried when somebody copies its text instead', async () => {
    await networks.account('mastodon');
    await fault('mastodon', { status: 429 });
    const id = await send();
    await networks.sweep();
    const { id: post } = await shown(id);
    const stop = () => clocked.pipeline.post(clocked.pipeline.anna, `/broadcasts/${id}/posts/${post}/stop`);
    expect((await stop()).statusCode).toBe(202);
    expect((await stop()).json()).toMatchObject({ code: 'social.not-waiting' });
    await networks.faults();
    await later(10 * minute);
    expect(await shown(id)).toMatchObject({ state: 'failed' });
    expect(await networks.posts()).toEqual([]);
  });
});
