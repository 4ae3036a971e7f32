import { draft, Pipeline } from '../../test/support/pipeline.js';
import { hire } from '../../test/support/staff.js';
import { fictionMobile } from '../../test/support/fiction-phones.js';

type House = Awaited<ReturnType<Pipeline['house']>>;

describe('an approval is bound to its count', () => {
  let pipeline: Pipeline;
  let used = 50;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ AUTHOR_MOST_PHONES: '4' });
  });
  afterAll(() => pipeline.stop());

  const submit = async (draftOf: object): Promise<string> => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', { ...draft({}), ...draftOf });
    const { id } = created.json<{ id: string }>();
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).statusCode).toBe(200);
    return id;
  };
  const follow = (broadcast: string, relation: string, audience?: object) =>
    submit({
      audience,
      follows: { broadcast, relation },
      ...(relation === 'extension' ? { texts: undefined } : {}),
    });
  const approve = (id: string, more: object = {}) => pipeline.approve(pipeline.bo, id, more);
  const control = (id: string, what: string) => pipeline.post(pipeline.bo, `/broadcasts/${id}/${what}`);
  const moveIn = async ({ places }: House, phones: number): Promise<void> => {
    for (let n = 0; n < phones; n++)
      await pipeline.db.query(
        `WITH moved AS (INSERT INTO phone (e164, kind, language) VALUES ($2, 'mobile', 'sv'))
         INSERT INTO phone_address (phone, address_id, role, source, protected)
         SELECT $2, address_id, 'resident', 'scene', false FROM address_place WHERE place_id = $1`,
        [places[0], fictionMobile(used++)],
      );
  };

  it.each(['pause', undefined])(
    'refuses an extension that grew while its alert is being sent (%s)',
    async (held) => {
      const [core, more] = [await pipeline.house({ mobiles: 1 }), await pipeline.house({ mobiles: 2 })];
      const alert = await pipeline.send({ places: core.places });
      if (held) await control(alert, held);
      const extension = await follow(alert, 'extension', { places: more.places });
      await moveIn(more, 1);
      const refused = { status: 409, code: 'broadcast.count-changed', before: 2, now: 3 };
      expect((await approve(extension)).json()).toMatchObject(refused);
      expect((await approve(extension, { count: 1_000_000 })).json()).toMatchObject({
        ...refused,
        before: 1_000_000,
      });
      expect(await pipeline.report(extension)).toMatchObject({ planned: 0 });
      expect((await approve(extension, { count: 3 })).json()).toMatchObject({ planned: 3 });
    },
  );

  it('refuses an all-clear that reaches more than were counted, because of an extension in between', async () => {
    const [core, more] = [await pipeline.house({ mobiles: 2 }), await pipeline.house({ mobiles: 1 })];
    const alert = await pipeline.send({ places: core.places });
    await pipeline.db.query(`UPDATE delivery SET status = 'delivered' WHERE broadcast_id = $1`, [alert]);
    const [update, allClear] = [await follow(alert, 'update'), await follow(alert, 'all-clear')];
    const extension = await follow(alert, 'extension', { places: more.places });
    await approve(extension);
    await pipeline.db.query(`UPDATE delivery SET status = 'delivered' WHERE broadcast_id = $1`, [extension]);
    for (const id of [update, allClear]) {
      expect((await approve(id)).json()).toMatchObject({
        code: 'broadcast.count-changed',
        before: 2,
        now: 3,
      });
      expect((await approve(id, { count: 3 })).json()).toMatchObject({ planned: 3 });
    }
  });

  it('lets an extension shrink while the alert is being sent, but not after its end', async () => {
    for (const isOver of [false, true]) {
      const [core, more] = [await pipeline.house({ mobiles: 1 }), await pipeline.house({ mobiles: 2 })];
      const alert = await pipeline.send({ places: core.places });
      const extension = await follow(alert, 'extension', { places: more.places });
      await pipeline.db.query('DELETE FROM phone_address WHERE phone = $1', [more.phones[0]]);
      if (isOver) await pipeline.db.query(`UPDATE broadcast SET state = 'completed' WHERE id = $1`, [alert]);
      expect((await approve(extension)).json()).toMatchObject(
        isOver ? { code: 'broadcast.count-changed', before: 2, now: 1 } : { planned: 1 },
      );
    }
  });

  it('lets an all-clear reach fewer, even if its alert was just cancelled', async () => {
    const core = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places: core.places });
    await pipeline.db.query(
      `UPDATE delivery SET status = 'delivered' WHERE broadcast_id = $1 AND phone = $2`,
      [alert, core.phones[0]],
    );
    const allClear = await follow(alert, 'all-clear');
    await control(alert, 'cancellation');
    expect((await approve(allClear)).json()).toMatchObject({ submittedCount: 3, planned: 1 });
  });

  it('no approver can allow by a number what the author could not submit, except with the right', async () => {
    const house = await pipeline.house({ mobiles: 4 });
    const id = await submit({ audience: { places: house.places } });
    await moveIn(house, 1);
    expect((await approve(id, { count: 5 })).json()).toMatchObject({
      status: 403,
      code: 'broadcast.too-many-for-role',
    });
    const owner = await hire(pipeline.app, 'Olga', ['approver', 'service-owner']);
    expect((await pipeline.approve(owner, id, { count: 5 })).json()).toMatchObject({ planned: 5 });
  });

  it('refuses a topic with a new subscriber', async () => {
    const topic = await pipeline.scene.topic('Snöröjning');
    await pipeline.scene.subscribe(topic, fictionMobile(90));
    const id = await submit({ audience: { topic } });
    await pipeline.scene.subscribe(topic, fictionMobile(91));
    expect((await approve(id)).json()).toMatchObject({ code: 'broadcast.count-changed', before: 1, now: 2 });
  });
});
