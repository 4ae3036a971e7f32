import type { z } from 'zod';
import { Pipeline } from '../../test/support/pipeline.js';
import { ensureShippedTemplates } from '../templates/ensure-shipped-templates.js';
import type { BroadcastAnswer } from './broadcast-answers.js';
import { DraftBody } from './broadcast-bodies.js';

type Body = Required<z.input<typeof DraftBody>>;
type Answer = z.infer<typeof BroadcastAnswer>;
/**
 * Two values of each field of the body. A new field is a compile error until it has them. Only the correction of an
 * all-clear may have `goesOn`.
 */
type Samples = {
  readonly [Field in Exclude<keyof Body, 'follows' | 'goesOn'>]: readonly [Body[Field], Body[Field]];
};

describe('reading a broadcast back', () => {
  let pipeline: Pipeline;
  let samples: Samples;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    await ensureShippedTemplates(pipeline.db, new Date());
    const templates = (await pipeline.get('/templates')).json<
      { id: string; slug: string; version: number }[]
    >();
    const used = (wanted: string) => {
      const { id, version } = templates.find(({ slug }) => slug === wanted)!;
      return { id, version };
    };
    const [first, second] = [await pipeline.house({ mobiles: 1 }), await pipeline.house({ mobiles: 1 })];
    samples = {
      audience: [{ places: first.places }, { places: second.places, roles: ['resident'] }],
      texts: [
        [
          {
            language: 'sv',
            sms: 'Vattnet är avstängt.',
            voice: 'Vattnet är av.',
            headline: 'Inget vatten',
            web: 'Vattnet är avstängt “hela” dagen.\n\nFyll kärl.',
          },
          { language: 'en', sms: 'The water is off.' },
        ],
        [
          {
            language: 'sv',
            sms: 'Vattnet är borta.',
            voice: 'Vattnet är av igen.',
            web: 'Vattnet är borta.',
          },
          { language: 'en', sms: 'The water is gone.' },
          { language: 'fi', sms: 'Vesi on poikki.', voice: 'Vesi on pois.', headline: 'Ei vettä' },
        ],
      ],
      lane: ['urgent', 'crisis'],
      startsAt: [inHours(0.25), inHours(0.5)],
      expiresAt: [inHours(1), inHours(2)],
      exercise: [true, false],
      channels: ['both', 'mobile-first'],
      event: ['boil', 'leak'],
      page: ['https://alavik.example.se/vatten', 'https://alavik.example.se/'],
      points: [
        { L7: { how: 'waived', reason: 'Inga kända symtom' }, L6: { how: 'on-page' } },
        { S1: { how: 'in-text' } },
      ],
      template: [used('unplanned-shutoff'), used('waste')],
      isPublic: [false, true],
      webOnly: [false, false],
      pageLink: [false, true],
      posts: [{ sv: 'Vattnet är av.' }, { sv: 'Vattnet är av.', en: 'The water is off.' }],
      noPosts: [true, false],
      readBy: [{ en: 'Anna Berg' }, { en: 'Anna Berg', fi: 'Aino Salo' }],
    };
  });
  afterAll(() => pipeline.stop());

  const fields = () => Object.keys(samples) as (keyof Samples)[];
  const bodyOf = (which: 0 | 1) =>
    Object.fromEntries(fields().map((field) => [field, samples[field][which]])) as Body;
  const read = async (id: string) => (await pipeline.get(`/broadcasts/${id}`)).json<Answer>();
  const put = (id: string, payload: object) =>
    pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: pipeline.anna.headers,
      payload,
    });
  /** The texts are measured, and marked if it is an exercise. */
  const asRead = ({ texts, ...rest }: Partial<Body>) => ({
    ...rest,
    texts: texts!.map(({ sms, voice, ...text }) => ({
      ...text,
      sms: expect.stringContaining(sms) as string,
      voice: voice === undefined ? undefined : (expect.stringContaining(voice) as string),
    })),
  });
  const seen = (answer: Answer, body: Partial<Body>) =>
    Object.fromEntries(
      Object.keys(body).map((field) => [
        field,
        field === 'texts'
          ? answer.texts.map(({ language, sms, voice, headline, web }) => ({
              ...{ language, sms, voice },
              ...{ headline, web },
            }))
          : answer[field as keyof Answer],
      ]),
    );

  it('returns each field as it was written, when it is new and after a change', async () => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', bodyOf(0));
    const { id } = created.json<Answer>();
    expect(seen(await read(id), bodyOf(0))).toEqual(asRead(bodyOf(0)));

    await put(id, bodyOf(1));
    expect(seen(await read(id), bodyOf(1))).toEqual(asRead(bodyOf(1)));
  });

  it('has no value for a field that a change left out', async () => {
    const { id } = (await pipeline.post(pipeline.anna, '/broadcasts', bodyOf(0))).json<Answer>();
    const { audience, texts, lane, expiresAt } = bodyOf(1);
    await put(id, { audience, texts, lane, expiresAt });

    const least = { ...DraftBody.parse({ audience, texts, lane, expiresAt }), isPublic: false };
    const expected = { ...Object.fromEntries(fields().map((field) => [field, undefined])), ...least };
    expect(seen(await read(id), expected as Partial<Body>)).toEqual(asRead(expected as Partial<Body>));
  });
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
