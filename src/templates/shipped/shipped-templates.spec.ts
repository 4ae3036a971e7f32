import { messageLanguages, spokenLanguages } from '../../kernel/language.js';
import { nameSkeleton } from '../../kernel/plain-name.js';
import { relationsWithTexts } from '../../kernel/relations.js';
import { reviewText } from '../../messages/checklist/review-text.js';
import { unfilledIn } from '../../messages/checklist/unfilled.js';
import { fillWithExamples } from '../../messages/fill-with-examples.js';
import { longestHeadline } from '../../messages/web-text.js';
import { measure } from '../../messages/measure-text.js';
import { withOpenEnd } from '../../messages/typed-time/open-end.js';
import { ownPrefix } from '../own-slug.js';
import { requireSound } from '../require-sound.js';
import { shippedKinds } from './shipped-kinds.js';
import { shippedTemplates, type ShippedTemplate } from './shipped-templates.js';

const each = shippedTemplates.map((template) => [template.slug, template] as const);
const started = each.filter(([, { relation }]) => relation === undefined);
const find = (slug: string): ShippedTemplate => shippedTemplates.find((template) => template.slug === slug)!;

/** As it would be sent, with the examples in the gaps. */
const filled = ({ texts, placeholders }: ShippedTemplate, wanted: string): string => {
  const { sms } = texts.find(({ language }) => language === wanted)!;
  return fillWithExamples(sms, placeholders, wanted).replace('{kommun}', 'Storstads kommun');
};
const segments = (template: ShippedTemplate, language: string) =>
  measure(filled(template, language)).segments;

/** Points that an SMS of the kind has no room for, or that have no answer in it: they are on the page, or waived. */
const notInText: Readonly<Record<string, readonly string[]>> = {
  'unplanned-shutoff': ['S5', 'S7'],
  'long-shutoff': ['S5'],
  'boil-water': ['L9'],
  'do-not-use': ['L6'],
};

describe('the templates that the program brings', () => {
  it.each(each)('%s has the same gaps in every language, and fits', (_, template) => {
    expect(() => requireSound(template)).not.toThrow();
    expect(template.texts.map(({ language }) => language)).toEqual(messageLanguages);
  });

  it.each(each)('%s says its end in the words of the language where nobody knows it', (_, { texts }) => {
    const expected = {
      sv: /tills vidare|men vi vet inte när än/u,
      en: /until further notice|but we do not know when yet/u,
      fi: /: ei vielä tiedossa/u,
      se: /: eat dieđe vel/u,
      ar: /: غير معروف بعد/u,
      so: /: weli lama oga/u,
    };
    for (const { language, sms, voice = '' } of texts)
      for (const text of [sms, voice].filter((one) => one.includes('[till]')))
        expect(withOpenEnd(text, language)).toMatch(expected[language as keyof typeof expected]);
  });

  it.each(each)('%s names the sender at the end of each SMS, and nowhere in a call', (_, { texts }) => {
    for (const { sms, voice = '' } of texts) {
      expect(sms).toMatch(/[^ ] \{kommun\}$/u);
      expect(voice).not.toContain('{kommun}');
    }
  });

  it.each(each)('%s says where', (_, { placeholders }) => {
    expect(placeholders.map(({ name }) => name)).toContain('plats');
  });

  it.each(each)('%s has examples that fill every gap', (_, template) => {
    for (const language of messageLanguages) expect(unfilledIn(filled(template, language))).toEqual([]);
  });

  it.each(each)(
    '%s takes at most four parts in Swedish, English, Finnish and Somali, six elsewhere',
    (_, template) => {
      for (const language of ['sv', 'en', 'fi', 'so']) {
        expect(measure(filled(template, language)).encoding).toBe('GSM-7');
        expect(segments(template, language)).toBeLessThanOrEqual(4);
      }
      for (const language of ['se', 'ar']) expect(segments(template, language)).toBeLessThanOrEqual(6);
    },
  );

  it.each(each)('%s is easy to read in Swedish', (_, template) => {
    const { verdict } = reviewText({ language: 'sv', sms: filled(template, 'sv') }, undefined).readability;
    expect(['very-easy', 'easy', 'medium', null]).toContain(verdict);
  });

  it.each(each)('%s says every required point in Swedish that an SMS can carry', (slug, template) => {
    const { points } = reviewText({ language: 'sv', sms: filled(template, 'sv') }, template.event);
    const missing = points.filter(({ requirement, found }) => requirement === 'required' && !found);
    expect(missing.map(({ id }) => id)).toEqual(notInText[slug] ?? []);
  });

  it.each(started)('%s has an update, a correction and an all-clear of its own', (slug, { exercise }) => {
    for (const relation of relationsWithTexts) {
      expect(find(`${slug}-${relation}`)).toMatchObject({ relation, of: slug, exercise });
    }
  });

  it.each(started)('%s has a usual lane', (_, { lane }) => {
    expect(lane).toBeDefined();
  });

  it.each(started)('%s has longer words for the page, in Swedish and English', (slug, { texts }) => {
    const withWeb = texts.filter(({ web }) => web).map(({ language }) => language);
    expect(withWeb).toEqual(slug === 'exercise' ? [] : ['sv', 'en']);
  });

  it.each(each)(
    '%s has a headline that fits, in Swedish and English',
    (_, { texts, placeholders, exercise }) => {
      const titled = texts.filter(({ headline }) => headline !== undefined);
      expect(titled.map(({ language }) => language)).toEqual(exercise ? [] : ['sv', 'en']);
      for (const { language, headline } of titled)
        expect(fillWithExamples(headline!, placeholders, language).length).toBeLessThanOrEqual(
          longestHeadline,
        );
    },
  );

  it('have a correction that opens by saying so, in each language', () => {
    const openings = ['Rättelse:', 'Correction:', 'Korjaus:', 'Divvun:', 'تصحيح:', 'Sixitaan:'];
    const corrections = shippedTemplates.filter(({ relation }) => relation === 'correction');
    expect(corrections).toHaveLength(Object.keys(shippedKinds).length + 1);
    for (const { texts } of corrections) expect(texts.map(({ sms }) => sms.split(' ')[0])).toEqual(openings);
  });

  it('have a spoken text where a link would be read out, in each language that calls speak', () => {
    const linked = shippedTemplates.filter(({ texts }) => texts[0]!.sms.includes('[länk]'));
    expect(linked.map(({ slug }) => slug)).toEqual([
      'planned-shutoff',
      'boil-water',
      'do-not-use',
      'do-not-drink',
    ]);
    for (const { texts } of linked) {
      const spoken = texts.filter(({ voice }) => voice !== undefined);
      expect(spoken.map(({ language }) => language).toSorted()).toEqual([...spokenLanguages].toSorted());
      for (const { voice } of spoken) expect(voice).not.toContain('[länk]');
    }
  });

  it('say that boiling does not help of chemicals only', () => {
    const saying = shippedTemplates.filter((template) =>
      /koka det hjälper inte/iu.test(filled(template, 'sv')),
    );
    expect(saying.map(({ slug }) => slug)).toEqual([
      'do-not-use',
      'do-not-use-update',
      'do-not-use-correction',
    ]);
    expect(filled(find('do-not-drink'), 'sv')).toMatch(/koka det med stora bubblor/iu);
  });

  it('have names that nobody can mistake for one another, and slugs that no template of staff can have', () => {
    const names = shippedTemplates.flatMap(({ name }) => [...new Set([name.sv, name.en].map(nameSkeleton))]);
    expect(new Set(names).size).toBe(names.length);
    const slugs = shippedTemplates.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => slug.startsWith(ownPrefix))).toEqual([]);
  });
});
