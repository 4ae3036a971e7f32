import type { TemplateContent } from '../template.js';
import { shippedPlaceholders, shippedPlaceholderNames } from './placeholders.js';
import type { ShippedTexts } from './shipped-texts.js';
import { english } from './english.js';
import { swedish } from './swedish.js';

export interface ShippedTemplate extends TemplateContent {
  readonly slug: string;
}

type Facts = Omit<ShippedTemplate, 'placeholders' | 'texts' | 'exercise'>;

const facts: readonly Facts[] = [
  {
    slug: 'planned-shutoff',
    name: { sv: 'Planerad vattenavstängning', en: 'Planned water shutoff' },
    event: 'planned',
    lane: 'routine',
  },
  {
    slug: 'unplanned-shutoff',
    name: { sv: 'Oplanerad vattenavstängning (läcka)', en: 'Unplanned water shutoff (burst main)' },
    event: 'leak',
    lane: 'urgent',
  },
  {
    slug: 'boil-water',
    name: { sv: 'Kokningsrekommendation', en: 'Boil-water advisory' },
    event: 'boil',
    lane: 'crisis',
  },
  {
    slug: 'undrinkable-water',
    name: { sv: 'Otjänligt vatten', en: 'Undrinkable water' },
    event: 'boil',
    lane: 'crisis',
  },
  { slug: 'update', name: { sv: 'Nytt läge', en: 'What is new' }, relation: 'update' },
  {
    slug: 'all-clear',
    name: { sv: 'Faran är över', en: 'The danger is over' },
    event: 'all-clear',
    relation: 'all-clear',
  },
];

const languages: Readonly<Record<string, ShippedTexts>> = { sv: swedish, en: english };

/** In the order of lists: each template, then what follows it. */
export const shippedTemplates: readonly ShippedTemplate[] = facts.map((fact) => {
  const texts = Object.entries(languages).flatMap(([language, ofSlug]) => {
    const text = ofSlug[fact.slug];
    return text ? [{ language, ...text }] : [];
  });
  const names = shippedPlaceholderNames.filter((name) =>
    texts.some(({ sms, voice = '', web = '' }) => `${sms} ${voice} ${web}`.includes(`[${name}]`)),
  );
  return {
    exercise: false,
    ...fact,
    placeholders: names.map((name) => ({ name, ...shippedPlaceholders[name] })),
    texts,
  };
});
