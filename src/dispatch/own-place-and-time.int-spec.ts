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

    // Nobody reads a correction that names the other street.
    const follow = async (of: string, relation: string, rest: object = {}) => {
      const written = { ...draft({}), audience: undefined, follows: { broadcast: of, relation }, ...rest };
      const { id } = (await pipeline.post(pipeline.anna, '/broadcasts', written)).json();
      await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
      expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ state: 'approved' });
      return id;
    };
    const to = async (id: string) => (await pipeline.ledger(id)).map(({ phone }) => phone).sort();
    const third = await pipeline.house({ mobiles: 1 });
    const plain = { texts: undefined, lane: undefined };
    const again = await follow(extension.id, 'extension', { ...plain, audience: { places: third.places } });
    expect((await pipeline.get(`/broadcasts/${again}`)).json()).toMatchObject({ texts: [own] });
    const shown = (await pipeline.get(`/broadcasts/${extension.id}`)).json();
    expect(shown.stillGoingOut).toMatchObject([
      { id: alert, sameText: false },
      { id: extension.id, sameText: true },
      { id: again, sameText: true },
    ]);
    const others = async (id: string) =>
      (await pipeline.get(`/broadcasts/${id}`)).json<{ otherWordings: object[] }>().otherWordings;
    expect(await others(alert)).toMatchObject([{ id: extension.id }]);
    for (const id of [extension.id, again]) expect(await others(id)).toMatchObject([{ id: alert }]);
    const ofAlert = await follow(alert, 'correction');
    expect(await others(ofAlert)).toMatchObject([{ id: extension.id }]);
    expect(await others(extension.id)).toMatchObject([{ id: alert, correctedBy: ofAlert }]);
    const update = await follow(alert, 'update');
    expect(await others(update)).toEqual([]);
    expect(await to(ofAlert)).toEqual([...core.phones].sort());
    expect(await pipeline.state(extension.id)).toBe('approved');
    const ofExtension = await follow(extension.id, 'correction');
    expect(await to(ofExtension)).toEqual([...more.phones, ...third.phones].sort());
    for (const id of [extension.id, again]) expect(await pipeline.state(id)).toBe('cancelled');
    expect(await pipeline.state(ofAlert)).toBe('approved');
    expect((await pipeline.get(`/broadcasts/${again}`)).json()).toMatchObject({ correctedBy: ofExtension });
    const refused = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({ places: third.places }),
      ...plain,
      follows: { broadcast: again, relation: 'extension' },
    });
    expect(refused.json()).toMatchObject({ code: 'broadcast.corrected' });
    // The end reaches them all.
    const everybody = [core, more, third].flatMap(({ phones }) => phones);
    for (const id of [ofAlert, ofExtension])
      await pipeline.db.query(`UPDATE delivery SET status = 'delivered' WHERE broadcast_id = $1`, [id]);
    expect(await to(await follow(again, 'all-clear'))).toEqual(everybody.sort());
  });
});
