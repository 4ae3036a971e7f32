import { Pipeline } from '../../../test/support/pipeline.js';
import type { z } from 'zod';
import { ensureShippedTemplates } from '../../templates/ensure-shipped-templates.js';
import type { BroadcastAnswer } from '../broadcast-answers.js';

type Answer = z.infer<typeof BroadcastAnswer>;
interface Problem {
  code: string;
  title: string;
  points: { id: string; languages: string[] }[];
  unfilled: object[];
}

const page = 'https://alavik.example.se/vatten';
/** Says S1–S4, and lacks S5–S9. */
const leak = 'Vattenläcka på Storgatan. Vattnet är avstängt från kl 9 till kl 12.';
const lacks = ['S5', 'S6', 'S7', 'S8', 'S9'];
const onPage = Object.fromEntries(lacks.map((id) => [id, { how: 'on-page' }]));
const sv = (sms: string, voice?: string) => ({ language: 'sv', sms, ...(voice ? { voice } : {}) });

describe('the checklist of a broadcast', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { places } = await pipeline.house({ mobiles: 1 });
    audience = { places };
  });
  afterAll(() => pipeline.stop());

  const write = (body: object) =>
    pipeline.post(pipeline.anna, '/broadcasts', {
      lane: 'urgent',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      ...('follows' in body ? {} : { audience }),
      texts: [sv(leak)],
      ...body,
    });
  const written = async (body: object) => {
    const answer = await write(body);
    expect(answer.statusCode).toBe(201);
    return answer.json<Answer>();
  };
  const submit = async (body: object) => {
    const { id } = await written(body);
    return pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
  };
  const approved = async (body: object) => {
    const submitted = await submit(body);
    expect(submitted.statusCode).toBe(200);
    const { id } = submitted.json<Answer>();
    expect((await pipeline.approve(pipeline.bo, id)).statusCode).toBe(200);
    return id;
  };
  const howOf = ({ checklist }: Answer) => Object.fromEntries(checklist!.map(({ id, how }) => [id, how]));

  describe('at the submission', () => {
    it('requires nothing without an event', async () => {
      const submitted = await submit({ texts: [sv('Koka vattnet.')] });
      expect(submitted.statusCode).toBe(200);
      expect(submitted.json<Answer>()).not.toHaveProperty('checklist');
    });

    it('is refused while a required point is open, and names the points and the languages', async () => {
      const en = { language: 'en', sms: 'Leak on Storgatan. The water is off from 9:00. Close the taps.' };
      const refused = await submit({ event: 'leak', texts: [sv(leak), en] });
      expect(refused.statusCode).toBe(400);
      const problem = refused.json<Problem>();
      expect(problem.code).toBe('broadcast.checklist-open');
      expect(Object.fromEntries(problem.points.map(({ id, languages }) => [id, languages]))).toEqual({
        S3: ['en'],
        S5: ['sv', 'en'],
        S6: ['sv', 'en'],
        S7: ['sv', 'en'],
        S8: ['sv', 'en'],
        S9: ['sv'],
      });
      expect(problem.title).toContain('att kranar stängs och maskiner stängs av (sv)');
    });

    it('is accepted when each is in the text, on the page, waived, or in the text as the writer says', async () => {
      const points = {
        ...onPage,
        S5: { how: 'waived', reason: 'Vattnet är redan borta' },
        S9: { how: 'in-text' },
      };
      const submitted = await submit({ event: 'leak', page, points });
      expect(submitted.statusCode).toBe(200);
      const answer = submitted.json<Answer>();
      expect(howOf(answer)).toEqual({
        ...{ S1: 'found', S2: 'found', S3: 'found', S4: 'found', S5: 'waived' },
        ...{ S6: 'on-page', S7: 'on-page', S8: 'on-page', S9: 'in-text', X3: 'open' },
      });
      expect(answer.checklist!.find(({ id }) => id === 'S5')).toEqual({
        id: 'S5',
        label: { sv: 'att man tappar upp vatten i förväg', en: 'to fill containers beforehand' },
        source: expect.any(Object) as object,
        requirement: 'required',
        how: 'waived',
        reason: 'Vattnet är redan borta',
        foundIn: [],
        missingIn: ['sv'],
        unspokenIn: [],
      });
    });

    it('accepts a spoken text that leaves a point out, and points it out', async () => {
      const points = { ...onPage, S5: { how: 'waived', reason: 'Vattnet är redan borta' } };
      const texts = [sv(leak, 'Vattnet på Storgatan är avstängt från klockan 9.')];
      const submitted = await submit({ event: 'leak', page, points, texts });
      expect(submitted.statusCode).toBe(200);
      const unspoken = submitted
        .json<Answer>()
        .checklist!.flatMap(({ id, unspokenIn }) => (unspokenIn.length > 0 ? [id] : []));
      expect(unspoken).toContain('S3');
      expect(unspoken).not.toContain('S2');
    });

    it('requires the points of the template’s event if none is given, in the version that was used', async () => {
      await ensureShippedTemplates(pipeline.db, new Date());
      const templates = (await pipeline.get('/templates')).json<
        { id: string; slug: string; version: number }[]
      >();
      const used = (wanted: string) => {
        const { id, version } = templates.find(({ slug }) => slug === wanted)!;
        return { template: { id, version } };
      };
      const texts = [sv('Vi har stängt av vattnet.')];
      const refused = await submit({ ...used('unplanned-shutoff'), texts });
      expect(refused.json()).toMatchObject({ status: 400, code: 'broadcast.checklist-open' });
      expect((await written({ ...used('unplanned-shutoff'), event: 'planned' })).event).toBe('planned');
      expect((await submit({ ...used('waste'), texts })).statusCode).toBe(200);
    });

    it('lets a text in a language without words for the points pass beside one that has them', async () => {
      const so = { language: 'so', sms: 'Biyaha waa la xidhay.' };
      const body = { event: 'leak', page, points: onPage };
      expect((await submit({ ...body, texts: [sv(leak), so] })).statusCode).toBe(200);
      const alone = (await submit({ ...body, texts: [so], channels: 'mobile-first' })).json<Problem>();
      expect(alone).toMatchObject({ code: 'broadcast.checklist-open' });
      expect(alone.points.map(({ id }) => id)).toEqual(['S1', 'S2', 'S3', 'S4']);
    });

    it.each([
      ['the SMS', sv('Vattnet är av på [plats].'), { in: 'sms', text: '[plats]', language: 'sv' }],
      [
        'the spoken text',
        sv('Vattnet är av.', 'Vattnet är av till klockan XX.'),
        { in: 'voice', text: 'XX', language: 'sv' },
      ],
    ])('is refused with a placeholder in %s, even without an event', async (_where, text, unfilled) => {
      const refused = await submit({ texts: [text] });
      expect(refused.statusCode).toBe(400);
      const problem = refused.json<Problem>();
      expect(problem.code).toBe('broadcast.placeholder-unfilled');
      expect(problem.title).toContain(unfilled.text);
      expect(problem.unfilled).toEqual([unfilled]);
    });
  });

  describe('while it is written', () => {
    it.each<[name: string, body: object, code: string]>([
      ['a point without an event', { points: { S1: { how: 'in-text' } } }, 'broadcast.point-not-asked'],
      [
        'a point of another event',
        { event: 'leak', points: { L1: { how: 'in-text' } } },
        'broadcast.point-not-asked',
      ],
      [
        'a point that does not exist',
        { event: 'leak', points: { Q1: { how: 'in-text' } } },
        'request.invalid',
      ],
      ['a way that does not exist', { event: 'leak', points: { S1: { how: 'found' } } }, 'request.invalid'],
      [
        'a point on the page, without a page',
        { event: 'leak', points: { S7: { how: 'on-page' } } },
        'broadcast.page-required',
      ],
      [
        'a waiver without a reason',
        { event: 'leak', points: { S7: { how: 'waived' } } },
        'broadcast.reason-required',
      ],
      [
        'a waiver with a blank reason',
        { event: 'leak', points: { S7: { how: 'waived', reason: ' ' } } },
        'request.invalid',
      ],
      ['a page without encryption', { page: 'http://alavik.example.se/' }, 'request.invalid'],
      ['a page that is no address', { page: 'alavik.se' }, 'request.invalid'],
      ['a page that runs a script', { page: 'javascript:alert(1)' }, 'request.invalid'],
      ['a page that leads elsewhere', { page: 'https://alavik.se@elsewhere.example/' }, 'request.invalid'],
      ['a page written backwards', { page: 'https://alavik.se/\u202Eelsewhere' }, 'request.invalid'],
      ['a page in two words', { page: 'https://alavik.se/a b' }, 'request.invalid'],
      [
        'a template that does not exist',
        { template: { id: '0190b5a0-0000-7000-8000-000000000001', version: 1 } },
        'broadcast.template-unknown',
      ],
      [
        'a reader of a translation that is not there',
        { readBy: { fi: 'Aino Salo' } },
        'broadcast.read-by-other-language',
      ],
      ['a reader of the first text', { readBy: { sv: 'Anna Berg' } }, 'broadcast.read-by-first-language'],
      ['an event that does not exist', { event: 'fire' }, 'request.invalid'],
    ])('refuses %s', async (_name, body, code) => {
      const refused = await write(body);
      expect([refused.statusCode, refused.json<Problem>().code]).toEqual([400, code]);
    });
  });

  it('knows the versions of a template', async () => {
    await ensureShippedTemplates(pipeline.db, new Date());
    const [{ id, version }] = (await pipeline.get('/templates')).json<[{ id: string; version: number }]>();
    expect((await write({ template: { id, version } })).statusCode).toBe(201);
    const refused = await write({ template: { id, version: version + 1 } });
    expect(refused.json()).toMatchObject({ status: 400, code: 'broadcast.template-unknown' });
  });

  it('voids the approval when a waiver changes', async () => {
    const body = { event: 'leak', page, points: onPage, texts: [sv(leak)], lane: 'urgent', audience };
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, contentHash } = (await submit(body)).json<Answer>();
    const points = { ...onPage, S9: { how: 'waived', reason: 'Behövs inte' } };
    await pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: pipeline.anna.headers,
      payload: { ...body, points, expiresAt },
    });
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    const refused = await pipeline.post(pipeline.bo, `/broadcasts/${id}/approval`, { contentHash });
    expect(refused.json()).toMatchObject({ code: 'broadcast.content-changed' });
  });

  it('is in the audit log at the submission and the approval, with each waiver’s reason', async () => {
    const points = { ...onPage, S5: { how: 'waived', reason: 'Vattnet är redan borta' } };
    const id = await approved({ event: 'leak', page, points });
    const entries = await pipeline.db.query<{ action: string; detail: { checklist: object } }[]>(
      `SELECT action, detail FROM audit_entry WHERE subject = $1 AND action <> 'broadcast.create' ORDER BY id`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['broadcast.submission', 'broadcast.approve']);
    for (const { detail } of entries)
      expect(detail.checklist).toEqual({
        event: 'leak',
        page,
        points: [
          ...['S1', 'S2', 'S3', 'S4'].map((point) => ({ id: point, how: 'found' })),
          { id: 'S5', how: 'waived', reason: 'Vattnet är redan borta' },
          ...['S6', 'S7', 'S8', 'S9'].map((point) => ({ id: point, how: 'on-page' })),
          { id: 'X3', how: 'open' },
        ],
      });
  });

  describe('of a follow-up', () => {
    let first: string;
    beforeAll(async () => {
      const points = { ...onPage, S5: { how: 'waived', reason: 'Vattnet är redan borta' } };
      first = await approved({ event: 'leak', page, points });
    });
    const following = (relation: string, more: object) => ({
      follows: { broadcast: first, relation },
      ...more,
    });

    it('requires of an update only what the alert did not say', async () => {
      const texts = [sv('Lagningen tar till kl 15.')];
      const refused = await submit(following('update', { event: 'leak', texts }));
      expect(refused.json<Problem>().points.map(({ id }) => id)).toEqual(['S5']);
      const points = { S5: { how: 'waived', reason: 'Vattnet är redan borta' } };
      const submitted = await submit(following('update', { event: 'leak', texts, points }));
      expect(submitted.statusCode).toBe(200);
      expect(howOf(submitted.json<Answer>())).toMatchObject({ S1: 'in-first', S3: 'found', S7: 'in-first' });
    });

    it('requires everything of an update about another event', async () => {
      const texts = [sv('Koka vattnet på Storgatan.')];
      const refused = await submit(following('update', { event: 'boil', texts }));
      expect(refused.json<Problem>().points.map(({ id }) => id)).toContain('L1');
    });

    it('takes the event, the page and the points of an extension from the alert', async () => {
      const { places } = await pipeline.house({ mobiles: 1 });
      const submitted = await submit(
        following('extension', { audience: { places }, texts: undefined, lane: undefined }),
      );
      expect(submitted.statusCode).toBe(200);
      expect(submitted.json<Answer>()).toMatchObject({
        event: 'leak',
        page,
        points: { S7: { how: 'on-page' }, S5: { how: 'waived' } },
      });
    });

    it('of an all-clear has the points of an all-clear, and no other kind', async () => {
      const refused = await write(following('all-clear', { event: 'leak' }));
      expect(refused.json()).toMatchObject({ status: 400, code: 'broadcast.all-clear-event' });
      const texts = [sv('Läckan på Storgatan är lagad och vattnet är tillbaka.')];
      const open = (await submit(following('all-clear', { event: 'all-clear', texts }))).json<Problem>();
      expect(open.points.map(({ id }) => id)).toEqual(expect.arrayContaining(['A5', 'A7']));
    });
  });
});
