import { draft, Pipeline } from '../../test/support/pipeline.js';
import { newId } from '../kernel/ids.js';

describe('an extension of an alert that was made from a template', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  it('may say its own place and time, and nothing else', async () => {
    const core = await pipeline.house({ mobiles: 2 });
    const more = await pipeline.house({ mobiles: 1 });
    const template = { id: newId(), version: 1 };
    const label = { sv: 'Fält', en: 'Field' };
    const content = {
      name: label,
      exercise: false,
      placeholders: [
        { name: 'plats', kind: 'place', label },
        { name: 'till', kind: 'time', label },
        { name: 'orsak', kind: 'free', label },
      ],
      texts: [{ language: 'sv', sms: 'Vattnet är av till [till]: [orsak]. Gäller: [plats].' }],
    };
    await pipeline.db.query(
      `INSERT INTO template (id, slug, state, version) VALUES ($1, 'av', 'active', 2)`,
      [template.id],
    );
    // The alert was made from the version before the one in use.
    for (const [version, kept] of [content, { ...content, texts: [] }].entries())
      await pipeline.db.query(
        `INSERT INTO template_version (template_id, version, content, act, at) VALUES ($1, $2, $3, 'written', now())`,
        [template.id, version + 1, kept],
      );
    const says = (till: string, plats: string, orsak = 'en läcka') => [
      { language: 'sv', sms: `Vattnet är av till ${till}: ${orsak}. Gäller: ${plats}.` },
    ];
    const alert = await pipeline.send({ places: core.places }, { template, texts: says('kl. 16', 'Ågatan') });
    const extend = (texts: object[] | undefined) =>
      pipeline.post(pipeline.anna, '/broadcasts', {
        ...draft({ places: more.places }),
        lane: undefined,
        texts,
        follows: { broadcast: alert, relation: 'extension' },
      });
    expect((await extend(says('kl. 18', 'Kajgatan', 'ett fel'))).json()).toMatchObject({
      status: 400,
      code: 'broadcast.only-place-and-time',
    });
    const [same] = says('kl. 16', 'Ågatan');
    expect((await extend(undefined)).json()).toMatchObject({ texts: [same], template });
    const [own] = says('kl. 18', 'Kajgatan');
    const extension = (await extend([own!])).json();
    expect(extension).toMatchObject({ texts: [own], template, lane: 'urgent' });
    await pipeline.post(pipeline.anna, `/broadcasts/${extension.id}/submission`);
    expect((await pipeline.approve(pipeline.bo, extension.id)).json()).toMatchObject({
      state: 'approved',
      planned: 1,
    });
    // Who had which text is in the incident.
    expect((await pipeline.get(`/incidents/${alert}`)).json().broadcasts).toMatchObject([
      { id: alert, texts: [same] },
      { texts: [same], state: 'draft' },
      { id: extension.id, texts: [own], report: { planned: 1 } },
    ]);
  });
});
