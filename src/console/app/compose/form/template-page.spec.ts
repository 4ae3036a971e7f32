import { samples } from '../../../../../test/support/sample-templates.js';
import type { Broadcast, Place, TemplateInFull } from '../../api/answers.js';
import { withTemplateFound } from './found-template.js';
import { bodyOf, emptyForm, formAnew, formOf, type ComposeForm } from './form.js';
import { fillGap, hasOwnWords, takeTemplate, writeByHand } from './template-texts.js';

const town = 'Luleå kommun';
const now = new Date('2026-11-30T12:00:00Z');
const area: Place = { id: 'p1', kind: 'area', name: 'Porsön', boundingBox: [22, 65, 23, 66], saved: false };

/** With a page in Swedish. */
const template = {
  ...samples.planned,
  texts: samples.planned.texts.map((text) =>
    text.language === 'sv'
      ? {
          ...text,
          headline: 'Inget vatten: [plats]',
          web: 'Det gäller: [plats].\n\nFrån [från] till [till].',
        }
      : text,
  ),
};
const inFull = {
  ...template,
  versions: [{ ...template, act: 'add', at: '2026-11-01T00:00:00Z' }],
} as unknown as TemplateInFull;

const begun = (): ComposeForm => {
  const form = { ...emptyForm, places: [area] };
  return { ...form, ...takeTemplate(form, template, town) };
};
const fill = (form: ComposeForm, name: string, value: string): ComposeForm => {
  const gap = template.placeholders.find((placeholder) => placeholder.name === name)!;
  return { ...form, ...fillGap(form, 'sv', gap, value, town, now) };
};
const write = (form: ComposeForm, patch: Partial<ComposeForm['texts'][number]>): ComposeForm => ({
  ...form,
  ...writeByHand(form, 0, patch, town),
});
const filled = (): ComposeForm => fill(fill(begun(), 'från', 'imorgon 9'), 'till', 'imorgon 12');

/** What the API answers for the form, once it is saved. */
const saved = (form: ComposeForm): Broadcast => {
  const { texts, lane, channels, exercise, event, template: used } = bodyOf(form, now)!;
  return {
    ...{ id: 'b1', lane, channels, exercise, event, template: used, texts, audience: { places: ['p1'] } },
    createdAt: now.toISOString(),
    expiresAt: '2026-12-01T12:00:00Z',
  } as unknown as Broadcast;
};
const opened = (form: ComposeForm): ComposeForm =>
  withTemplateFound(formOf(saved(form), [area], town), saved(form), inFull, town, now);

describe('the page of a template', () => {
  it('has its gaps filled as the SMS has', () => {
    expect(filled().texts[0]).toMatchObject({
      headline: 'Inget vatten: Porsön',
      web: 'Det gäller: Porsön.\n\nFrån tisdag 1 december kl. 09.00 till tisdag 1 december kl. 12.00.',
    });
  });

  it('has no headline that the place makes too long', () => {
    const long = fill(begun(), 'plats', 'Storgatan '.repeat(12));
    expect(long.texts[0]).toMatchObject({ headline: undefined });
    expect(long.texts[0]?.web).toContain('Storgatan');
  });

  it('leaves the template to the SMS once somebody has written on it', () => {
    const own = fill(write(begun(), { web: 'Ring oss.' }), 'plats', 'Kronan');
    expect(own.texts[0]?.web).toBe('Ring oss.');
    expect(own.texts[0]?.sms).toContain('Kronan');
    expect(hasOwnWords(begun())).toBe(false);
    expect(hasOwnWords(own)).toBe(true);
  });

  it('stays removed', () => {
    const none = fill(write(begun(), { headline: undefined, web: undefined }), 'plats', 'Kronan');
    expect([none.texts[0]?.headline, none.texts[0]?.web]).toEqual([undefined, undefined]);
    expect(hasOwnWords(none)).toBe(false);
  });

  it('is replaced with its template', () => {
    const next = { ...begun(), ...takeTemplate(begun(), samples.planned, town) };
    expect(next.texts[0]).not.toHaveProperty('web');
  });

  it('follows its template again in a draft that is opened', () => {
    const form = opened(filled());
    expect(form.texts).toEqual(filled().texts);
    expect(fill(form, 'plats', 'Kronan').texts[0]?.headline).toBe('Inget vatten: Kronan');
  });

  it.each<[string, Partial<ComposeForm['texts'][number]>]>([
    ['another text', { web: 'Ring oss.' }],
    ['another headline', { headline: 'Avstängt' }],
    ['none', { headline: undefined, web: undefined }],
  ])('stays as it was saved in a draft that is opened: %s', (_name, patch) => {
    const form = opened(write(filled(), patch));
    const { headline, web } = fill(form, 'plats', 'Kronan').texts[0]!;
    const { headline: before, web: beforeWeb } = write(filled(), patch).texts[0]!;
    expect([headline, web]).toEqual([before, beforeWeb]);
    expect(fill(form, 'plats', 'Kronan').texts[0]?.sms).toContain('Kronan');
  });

  it('is copied to what is written anew', () => {
    expect(formAnew(saved(filled()), [area], town).texts[0]).toMatchObject({
      headline: 'Inget vatten: Porsön',
    });
  });
});
