import { startTestApp } from '../../../test/support/app.js';
import { eventually } from '../../../test/support/eventually.js';
import { FakeNetworks } from '../../../test/support/fake-networks.js';
import { draft, Pipeline, pollUntil } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { SocialPosts } from './social-posts.repository.js';
import { SocialWork } from './social-work.js';

describe('what is posted on social media', () => {
  let pipeline: Pipeline;
  let networks: FakeNetworks;
  let admin: Hired;
  let house: { places: string[]; phones: string[] };
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    pipeline.startWorker();
    admin = await hire(pipeline.app, 'Ada', ['admin']);
    networks = new FakeNetworks(pipeline, admin);
    house = await pipeline.house({ mobiles: 2 });
  });
  afterEach(async () => {
    await networks.faults();
    await pipeline.db.query('DELETE FROM social_account');
    for (const post of await networks.posts()) await networks.delete(post);
  });
  afterAll(() => pipeline.stop());

  const isPublic = { isPublic: true };
  const send = (more: object = {}) => pipeline.send({ places: house.places }, { ...isPublic, ...more });
  const follow = (id: string, relation: string, more: object = {}) =>
    pipeline.send({}, { follows: { broadcast: id, relation }, audience: undefined, ...more });
  const isOver = (id: string) =>
    pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
  const linkOf = (root: string, id = root) => `${pipeline.url}/aktuellt/${root}#${id}`;
  const text = (sms: string, more: object = {}) => ({ texts: [{ language: 'sv', sms, ...more }] });
  const boil = text('Koka vattnet på Porsön. Det är förorenat.', {
    headline: 'Koka vattnet',
    web: 'Allt vatten på Porsön ska kokas.',
  });

  it('is the headline and the text of the page with its link, once on each account', async () => {
    await networks.account('mastodon');
    await networks.account('facebook');
    const id = await send(boil);
    await networks.sweep();
    await networks.sweep();
    const expected = `Koka vattnet\n\nAllt vatten på Porsön ska kokas.\n\n${linkOf(id)}`;
    expect(await networks.posts()).toMatchObject([
      { network: 'mastodon', text: expected, language: 'sv' },
      { network: 'facebook', text: expected },
    ]);
    expect(await networks.shown(id)).toMatchObject([
      { state: 'posted', text: expected, url: expect.stringContaining('/social#') },
      { state: 'posted', text: expected, url: expect.stringContaining('/social#') },
    ]);
  });

  it('links to the place of the page that says it', async () => {
    await networks.account('mastodon');
    const id = await send(boil);
    await networks.sweep();
    const page = await pollUntil(
      async () => (await fetch(linkOf(id))).text(),
      (html) => html.includes(`id="${id}"`),
    );
    expect(page).toContain('Allt vatten på Porsön ska kokas.');
  });

  it('is in the language of the account, or in the first of the texts', async () => {
    await networks.account('mastodon', { language: 'en' });
    await networks.account('mastodon', { language: 'so' });
    await send({
      texts: [
        { language: 'sv', sms: 'Koka vattnet.' },
        { language: 'en', sms: 'Boil your water.' },
      ],
    });
    await networks.sweep();
    expect((await networks.posts()).map(({ language, text }) => [language, text.split('\n')[0]])).toEqual([
      ['en', 'Boil your water.'],
      ['sv', 'Koka vattnet.'],
    ]);
  });

  it('is cut after a sentence where the network allows less, and keeps its link', async () => {
    await networks.account('mastodon');
    await networks.account('facebook');
    const web = 'Vattnet på Porsön är förorenat och ska kokas. '.repeat(30).trim();
    const id = await send(text('Koka vattnet.', { web }));
    await networks.sweep();
    const [mastodon, facebook] = await networks.posts();
    expect(mastodon!.text).toMatch(/ska kokas\.\n\nhttp\S+$/u);
    expect(mastodon!.text.length - linkOf(id).length + 23).toBeLessThanOrEqual(500);
    expect(facebook!.text).toBe(`${web}\n\n${linkOf(id)}`);
    expect((await networks.shown(id)).map(({ isCut }) => isCut)).toEqual([true, false]);
  });

  it.each(['mastodon', 'facebook'] as const)(
    'replies on %s to the first post of its incident',
    async (network) => {
      await networks.account(network);
      const id = await send(boil);
      await isOver(id);
      await networks.sweep();
      const update = await follow(id, 'update', text('Det är klart i kväll.'));
      await isOver(update);
      await networks.sweep();
      const over = await follow(update, 'all-clear', text('Faran är över.'));
      await networks.sweep();
      const [first, second, third, ...rest] = await networks.posts();
      expect(rest).toEqual([]);
      expect(first!.replyTo).toBeUndefined();
      expect(second).toMatchObject({
        replyTo: first!.id,
        text: `Uppdatering: Det är klart i kväll.\n\n${linkOf(id, update)}`,
      });
      expect(third).toMatchObject({ replyTo: first!.id, text: `Faran är över.\n\n${linkOf(id, over)}` });
    },
  );

  it.each(['mastodon', 'facebook'] as const)(
    'of a correction on %s replies, and changes the wrong post too',
    async (network) => {
      await networks.account(network);
      const id = await send(boil);
      await isOver(id);
      await networks.sweep();
      const correction = await follow(id, 'correction', text('Koka vattnet på Kronan.'));
      await networks.sweep();
      const [wrong, right] = await networks.posts();
      expect(wrong).toMatchObject({
        text: `Rättelse: Koka vattnet på Kronan.\n\n${linkOf(id)}`,
        earlier: [expect.stringContaining('Porsön')],
      });
      expect(right).toMatchObject({
        replyTo: wrong!.id,
        text: `Rättelse: Koka vattnet på Kronan.\n\n${linkOf(id, correction)}`,
      });
    },
  );

  it('of a cancellation says that the message was withdrawn, where it was posted', async () => {
    await networks.account('mastodon');
    const id = await send(boil);
    await isOver(id);
    await networks.sweep();
    // Nobody has ever heard of it on this account.
    await networks.account('facebook');
    await pipeline.db.query(`UPDATE broadcast SET state = 'sending', version = version + 1 WHERE id = $1`, [
      id,
    ]);
    expect((await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`)).statusCode).toBe(200);
    await networks.sweep();
    const [first, withdrawn, ...rest] = await networks.posts();
    expect(rest).toEqual([]);
    expect(withdrawn).toMatchObject({
      network: 'mastodon',
      replyTo: first!.id,
      text: `Meddelandet är tillbakadraget och gäller inte längre.\n\n${linkOf(id)}-withdrawn`,
    });
  });

  it('is nothing that is not published, and no exercise', async () => {
    await networks.account('mastodon');
    const ids = [
      await send({ isPublic: false }),
      await pipeline.send({ places: house.places }, { exercise: true }),
    ];
    await networks.sweep();
    expect(await networks.posts()).toEqual([]);
    for (const id of ids) expect(await networks.shown(id)).toEqual([]);
  });

  it('is also what is only published', async () => {
    await networks.account('mastodon');
    await send({ webOnly: true, texts: [{ language: 'sv', sms: '', web: 'Bara på webben.' }] });
    await networks.sweep();
    expect(await networks.posts()).toMatchObject([{ text: expect.stringMatching(/^Bara på webben\./u) }]);
  });

  it('is nothing from before the account was added or while it was off', async () => {
    await send(boil);
    const id = await networks.account('mastodon');
    const change = (active: boolean, version: number) =>
      pipeline.app.inject({
        method: 'PUT',
        url: `/api/v1/social-accounts/${id}`,
        headers: admin.headers,
        payload: { language: 'sv', active, version },
      });
    expect((await change(false, 1)).statusCode).toBe(200);
    await send(text('Avstängt.'));
    expect((await change(true, 2)).statusCode).toBe(200);
    await networks.sweep();
    expect(await networks.posts()).toEqual([]);
    await send(text('Påslaget.'));
    await networks.sweep();
    expect(await networks.posts()).toMatchObject([{ text: expect.stringMatching(/^Påslaget/u) }]);
  });

  it('is shown before the approval, as it will be', async () => {
    await networks.account('mastodon');
    const id = await pipeline.send({ places: house.places }, { ...isPublic, ...boil }, false);
    const [planned] = await networks.shown(id);
    expect(planned).toMatchObject({ state: 'planned', isReply: false });
    expect(planned!.id).toBeUndefined();
    await pipeline.approve(pipeline.bo, id);
    await networks.sweep();
    expect((await networks.posts()).map((post) => post.text)).toEqual([planned!.text]);
  });

  it('is what its writer wrote instead, which voids an approval like any other text', async () => {
    await networks.account('mastodon');
    const posts = { sv: 'Koka vattnet! Vi återkommer.' };
    const id = await pipeline.send({ places: house.places }, { ...isPublic, ...boil, posts }, false);
    const hash = async () =>
      (await pipeline.get(`/broadcasts/${id}`)).json<{ contentHash: string }>().contentHash;
    const before = await hash();
    await pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: pipeline.anna.headers,
      payload: {
        ...draft({ places: house.places }),
        ...isPublic,
        ...boil,
        posts: { sv: 'Koka allt vatten!' },
      },
    });
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    expect(
      (await pipeline.post(pipeline.bo, `/broadcasts/${id}/approval`, { contentHash: before })).statusCode,
    ).toBe(409);
    expect((await pipeline.approve(pipeline.bo, id)).statusCode).toBe(200);
    await networks.sweep();
    expect(await networks.posts()).toMatchObject([{ text: `Koka allt vatten!\n\n${linkOf(id)}` }]);
  });

  it('can’t be submitted with a placeholder', async () => {
    const posts = { sv: 'Koka vattnet i [plats].' };
    const written = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({ places: house.places }),
      ...isPublic,
      posts,
    });
    const refused = await pipeline.post(
      pipeline.anna,
      `/broadcasts/${written.json<{ id: string }>().id}/submission`,
    );
    expect(refused.json()).toMatchObject({ code: 'broadcast.placeholder-unfilled' });
  });

  it('is nothing of what its writer keeps from social media, nor of what follows that', async () => {
    await networks.account('mastodon');
    const id = await send({ ...boil, noPosts: true });
    await isOver(id);
    const update = await follow(id, 'update');
    await networks.sweep();
    expect(await networks.posts()).toEqual([]);
    expect([...(await networks.shown(id)), ...(await networks.shown(update))]).toEqual([]);
  });

  it('is posted once by two workers at once', async () => {
    await Promise.all([networks.account('mastodon'), networks.account('facebook')]);
    const other = await startTestApp({
      SOCIAL_ALLOWED_HOSTS: '127.0.0.1',
      FACEBOOK_GRAPH_URL: `${pipeline.simulator.url}/graph/v25.0`,
      PUBLIC_URL: pipeline.url,
    });
    try {
      const ids = [await send(boil), await send(boil), await send(boil)];
      await Promise.all([pipeline.app, other, pipeline.app, other].map((app) => networks.sweep(app)));
      await networks.sweep();
      const posts = await networks.posts();
      expect(posts).toHaveLength(6);
      for (const id of ids) expect(posts.filter((post) => post.text.endsWith(linkOf(id)))).toHaveLength(2);
    } finally {
      await other.close();
    }
  });

  it('is posted by the next worker if one died between the approval and the post', async () => {
    await networks.account('mastodon');
    const id = await send(boil);
    // Whoever was to post it has queued it and died.
    await pipeline.app.get(SocialPosts).queue();
    const other = await startTestApp({ SOCIAL_ALLOWED_HOSTS: '127.0.0.1', PUBLIC_URL: pipeline.url });
    try {
      await networks.sweep(other);
    } finally {
      await other.close();
    }
    expect(await networks.posts()).toMatchObject([{ text: expect.stringContaining(linkOf(id)) }]);
  });

  it('is posted by a worker by itself, and a dead network holds no text to a phone', async () => {
    await networks.account('mastodon');
    await networks.faults({ network: 'mastodon', on: 'post', answer: { status: 503 } });
    const work = pipeline.app.get(SocialWork);
    work.start();
    const id = await send(boil);
    await isOver(id);
    expect(await pipeline.report(id)).toMatchObject({ planned: 2 });
    await networks.faults();
    const later = await send(text('Ännu ett.'));
    await eventually(async () => (await networks.posts()).some((post) => post.text.endsWith(linkOf(later))));
  });
});
