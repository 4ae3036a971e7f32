import { Clocked, minutes, noon, plus, times } from '../../../test/support/clocked.js';
import { describeOnServer } from '../../../test/support/on-server.js';
import { draft, type Pipeline } from '../../../test/support/pipeline.js';

/** The embedded database has one session, whose clock can't be set. */
describeOnServer('the time at which a broadcast starts', () => {
  let clocked: Clocked;
  let pipeline: Pipeline;
  beforeAll(async () => {
    clocked = await Clocked.start();
    ({ pipeline } = clocked);
  });
  afterAll(() => clocked.stop());

  const ofDays = (days: number) => plus(noon, days * 24 * 60 * minutes);
  const write = async (body: object) => {
    await clocked.itIs(noon);
    const { places } = await pipeline.house({ mobiles: 1 });
    return pipeline.post(pipeline.anna, '/broadcasts', { ...draft({ places }), ...body });
  };

  it.each([
    ['now', times(noon), 'broadcast.start-passed'],
    ['when it expires', times(ofDays(1), ofDays(1)), 'broadcast.start-after-expiry'],
    ['after 31 days', times(plus(ofDays(31), 1), ofDays(32)), 'broadcast.start-too-late'],
    ['long before it expires', times(ofDays(1), plus(ofDays(32), 1)), 'broadcast.expiry-too-late'],
  ])('is refused %s', async (_when, body, code) => {
    expect((await write(body)).json()).toMatchObject({ code });
  });

  it('is accepted in 31 days, with 31 more to its expiry', async () => {
    expect((await write(times(ofDays(31), ofDays(62)))).statusCode).toBe(201);
  });

  it('is checked again at the submission', async () => {
    const { id } = (await write(times(plus(noon, minutes)))).json();
    await clocked.itIs(plus(noon, minutes));
    const refused = await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    expect(refused.json()).toMatchObject({ code: 'broadcast.start-passed' });
  });

  it('is part of what is approved', async () => {
    await clocked.itIs(noon);
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, times(plus(noon, minutes)), false);
    const { contentHash } = await clocked.read(id);
    await pipeline.db.query(
      `UPDATE broadcast SET starts_at = starts_at + interval '1 minute' WHERE id = $1`,
      [id],
    );
    const refused = await clocked.step(id, 'approval', { contentHash });
    expect(refused.json()).toMatchObject({ code: 'broadcast.content-changed' });
  });
});
