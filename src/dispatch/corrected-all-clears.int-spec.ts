import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { contentHash } from '../broadcasts/content-hash.js';
import { draft, Pipeline } from '../../test/support/pipeline.js';

describe('the correction of an all-clear', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ SMS_SEGMENTS_PER_SECOND: '40' });
  });
  afterAll(() => pipeline.stop());

  const follow = (broadcast: string, relation: string, more: object = {}) => ({
    ...draft({}),
    audience: undefined,
    follows: { broadcast, relation },
    ...more,
  });
  const extend = (broadcast: string, places: readonly string[]) =>
    follow(broadcast, 'extension', { audience: { places }, texts: undefined, lane: undefined });
  const write = (body: object) => pipeline.post(pipeline.anna, '/broadcasts', body);
  async function submit(body: object): Promise<string> {
    const { id } = (await write(body)).json<{ id: string }>();
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).json().code).toBeUndefined();
    return id;
  }
  async function send(body: object): Promise<string> {
    const id = await submit(body);
    expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ state: 'approved' });
    return id;
  }
  const correct = (broadcast: string, more: object = {}) => send(follow(broadcast, 'correction', more));
  const arrived = (broadcast: string, ...phones: readonly string[]) =>
    pipeline.db.query(
      `UPDATE delivery SET status = 'delivered', sent_at = now() WHERE broadcast_id = $1 AND phone = ANY($2)`,
      [broadcast, phones],
    );
  const to = async (id: string): Promise<string[]> =>
    (await pipeline.ledger(id))
      .filter(({ status }) => status !== 'suppressed')
      .map(({ phone }) => phone)
      .sort();
  /** An alert that one phone has had. */
  async function hadAlert(): Promise<string> {
    const { places, phones } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places });
    await arrived(id, ...phones);
    return id;
  }

  it('is published if the alert was, as the all-clear is: nobody may wait for an end that has come', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places }, { isPublic: true });
    const refused = { code: 'broadcast.end-is-public' };
    expect((await write(follow(alert, 'all-clear', { isPublic: false }))).json()).toMatchObject(refused);
    const clear = await send(follow(alert, 'all-clear'));
    const hidden = { isPublic: false, goesOn: true };
    expect((await write(follow(clear, 'correction', hidden))).json()).toMatchObject(refused);
  });

  it('must say whether the danger goes on, and nothing else may', async () => {
    const alert = await hadAlert();
    const clear = await send(follow(alert, 'all-clear'));
    const codeOf = async (broadcast: string, relation: string, more: object) =>
      (await write(follow(broadcast, relation, more))).json<{ code?: string }>().code;
    expect(await codeOf(clear, 'correction', {})).toBe('broadcast.goes-on-missing');
    expect(await codeOf(clear, 'correction', { goesOn: true, event: 'all-clear' })).toBe(
      'broadcast.goes-on-event',
    );
    expect(await codeOf(alert, 'correction', { goesOn: true })).toBe('broadcast.goes-on-not-asked');
    expect(await codeOf(clear, 'update', { goesOn: true })).toBe('broadcast.goes-on-not-asked');
    const correction = await correct(clear, { goesOn: true });
    // It says the all-clear's text too.
    expect(await codeOf(correction, 'correction', {})).toBe('broadcast.goes-on-missing');
    expect(await codeOf(correction, 'update', {})).toBeUndefined();
  });

  it('from before there was that question is not submitted or approved', async () => {
    const alert = await hadAlert();
    const clear = await send(follow(alert, 'all-clear'));
    const forget = (id: string) =>
      pipeline.db.query('UPDATE broadcast SET goes_on = NULL, content_hash = NULL WHERE id = $1', [id]);
    const { id } = (await write(follow(clear, 'correction', { goesOn: false }))).json<{ id: string }>();
    await forget(id);
    const missing = { code: 'broadcast.goes-on-missing' };
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).json()).toMatchObject(
      missing,
    );
    const submitted = await submit(follow(clear, 'correction', { goesOn: false }));
    const waiting = await pipeline.app.get(BroadcastsRepository).get(submitted);
    const hash = contentHash({ ...waiting, goesOn: undefined }, waiting.submittedCount!);
    await pipeline.db.query('UPDATE broadcast SET goes_on = NULL, content_hash = $2 WHERE id = $1', [
      submitted,
      hash,
    ]);
    expect((await pipeline.approve(pipeline.bo, submitted)).json()).toMatchObject(missing);
  });

  it('is approved for what it says of that: the approval is bound to whether the danger goes on', async () => {
    const alert = await hadAlert();
    const clear = await send(follow(alert, 'all-clear'));
    const id = await submit(follow(clear, 'correction', { goesOn: false }));
    await pipeline.db.query('UPDATE broadcast SET goes_on = true WHERE id = $1', [id]);
    expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({
      code: 'broadcast.content-changed',
    });
  });

  it('lets the alert be extended again if the danger goes on', async () => {
    const [core, more] = [await pipeline.house({ mobiles: 1 }), await pipeline.house({ mobiles: 1 })];
    const alert = await pipeline.send({ places: core.places });
    await arrived(alert, ...core.phones);
    const clear = await send(follow(alert, 'all-clear'));
    expect((await write(extend(alert, more.places))).json()).toMatchObject({ code: 'broadcast.called-off' });
    await correct(clear, { goesOn: true });
    expect(await to(await send(extend(alert, more.places)))).toEqual(more.phones);
  });

  it('an all-clear is read again once it was said that the danger goes on', async () => {
    const alert = await hadAlert();
    const clear = await send(follow(alert, 'all-clear'));
    const [second, update] = [
      await submit(follow(alert, 'all-clear')),
      await submit(follow(alert, 'update')),
    ];
    await correct(clear, { goesOn: true });
    for (const id of [second, update])
      expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ code: 'broadcast.overtaken' });
  });

  it('no all-clear goes on being sent once it was said that the danger goes on', async () => {
    const alert = await hadAlert();
    const clear = await send(follow(alert, 'all-clear'));
    const second = await send(follow(alert, 'all-clear'));
    const correction = await correct(clear, { goesOn: true });
    expect(await pipeline.state(second)).toBe('cancelled');
    expect(await pipeline.state(correction)).toBe('approved');
  });
});
