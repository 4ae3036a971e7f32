import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { newId } from '../kernel/ids.js';

const text = { language: 'sv', sms: 'Vägen är avstängd från [från]. Gäller: [plats]. {kommun}' };
const english = { language: 'en', sms: 'The road is closed from [från]. Applies to: [plats]. {kommun}' };
const place = { name: 'plats', kind: 'place', label: { sv: 'Plats', en: 'Place' } };
const from = { name: 'från', kind: 'time', label: { sv: 'Från', en: 'From' } };
const road = {
  name: { sv: 'Avstängd väg', en: 'Closed road' },
  lane: 'routine',
  exercise: false,
  placeholders: [place, from],
  texts: [text, english],
};

interface Shown {
  id: string;
  slug: string;
  version: number;
  state: string;
  texts: { language: string; sms: string; reviewed?: { by: string; at: string } }[];
  versions: { version: number; act: string; by?: string }[];
}

describe('templates', () => {
  let app: NestFastifyApplication;
  let owner: Hired;
  let author: Hired;

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    owner = await hire(app, 'Olga', ['service-owner']);
    author = await hire(app, 'Anna', ['author']);
  });
  afterAll(() => app.close());
  beforeEach(() => app.get(DataSource).query(`UPDATE template SET state = 'archived'`));

  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, by = owner) =>
    app.inject({ method, url: `/api/v1/templates${url}`, payload, headers: by.headers });
  const create = async (content: object = road): Promise<Shown> => {
    const response = await call('POST', '', content);
    expect(response.statusCode).toBe(201);
    return response.json<Shown>();
  };
  const codeOf = (response: { json: () => unknown }) => (response.json() as { code: string }).code;

  it('keeps what staff write, in versions, and gives it to everyone who works with broadcasts', async () => {
    const { id, slug, version } = await create();
    expect({ slug, version }).toEqual({ slug: 'own-avstangd-vag', version: 1 });
    const shorter = { ...road, texts: [text] };
    const edited = await call('PUT', `/${id}`, { ...shorter, version: 1 });
    expect(edited.json()).toMatchObject({ ...shorter, version: 2, shipped: false, changed: false });
    const shown = (await call('GET', `/${id}`, undefined, author)).json<Shown>();
    expect(shown.versions).toEqual([
      expect.objectContaining({ version: 2, act: 'written', by: 'Olga', texts: [text] }),
      expect.objectContaining({ version: 1, act: 'written', by: 'Olga', texts: [text, english] }),
    ]);
    const list = (await call('GET', '?state=active', undefined, author)).json<Shown[]>();
    expect(list.map((each) => each.id)).toEqual([id]);
  });

  it('writes no version when nothing has changed', async () => {
    const { id } = await create();
    const same = await call('PUT', `/${id}`, { ...road, version: 1 });
    expect(same.json()).toMatchObject({ version: 1 });
  });

  it('notes in the audit log what changed, and from what', async () => {
    const { id } = await create();
    const longer = { ...text, sms: `Obs! ${text.sms}` };
    await call('PUT', `/${id}`, { ...road, texts: [longer, english], version: 1 });
    const entries = await app
      .get(DataSource)
      .query('SELECT action, detail FROM audit_entry WHERE subject = $1 ORDER BY id', [id]);
    expect(entries).toEqual([
      {
        action: 'template.create',
        detail: expect.objectContaining({ slug: expect.any(String) as string }) as object,
      },
      {
        action: 'template.edit',
        detail: { version: 2, changes: { 'texts.sv.sms': { was: text.sms, is: longer.sms } } },
      },
    ]);
  });

  it('refuses the second of two people who edit at once', async () => {
    const { id } = await create();
    const first = { ...road, texts: [text], version: 1 };
    const second = { ...road, name: { sv: 'Avstängd gata', en: 'Closed street' }, version: 1 };
    const both = await Promise.all([call('PUT', `/${id}`, first), call('PUT', `/${id}`, second)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.filter(({ statusCode }) => statusCode === 409).map(codeOf)).toEqual([
      'template.changed-meanwhile',
    ]);
  });

  it('archives and restores, and offers an archived template’s name to others meanwhile', async () => {
    const { id } = await create();
    expect((await call('POST', `/${id}/archive`)).json()).toMatchObject({ state: 'archived' });
    expect(codeOf(await call('PUT', `/${id}`, { ...road, version: 1 }))).toBe('template.archived');
    const { slug } = await create();
    expect(slug).toMatch(/^own-avstangd-vag-\d+$/);
    expect(codeOf(await call('POST', `/${id}/restoration`))).toBe('template.name-taken');
    await app.get(DataSource).query(`UPDATE template SET state = 'archived'`);
    expect((await call('POST', `/${id}/restoration`)).json()).toMatchObject({ state: 'active', version: 1 });
  });

  it('marks a translation as read by a named person until its text changes, and again when it is back', async () => {
    const { id } = await create();
    const read = { language: 'en', reviewer: 'Eve Reader', on: '2026-01-20', version: 1 };
    const reviewed = { by: 'Eve Reader', at: '2026-01-20' };
    expect((await call('POST', `/${id}/review`, read)).json<Shown>().texts).toEqual([
      text,
      { ...english, reviewed },
    ]);
    const otherText = { ...text, sms: `Obs! ${text.sms}` };
    const swedishChanged = await call('PUT', `/${id}`, { ...road, texts: [otherText, english], version: 1 });
    expect(swedishChanged.json<Shown>().texts[1]).toEqual({ ...english, reviewed });
    const otherEnglish = { ...english, voice: 'Closed: [plats], [från].' };
    const changed = await call('PUT', `/${id}`, { ...road, texts: [text, otherEnglish], version: 2 });
    expect(changed.json<Shown>().texts[1]).toEqual(otherEnglish);
    const back = await call('PUT', `/${id}`, { ...road, version: 3 });
    expect(back.json<Shown>().texts[1]).toEqual({ ...english, reviewed });
  });

  it('takes back a review that was a mistake, and tells in the audit log whose it was', async () => {
    const { id } = await create();
    await call('POST', `/${id}/review`, { language: 'en', reviewer: 'Eve', on: '2026-01-20', version: 1 });
    await call('POST', `/${id}/review`, { language: 'sv', reviewer: 'Sven', version: 1 });
    const left = (await call('DELETE', `/${id}/review/en`)).json<Shown>();
    expect(left.texts.map(({ reviewed }) => reviewed?.by)).toEqual(['Sven', undefined]);
    expect((await call('DELETE', `/${id}/review/en`)).statusCode).toBe(200);
    const entries = await app
      .get(DataSource)
      .query(`SELECT detail FROM audit_entry WHERE subject = $1 AND action = 'template.review-withdrawn'`, [
        id,
      ]);
    expect(entries).toEqual([
      { detail: { version: 1, language: 'en', reviewer: 'Eve', reviewedOn: '2026-01-20' } },
    ]);
  });

  it.each([
    ['of a version that is no longer in use', { version: 2 }, 'template.changed-meanwhile'],
    ['in a language that it lacks', { language: 'fi' }, 'template.no-such-language'],
    ['on a day to come', { on: '2999-01-01' }, 'template.review-ahead'],
    ['by nobody', { reviewer: ' ' }, 'request.invalid'],
  ])('refuses a review %s', async (_, wrong, code) => {
    const { id } = await create();
    const review = { language: 'en', reviewer: 'Eve Reader', version: 1, ...wrong };
    expect(codeOf(await call('POST', `/${id}/review`, review))).toBe(code);
  });

  const unknown = { ...text, sms: `${text.sms} Kontakt: [kontakt]` };
  it.each([
    ['a gap that nobody has declared', { texts: [unknown] }, 'template.placeholder-unknown'],
    [
      'a gap without a name',
      { texts: [{ ...text, sms: `${text.sms} Klart kl. XX.XX.` }] },
      'template.placeholder-unknown',
    ],
    [
      'a gap that one language lacks',
      { texts: [text, { ...english, sms: 'Closed: [plats].' }] },
      'template.placeholder-missing',
    ],
    [
      'a gap that one language’s spoken text lacks',
      {
        texts: [
          { ...text, voice: 'Stängt: [plats].' },
          { ...english, voice: 'Closed.' },
        ],
      },
      'template.placeholder-missing',
    ],
    [
      'a gap that no text has',
      { placeholders: [place, from, { ...place, name: 'hämta' }] },
      'template.placeholder-unused',
    ],
    ['a gap declared twice', { placeholders: [place, from, place] }, 'template.placeholder-twice'],
    ['a language twice', { texts: [text, text] }, 'text.language-twice'],
    ['a language that does not exist', { texts: [{ ...text, language: 'qqz' }] }, 'text.language-unknown'],
    [
      'a text of too many parts',
      { texts: [{ ...text, sms: `${text.sms} ${'ord '.repeat(225)}` }] },
      'template.text-too-long',
    ],
    [
      'a text that is too long once filled',
      {
        placeholders: [{ ...place, example: { sv: 'x'.repeat(110), en: 'x' } }, from],
        texts: [{ ...text, sms: `${text.sms} ${'ord '.repeat(205)}` }],
      },
      'template.text-too-long',
    ],
    ['an empty text', { texts: [{ ...text, sms: ' ' }] }, 'request.invalid'],
    ['a new broadcast’s without a lane', { lane: undefined }, 'request.invalid'],
    [
      'a follow-up of what does not exist',
      { relation: 'update', of: 'nothing' },
      'template.original-unknown',
    ],
    ['one that belongs to another but follows nothing', { of: 'nothing' }, 'request.invalid'],
    ['an all-clear that is about another event', { relation: 'all-clear', event: 'leak' }, 'request.invalid'],
    ['a name that deceives', { name: { sv: 'V\u0430tten', en: 'Water' } }, 'name.look-alike'],
  ])('refuses %s', async (_, wrong, code) => {
    expect(codeOf(await call('POST', '', { ...road, ...wrong }))).toBe(code);
  });

  it('refuses a name that an active template has, in any language', async () => {
    await create();
    const alike = { ...road, name: { sv: 'Vägen', en: 'CLOSED road' } };
    expect(codeOf(await call('POST', '', alike))).toBe('template.name-taken');
  });

  it('refuses a follow-up of a follow-up', async () => {
    const { slug } = await create();
    const update = { ...road, name: { sv: 'Nytt', en: 'News' }, relation: 'update', of: slug };
    const followUp = await create(update);
    const second = { ...update, name: { sv: 'Nyare', en: 'Newer' }, of: followUp.slug };
    expect(codeOf(await call('POST', '', second))).toBe('template.original-unknown');
  });

  it('refuses to reset what did not come with the program', async () => {
    const { id } = await create();
    expect(codeOf(await call('POST', `/${id}/reset`, { version: 1 }))).toBe('template.not-shipped');
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '', { ...road, version: 1 }],
    ['POST', '/archive', undefined],
    ['POST', '/reset', { version: 1 }],
    ['POST', '/review', { language: 'sv', reviewer: 'Eve', version: 1 }],
    ['DELETE', '/review/sv', undefined],
  ] as const)('tells on %s %s that there is no such template', async (method, path, body) => {
    expect(codeOf(await call(method, `/${newId()}${path}`, body))).toBe('template.not-found');
  });
});
