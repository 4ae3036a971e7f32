import { Clocked, minutes, noon, plus, times } from '../../test/support/clocked.js';
import { describeOnServer } from '../../test/support/on-server.js';
import { draft, type Pipeline } from '../../test/support/pipeline.js';

/** The embedded database has one session, whose clock can't be set. */
describeOnServer('what follows an alert that waits, and waits itself', () => {
  let clocked: Clocked;
  let pipeline: Pipeline;
  beforeAll(async () => {
    clocked = await Clocked.start();
    ({ pipeline } = clocked);
  });
  afterAll(() => clocked.stop());

  const write = (follows: string, relation: string, more: object = {}) => {
    const { audience: _, ...rest } = draft({});
    return pipeline.post(pipeline.anna, '/broadcasts', {
      ...rest,
      expiresAt: plus(noon, 120 * minutes).toISOString(),
      follows: { broadcast: follows, relation },
      ...more,
    });
  };
  const approved = async (id: string) => {
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    return pipeline.approve(pipeline.bo, id);
  };
  const alert = async () => {
    await clocked.itIs(noon);
    const { places } = await pipeline.house({ mobiles: 2 });
    return pipeline.send({ places }, { expiresAt: plus(noon, 60 * minutes).toISOString() });
  };

  it.each(['extension', 'update', 'all-clear'])('an alert that waits takes no %s', async (relation) => {
    const { id, places } = await clocked.scheduled(plus(noon, 30 * minutes));
    const more = relation === 'extension' ? { audience: { places }, texts: undefined } : {};
    expect((await write(id, relation, more)).json()).toMatchObject({ code: 'broadcast.not-sent-yet' });
  });

  it('an all-clear and an extension have no start of their own', async () => {
    const id = await alert();
    const { startsAt } = times(plus(noon, 30 * minutes));
    const { places } = await pipeline.house({ mobiles: 1 });
    for (const [relation, more] of [
      ['all-clear', {}],
      ['extension', { audience: { places }, texts: undefined }],
    ] as const)
      expect((await write(id, relation, { ...more, startsAt })).json()).toMatchObject({
        code: 'broadcast.starts-at-once',
      });
  });

  it.each(['an all-clear', 'the cancellation of the alert'])(
    'an update that waits is cancelled by %s',
    async (what) => {
      const id = await alert();
      const update = (await write(id, 'update', times(plus(noon, 30 * minutes)))).json().id;
      expect((await approved(update)).json()).toMatchObject({ state: 'scheduled', planned: 2 });
      const ended =
        what === 'an all-clear'
          ? await approved((await write(id, 'all-clear')).json().id)
          : await clocked.step(id, 'cancellation');
      expect(ended.statusCode).toBe(200);
      expect(await clocked.read(update)).toMatchObject({ state: 'cancelled', report: { cancelled: 2 } });
      await clocked.itIs(plus(noon, 30 * minutes));
      await clocked.startAll();
      expect(await clocked.isDue(update)).toBe(false);
    },
  );

  it('the alert is among the open ones while it waits, and not after it was missed', async () => {
    const { id, places } = await clocked.scheduled(plus(noon, minutes));
    const open = async () =>
      (await pipeline.post(pipeline.anna, '/broadcasts/open-alerts', { audience: { places } }))
        .json<{ id: string; state: string }[]>()
        .map((one) => [one.id, one.state]);
    expect(await open()).toEqual([[id, 'scheduled']]);
    await clocked.itIs(plus(noon, 120 * minutes));
    await clocked.startAll();
    expect(await open()).toEqual([]);
  });
});
