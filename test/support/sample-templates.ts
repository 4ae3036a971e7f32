import type { Template } from '../../src/console/app/api/answers.js';

const placeholders = {
  plats: { kind: 'place', label: { sv: 'Plats', en: 'Place' } },
  från: { kind: 'time', label: { sv: 'Från när', en: 'From when' } },
  till: { kind: 'time', label: { sv: 'Till när', en: 'Until when' } },
  hämta: { kind: 'place', label: { sv: 'Var vatten finns', en: 'Where water is' } },
  antal: { kind: 'number', label: { sv: 'Antal hus', en: 'Number of houses' } },
  nytt: { kind: 'free', label: { sv: 'Vad som är nytt', en: 'What is new' } },
} as const;

/** A template as the API answers it. Its placeholders are those of its texts. */
export function sampleTemplate(
  slug: string,
  texts: Readonly<Record<string, string>>,
  more: Partial<Template> = {},
): Template {
  const said = Object.values(texts).join(' ');
  return {
    id: `t-${slug}`,
    slug,
    name: { sv: slug, en: slug },
    exercise: false,
    version: 1,
    state: 'active',
    shipped: true,
    changed: false,
    newerShipped: false,
    placeholders: Object.entries(placeholders)
      .filter(([name]) => said.includes(`[${name}]`))
      .map(([name, facts]) => ({ name, ...facts })),
    texts: Object.entries(texts).map(([language, sms]) => ({ language, sms })),
    ...more,
  };
}

export const samples = {
  planned: sampleTemplate(
    'planned-shutoff',
    {
      sv: 'Vi stänger av vattnet från [från] till [till]. Gäller: [plats]. {kommun}',
      en: 'We will shut off the water from [från] to [till]. Applies to: [plats]. {kommun}',
    },
    { event: 'planned', lane: 'routine' },
  ),
  unplanned: sampleTemplate(
    'unplanned-shutoff',
    {
      sv: 'Vattnet är avstängt sedan [från]. Gäller: [plats]. Det är tillbaka [till]. {kommun}',
      en: 'The water is off since [från]. Applies to: [plats]. It is back [till]. {kommun}',
    },
    { event: 'leak', lane: 'urgent' },
  ),
  boil: sampleTemplate(
    'boil-water',
    {
      sv: 'Koka kranvattnet från [från]. Gäller: [plats]. {kommun}',
      en: 'Boil tap water from [från]. Applies to: [plats]. {kommun}',
    },
    { event: 'boil', lane: 'crisis' },
  ),
  fetch: sampleTemplate('fetch', {
    sv: 'Gäller: [plats]. Hämta vatten: [hämta]. Det är [antal] hus. {kommun}',
  }),
  boilOver: sampleTemplate(
    'boil-over',
    { sv: 'Drick igen från [från]. Gäller: [plats]. {kommun}' },
    { relation: 'all-clear', of: 'boil-water', event: 'all-clear' },
  ),
  shutoffOver: sampleTemplate(
    'water-back',
    { sv: 'Vattnet är tillbaka sedan [från]. Gäller: [plats]. {kommun}' },
    { relation: 'all-clear', of: 'planned-shutoff' },
  ),
  allClear: sampleTemplate(
    'all-clear',
    { sv: 'Faran är över från [från]. Gäller: [plats]. {kommun}' },
    { relation: 'all-clear' },
  ),
  update: sampleTemplate(
    'update',
    {
      sv: 'Nytt om det som började [från]. Gäller: [plats]. [nytt] {kommun}',
      en: 'News of what began [från]. Applies to: [plats]. [nytt] {kommun}',
    },
    { relation: 'update' },
  ),
};

export const allSamples: readonly Template[] = Object.values(samples);
