import { samples } from '../../../../../test/support/sample-templates.js';
import type { Broadcast, Place, TemplateInFull } from '../../api/answers.js';
import { withTemplateFound } from './found-template.js';
import { bodyOf, emptyForm, formOf, type ComposeForm } from './form.js';
import { messageFaults } from './form-faults.js';
import { addLanguage, fillGap, fillingsOf, refill, takeTemplate } from './template-texts.js';
import { timeIn, typedTime } from './time-gaps.js';

const town = 'Luleå kommun';
/** A Monday, 13:00. */
const now = new Date('2026-11-30T12:00:00Z');
const area = (id: string, name: string): Place => ({
  id,
  kind: 'area',
  name,
  boundingBox: [22, 65, 23, 66],
  saved: false,
});
const [porson, bjorkskatan] = [area('p1', 'Porsön'), area('p2', 'Björkskatan')];

/** A template whose text was changed after version 1. */
function inFull(sample: (typeof samples)[keyof typeof samples]): TemplateInFull {
  const changed = sample.texts.map((text) => ({ ...text, sms: `Nytt: ${text.sms}` }));
  return {
    ...sample,
    version: 2,
    texts: changed,
    versions: [
      { ...sample, version: 2, texts: changed, act: 'change', at: '2026-11-30T11:00:00Z' },
      { ...sample, version: 1, act: 'add', at: '2026-11-01T00:00:00Z' },
    ] as unknown as TemplateInFull['versions'],
  };
}

type Typed = Readonly<Record<string, string>>;

/** What the API answers for a draft that was written from version 1 of a template. */
function draftOf(
  sample: (typeof samples)[keyof typeof samples],
  typed: Typed,
  languages = ['sv'],
): Broadcast {
  let form: ComposeForm = { ...emptyForm, places: [porson] };
  form = { ...form, ...takeTemplate(form, sample, town) };
  for (const language of languages.slice(1)) form = { ...form, ...addLanguage(form, language, town) };
  for (const [name, value] of Object.entries(typed)) {
    const gap = sample.placeholders.find((placeholder) => placeholder.name === name)!;
    form = { ...form, ...fillGap(form, 'sv', gap, value, town, now) };
  }
  const { texts, lane, channels, exercise, event, template } = bodyOf(form, now)!;
  return {
    ...{ id: 'b1', lane, channels, exercise, event, template, texts, audience: { places: ['p1'] } },
    createdAt: now.toISOString(),
    expiresAt: '2026-12-01T12:00:00Z',
  } as unknown as Broadcast;
}

const opened = (draft: Broadcast, sample: (typeof samples)[keyof typeof samples], at = now): ComposeForm =>
  withTemplateFound(formOf(draft, [porson], town), draft, inFull(sample), town, at);
const smsOf = ({ texts }: { readonly texts: readonly { readonly sms: string }[] }): string[] =>
  texts.map(({ sms }) => sms);

describe('a draft that is opened again', () => {
  const typed = { från: 'imorgon 9', till: 'imorgon 12' };

  it('has the version of the template that it was written from, its fields, and the same text', () => {
    const draft = draftOf(samples.planned, typed, ['sv', 'en']);
    const form = opened(draft, samples.planned);
    expect(form.filled).toMatchObject({ slug: 'planned-shutoff', version: 1 });
    expect(smsOf(form)).toEqual(smsOf(draft));
    expect(fillingsOf(form, 'sv')['plats']).toBe('Porsön');
    expect(typedTime(form, 'från')).toBe('tisdag 1 december kl. 09.00');
    expect(timeIn(form, 'till')).toEqual({ kind: 'moment', at: new Date('2026-12-01T11:00:00Z') });
    expect(messageFaults(form, now, town)).toEqual([]);
  });

  it('changes in every language with its fields and its area', () => {
    const form = opened(draftOf(samples.planned, typed, ['sv', 'en']), samples.planned);
    const gap = samples.planned.placeholders.find(({ name }) => name === 'till')!;
    const later = { ...form, ...fillGap(form, 'sv', gap, '15', town, now), places: [bjorkskatan] };
    const { texts } = refill(later, town);
    expect(texts[0]!.sms).toContain('till tisdag 1 december kl. 15.00. Gäller: Björkskatan. ');
    expect(texts[1]!.sms).toContain('to Tuesday 1 December at 15:00. Applies to: Björkskatan. ');
  });

  it('keeps a place that its writer typed, whatever the area is', () => {
    const form = opened(draftOf(samples.planned, { ...typed, plats: 'Norra hamnen' }), samples.planned);
    expect(refill({ ...form, places: [bjorkskatan] }, town).texts[0]!.sms).toContain(
      'Gäller: Norra hamnen. ',
    );
  });

  it('leaves a gap open that was saved open', () => {
    const form = opened(draftOf(samples.planned, { till: 'imorgon 12' }), samples.planned);
    expect(typedTime(form, 'från')).toBe('');
    expect(smsOf(form)[0]).toContain('från [från] till tisdag');
  });

  it('knows an open end', () => {
    const form = opened(draftOf(samples.planned, { ...typed, till: 'okänt' }), samples.planned);
    expect(typedTime(form, 'till')).toBe('tills vidare');
    expect(timeIn(form, 'till')).toEqual({ kind: 'open' });
  });

  it('knows a time that was typed after its first save', () => {
    const draft = draftOf(samples.unplanned, { från: 'sedan 12.30', till: '18' });
    const form = opened({ ...draft, createdAt: '2026-11-30T08:00:00Z' }, samples.unplanned);
    expect(timeIn(form, 'från')).toEqual({ kind: 'moment', at: new Date('2026-11-30T11:30:00Z') });
  });

  it('keeps a translation that the template lacks', () => {
    const draft = draftOf(samples.planned, typed);
    const fi = { language: 'fi', sms: 'Vesi on poikki.' };
    const form = opened({ ...draft, texts: [...draft.texts, fi] } as Broadcast, samples.planned);
    expect(form.filled).toBeDefined();
    expect(smsOf(form)[1]).toBe('Vesi on poikki.');
  });

  it.each<[what: string, change: (draft: Broadcast) => object]>([
    ['was changed by hand', () => ({ texts: [{ language: 'sv', sms: 'Vattnet är av.' }] })],
    [
      'was changed by hand in another language',
      ({ texts }) => ({ texts: [texts[0], { language: 'en', sms: 'The water is off.' }] }),
    ],
    [
      'was written from a version that is gone',
      () => ({ template: { id: 't-planned-shutoff', version: 7 } }),
    ],
  ])('is text alone where it %s', (_what, change) => {
    const draft = draftOf(samples.planned, typed, ['sv', 'en']);
    const changed = { ...draft, ...change(draft) };
    const form = opened(changed, samples.planned);
    expect(form.filled).toBeUndefined();
    expect(smsOf(form)).toEqual(smsOf(changed as Broadcast));
  });
});
