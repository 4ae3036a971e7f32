import { Pipeline } from '../../test/support/pipeline.js';
import { hire, type Hired } from '../../test/support/staff.js';

describe('an approval is bound to the saved areas at the submission', () => {
  let pipeline: Pipeline;
  let olga: Hired;
  let area: string;
  let elsewhere: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    olga = await hire(pipeline.app, 'Olga', ['service-owner']);
    area = await scene.area('Örnäset', { x: 0, y: 0, side: 100 });
    elsewhere = await scene.area('Bergnäset', { x: 3000, y: 0, side: 100 });
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone('+46701740610');
    await (await scene.address('Norrvägen 1', { x: 3010, y: 10 })).phone('+46701740670');
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  /** Saves an area. With an id, redraws it. */
  const draw = async (name: string, places: string[], id?: string): Promise<string> => {
    const answer = await pipeline.app.inject({
      method: id === undefined ? 'POST' : 'PUT',
      url: `/api/v1/areas${id === undefined ? '' : `/${id}`}`,
      headers: olga.headers,
      payload: { name, places },
    });
    expect(answer.statusCode).toBe(id === undefined ? 201 : 200);
    return id ?? answer.json<{ id: string }>().id;
  };
  const submit = (audience: object) => pipeline.send(audience, {}, false);
  const approve = (id: string) => pipeline.approve(pipeline.bo, id);
  const changed = { status: 409, code: 'audience.area-changed' };

  it('refuses an area that was moved since, even with the same number of phones', async () => {
    const saved = await draw('Skadeområdet', [area]);
    const held = await submit({ places: [saved] });
    const leftOut = await submit({ places: [area, elsewhere], minus: { places: [saved] } });
    await draw('Skadeområdet', [elsewhere], saved);
    // As if a process with a slow clock had changed it.
    await pipeline.db.query(`UPDATE saved_area SET changed_at = now() - interval '1 hour'`);
    for (const id of [held, leftOut]) expect((await approve(id)).json()).toMatchObject(changed);
    expect((await approve(await submit({ places: [saved] }))).statusCode).toBe(200);
  });

  it('uses the time of the submission if an older version of the program stored no versions', async () => {
    const saved = await draw('Läckan', [area]);
    const submitAsBefore = async () => {
      const id = await submit({ places: [saved] });
      await pipeline.db.query('UPDATE broadcast SET area_versions = NULL WHERE id = $1', [id]);
      return id;
    };
    expect((await approve(await submitAsBefore())).statusCode).toBe(200);
    const id = await submitAsBefore();
    await draw('Läckan', [area], saved);
    expect((await approve(id)).json()).toMatchObject(changed);
  });
});
