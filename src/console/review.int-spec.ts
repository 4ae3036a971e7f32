import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { newId } from '../kernel/ids.js';
import { ensureShippedTemplates } from '../templates/ensure-shipped-templates.js';
import type { ReviewedTextAnswer } from './review-answers.js';

type Reviewed = z.infer<typeof ReviewedTextAnswer>;

describe('the review of texts', () => {
  let app: NestFastifyApplication;
  let anna: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    anna = await hire(app, 'Anna', ['author']);
  });
  afterAll(() => app.close());

  const post = (payload: object, headers: Record<string, string> = anna.headers) =>
    app.inject({ method: 'POST', url: '/api/v1/texts/review', headers, payload });
  const review = async (payload: object): Promise<Reviewed[]> => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };

  it('tells which points of its kind a text has, each with its label and source', async () => {
    const [text] = await review({
      kind: 'boil',
      texts: [{ language: 'sv', sms: 'Koka vattnet på Porsön. E. coli har hittats. Mer på lulea.se' }],
    });
    const ids = (wanted: (point: Reviewed['points'][number]) => boolean) =>
      text!.points.filter(wanted).map(({ id }) => id);
    expect(ids(({ found }) => found)).toEqual(['L1', 'L2', 'L5', 'L8', 'X2']);
    expect(ids(({ requirement }) => requirement === 'advised')).toEqual(['X3', 'X4']);
    expect(text!.points[0]).toEqual({
      id: 'L1',
      label: { sv: 'vad som har hänt', en: 'what has happened' },
      requirement: 'required',
      found: true,
      recognised: true,
      source: {
        sv: 'Livsmedelsverkets vägledning till 32 § LIVSFS 2022:12',
        en: 'Swedish Food Agency, guidance on section 32 of LIVSFS 2022:12',
      },
    });
  });

  it('takes the kind from a template, by its id or slug, unless one is given', async () => {
    const db = app.get(DataSource);
    await ensureShippedTemplates(db, new Date());
    const [{ id }] = await db.query<[{ id: string }]>(`SELECT id FROM template WHERE slug = 'boil-water'`);
    const texts = [{ language: 'sv', sms: 'Koka vattnet på Porsön.' }];
    const byKind = await review({ kind: 'boil', texts });
    expect(await review({ template: 'boil-water', texts })).toEqual(byKind);
    expect(await review({ template: id, texts })).toEqual(byKind);
    const [text] = await review({ template: id, kind: 'leak', texts });
    expect(text!.points[0]!.id).toBe('S1');
  });

  it.each([newId(), 'no-such'])('tells that there is no template %s', async (template) => {
    const answer = await post({ template, texts: [{ language: 'sv', sms: 'a' }] });
    expect(answer.json()).toMatchObject({ status: 404, code: 'template.not-found' });
  });

  it('looks for no points without a kind, and measures each language', async () => {
    const texts = await review({
      texts: [
        { language: 'sv', sms: 'Vattnet är tillbaka.' },
        { language: 'se', sms: 'Čáhci' },
        { language: 'so', sms: '' },
      ],
    });
    expect(
      texts.map(({ language, points, encoding, segments }) => [language, points, encoding, segments]),
    ).toEqual([
      ['sv', [], 'GSM-7', 1],
      ['se', [], 'UCS-2', 1],
      ['so', [], 'GSM-7', 0],
    ]);
  });

  it('says that nobody looked where we have no words for a language', async () => {
    const [text] = await review({ kind: 'leak', texts: [{ language: 'so', sms: 'Vattnet är avstängt.' }] });
    expect(text!.points.every(({ found, recognised }) => !found && !recognised)).toBe(true);
  });

  it('finds open placeholders in the SMS and in the spoken text', async () => {
    const [text] = await review({
      kind: 'planned',
      texts: [{ language: 'sv', sms: 'Från [från] på ___.', voice: 'Klockan [från].' }],
    });
    expect(text!.unfilled).toEqual([
      { in: 'sms', from: 5, to: 11, text: '[från]' },
      { in: 'sms', from: 15, to: 18, text: '___' },
      { in: 'voice', from: 8, to: 14, text: '[från]' },
    ]);
  });

  it('finds the points and the open placeholders of the page', async () => {
    const [text] = await review({
      kind: 'boil',
      texts: [{ language: 'sv', sms: 'Vatten.', headline: 'Koka vattnet i [plats]', web: 'Ring 1177.' }],
    });
    const found = (points: Reviewed['points'] = []) =>
      points.flatMap((point) => (point.found ? point.id : []));
    expect(found(text!.points)).not.toContain('L8');
    expect(found(text!.web)).toContain('L8');
    expect(text!.unfilled).toEqual([{ in: 'headline', from: 15, to: 22, text: '[plats]' }]);
  });

  it('judges readability from 20 words on, and marks what is hard', async () => {
    const short = 'Vi vidtar åtgärder.';
    const long = `Vi stänger av vattnet ${'på gatan '.repeat(10)}nu.`;
    const [few, many, finnish] = await review({
      texts: [
        { language: 'sv', sms: short },
        { language: 'en', sms: long },
        { language: 'fi', sms: long },
      ],
    });
    expect(few!.readability).toMatchObject({ verdict: null, words: 3, longSentences: [] });
    expect(few!.readability.hardWords).toEqual([{ from: 3, to: 9, text: 'vidtar' }]);
    expect(many!.readability).toMatchObject({
      verdict: 'easy',
      words: 25,
      longSentences: [{ from: 0, to: long.length, text: long }],
    });
    expect(finnish!.readability.verdict).toBeNull();
  });

  it.each<[name: string, body: object, status: number, code: string]>([
    ['no text', { texts: [] }, 400, 'request.invalid'],
    ['no list', {}, 400, 'request.invalid'],
    [
      'a kind that does not exist',
      { kind: 'fire', texts: [{ language: 'sv', sms: 'a' }] },
      400,
      'request.invalid',
    ],
    ['a language in words', { texts: [{ language: 'Swedish', sms: 'a' }] }, 400, 'request.invalid'],
    ['an unknown field', { texts: [{ language: 'sv', sms: 'a', mms: 'b' }] }, 400, 'request.invalid'],
    [
      'a text of 10,001 characters',
      { texts: [{ language: 'sv', sms: 'a'.repeat(10_001) }] },
      400,
      'request.invalid',
    ],
    [
      '21 texts',
      { texts: Array.from({ length: 21 }, () => ({ language: 'sv', sms: 'a' })) },
      400,
      'request.invalid',
    ],
    [
      'a language twice',
      { texts: [1, 2].map(() => ({ language: 'sv', sms: 'a' })) },
      400,
      'text.language-twice',
    ],
    ['a body of 300 kB', { texts: [], more: 'a'.repeat(300 * 1024) }, 413, 'request.too-large'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await post(body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('requires signing in', async () => {
    expect((await post({ texts: [{ language: 'sv', sms: 'a' }] }, {})).statusCode).toBe(401);
  });
});
