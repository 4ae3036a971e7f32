import { Pipeline } from '../../../test/support/pipeline.js';
import { eventually } from '../../../test/support/eventually.js';
import { Bulletin } from './bulletin.js';
import type { PublicIncident } from './public-incident.js';
import { mainMessage } from './what-holds.js';

// Also on the embedded database (capability): the public pages read it.
describe('what is published', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    audience = { places: (await pipeline.house({ mobiles: 2 })).places };
  });
  afterAll(() => pipeline.stop());

  const incidentOf = async (id: string) =>
    (await pipeline.app.get(Bulletin).read()).edition.incidents.find((incident) => incident.id === id);
  async function published(id: string, fits = (_: PublicIncident): boolean => true): Promise<PublicIncident> {
    return eventually(async () => {
      const incident = await incidentOf(id);
      return incident && fits(incident) ? incident : false;
    });
  }
  const isPublic = { isPublic: true };

  it('is what was approved, with its own headline and text, from its approval on', async () => {
    const texts = [
      { language: 'sv', sms: 'Koka vattnet.', headline: 'Koka vattnet', web: 'Koka allt vatten.' },
    ];
    const id = await pipeline.send(audience, { ...isPublic, texts }, false);
    expect(await incidentOf(id)).toBeUndefined();

    await pipeline.approve(pipeline.bo, id);
    const incident = await published(id);
    expect(mainMessage(incident).texts).toEqual([
      { language: 'sv', headline: 'Koka vattnet', body: 'Koka allt vatten.' },
    ]);
    expect(incident).toMatchObject({ id, code: expect.stringMatching(/^[2-9a-z]{6}$/) as string });
    expect(await pipeline.app.get(Bulletin).incidentWith(incident.code)).toBe(id);
  });

  it('leaves out what is not public: a house is not, unless somebody says so', async () => {
    const id = await pipeline.send(audience);
    const other = await pipeline.send(audience, isPublic);
    await published(other);
    expect(await incidentOf(id)).toBeUndefined();
  });

  it('says each update, and that it is over, with a time that moves', async () => {
    const id = await pipeline.send(audience, isPublic);
    const before = await published(id);
    const follow = (relation: string) =>
      pipeline.send({}, { follows: { broadcast: id, relation }, audience: undefined });
    await follow('update');
    const updated = await published(id, (found) => found.messages.length === 2);
    expect(updated.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());

    await follow('all-clear');
    const over = await published(id, (found) => found.over !== undefined);
    expect(over).toMatchObject({ over: { by: 'all-clear' } });
    expect(over.updatedAt.getTime()).toBeGreaterThan(updated.updatedAt.getTime());
  });

  it('is over when staff cancel it', async () => {
    const id = await pipeline.send(audience, isPublic);
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);
    const over = await published(id, (found) => found.over !== undefined);
    expect(over).toMatchObject({ over: { by: 'cancellation' } });
  });

  it('can be on the web alone', async () => {
    const id = await pipeline.send(audience, {
      ...isPublic,
      webOnly: true,
      texts: [{ language: 'sv', sms: '', web: 'Vattenprover visar inget fel.' }],
    });
    const incident = await published(id);
    expect(mainMessage(incident).texts[0]).toMatchObject({ body: 'Vattenprover visar inget fel.' });
    expect((await pipeline.get(`/broadcasts/${id}`)).json()).toMatchObject({ planned: 0 });
  });

  it('has no exercise', async () => {
    const draft = { ...isPublic, exercise: true };
    await expect(pipeline.send(audience, draft)).rejects.toThrow('broadcast.exercise-not-public');
  });
});
