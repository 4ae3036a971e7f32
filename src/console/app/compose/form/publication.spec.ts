import { emptyForm, bodyOf, marksOf, type ComposeForm } from './form.js';
import { messageFaults } from './form-faults.js';
import { hasOwnPage, publicationOf } from './publication.js';
import { textCost } from './text-cost.js';

const now = new Date('2026-11-30T08:00:00Z');
const place = { id: 'p1', kind: 'area', name: 'Kronan', boundingBox: [0, 0, 1, 1], saved: false } as const;
const form: ComposeForm = {
  ...emptyForm,
  places: [place],
  texts: [{ language: 'sv', sms: 'Koka vattnet.', headline: 'Koka', web: 'Koka allt vatten.' }],
};
const follows = { broadcast: 'b1', relation: 'update' } as const;

describe('whether a form is published', () => {
  it.each<[name: string, change: Partial<ComposeForm>, byDefault: boolean | undefined, is: object]>([
    ['as usual for an area', {}, true, { byDefault: true, isPublished: true }],
    ['not as usual for a few addresses', {}, false, { byDefault: false, isPublished: false }],
    ['unknown before the audience is counted', {}, undefined, { isPublished: undefined }],
    ['if the writer says so', { isPublic: true }, false, { isPublished: true }],
    ['not if the writer says not', { isPublic: false }, true, { isPublished: false }],
    [
      'never for an exercise',
      { exercise: true, isPublic: true },
      true,
      { whyNot: 'exercise', isPublished: false },
    ],
    [
      'not for a topic that is not',
      { audienceKind: 'topic', topic: 't', isPublic: true },
      false,
      { whyNot: 'topic', isPublished: false },
    ],
    ['for a topic that is', { audienceKind: 'topic', topic: 't' }, true, { isPublished: true }],
  ])('is %s', (_name, change, byDefault, is) => {
    expect(publicationOf({ ...form, ...change }, undefined, byDefault)).toMatchObject(is);
  });

  it.each([
    [{ isPublic: true }, { byDefault: true, isPublished: true }],
    [{ isPublic: false }, { whyNot: 'first', isPublished: false }],
    [{}, { whyNot: 'first', isPublished: false }],
  ])('depends on the message that it follows: %j', (original, is) => {
    expect(publicationOf({ ...form, follows }, original, undefined)).toMatchObject(is);
  });
});

describe('the body of what is published', () => {
  it('has the headline and the page text of each language, without blank ones', () => {
    const texts = [...form.texts, { language: 'en', sms: 'Boil it.', headline: ' ', web: '' }];
    expect(bodyOf({ ...form, texts }, now)?.texts).toEqual([
      { language: 'sv', sms: 'Koka vattnet.', headline: 'Koka', web: 'Koka allt vatten.' },
      { language: 'en', sms: 'Boil it.' },
    ]);
  });

  it('has neither SMS nor link if it is on the web only', () => {
    const body = bodyOf({ ...form, isPublic: true, webOnly: true, pageLink: true }, now);
    expect(body).toMatchObject({ webOnly: true, texts: [{ sms: '', web: 'Koka allt vatten.' }] });
    expect(body?.pageLink).toBeUndefined();
  });

  it('asks for nothing of an exercise', () => {
    const body = bodyOf({ ...form, exercise: true, isPublic: true, webOnly: true }, now);
    expect([body?.isPublic, body?.webOnly]).toEqual([undefined, undefined]);
    expect(body?.texts).toMatchObject([{ sms: 'Koka vattnet.' }]);
  });
});

describe('the faults of a page', () => {
  const fieldsOf = (change: Partial<ComposeForm>, isPublished: boolean | undefined = true) =>
    messageFaults({ ...form, ...change }, now, 'Luleå kommun', { isPublished }).map(({ field }) => field);
  const text = { language: 'sv', sms: 'Hej' };

  it.each<[name: string, change: Partial<ComposeForm>, fields: string[]]>([
    ['none', {}, []],
    ['a gap in the headline', { texts: [{ ...text, headline: 'Koka i [plats]' }] }, ['sms-0-headline']],
    ['a gap in the text', { texts: [{ ...text, web: 'Koka i [plats]' }] }, ['sms-0-web']],
    ['a long headline', { texts: [{ ...text, headline: 'a'.repeat(121) }] }, ['sms-0-headline']],
    ['a long text', { texts: [{ ...text, web: 'a'.repeat(8_001) }] }, ['sms-0-web']],
    ['no text, where there is nothing else', { webOnly: true, texts: [{ ...text, sms: '' }] }, ['sms-0-web']],
    ['no SMS, where nobody gets it', { webOnly: true, texts: [{ language: 'sv', sms: '', web: 'Hej' }] }, []],
  ])('are %s', (_name, change, fields) => expect(fieldsOf(change)).toEqual(fields));

  it('are none if it is not published', () => {
    expect(fieldsOf({ texts: [{ ...text, web: 'Koka i [plats]' }] }, false)).toEqual([]);
  });

  it('are not that a point is on it without an address, if it has words of its own', () => {
    const onPage = { event: 'leak', points: { S7: { how: 'on-page' } } } as const;
    expect(fieldsOf(onPage)).toEqual([]);
    expect(fieldsOf(onPage, false)).toEqual(['page']);
    expect(hasOwnPage({ texts: [text] }, true)).toBe(false);
  });
});

describe('the link to the page', () => {
  const segments = (pageLink: boolean, exercise = false) =>
    textCost('a'.repeat(150), {
      language: 'sv',
      ...marksOf({ ...form, pageLink, exercise }, 'Luleå kommun', 'https://alavik.example.se'),
    });

  it('counts in the SMS, as its last line', () => {
    expect(segments(false)).toMatchObject({ segments: 1 });
    expect(segments(true)).toMatchObject({ segments: 2 });
    expect(segments(true).text).toMatch(/\nMer: https:\/\/alavik\.example\.se\/a\/[2-9a-z]{6}$/);
  });

  it('is not in an exercise', () => expect(segments(true, true).text).not.toContain('Mer:'));
});
