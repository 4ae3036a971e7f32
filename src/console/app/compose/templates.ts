import type { Lane, Relation } from '../api/contract.js';
import type { Wording } from '../../../kernel/refusal.js';

export const placeholders = ['plats', 'från', 'till', 'hämta', 'nytt'] as const;
/** A gap in a template, in its own language's text as `[plats]`; the name is the same in every language. */
export type Placeholder = (typeof placeholders)[number];

export type Fillings = Readonly<Partial<Record<Placeholder, string>>>;

export interface Template {
  readonly id: string;
  readonly name: Wording;
  /** Texts by language; `{kommun}` becomes the municipality's name, so that it is clear who sends. */
  readonly texts: Readonly<Record<string, string>>;
  /** The lane such a message usually goes in, unless that of what it follows; the writer may choose another. */
  readonly lane?: Lane;
  /** The only thing it is for; without, it is for new broadcasts and for updates. */
  readonly relation?: Exclude<Relation, 'extension'>;
}

/** Time and place are part of every template: a vague text helps nobody (RULES.md "Mistakes others made"). */
export const templates: readonly Template[] = [
  {
    id: 'planned-shutoff',
    name: { sv: 'Planerad vattenavstängning', en: 'Planned water shutoff' },
    texts: {
      sv: 'Vi stänger av vattnet på [plats] från [från] till [till]. Tappa upp vatten i förväg. När vattnet är tillbaka kan det vara missfärgat: spola kallt tills det är klart. {kommun}',
      en: 'We will shut off the water at [plats] from [från] to [till]. Fill containers beforehand. Afterwards the water may be discoloured: run the cold tap until it is clear. {kommun}',
    },
    lane: 'routine',
  },
  {
    id: 'unplanned-shutoff',
    name: { sv: 'Oplanerad vattenavstängning (läcka)', en: 'Unplanned water shutoff (burst main)' },
    texts: {
      sv: 'Vattenläcka. Vattnet är avstängt på [plats] sedan [från]. Vi räknar med att det är tillbaka [till]. Stäng kranar som står öppna. {kommun}',
      en: 'Burst water main. The water is off at [plats] since [från]. We expect it back [till]. Close any open taps. {kommun}',
    },
    lane: 'urgent',
  },
  {
    id: 'boil-water',
    name: { sv: 'Kokningsrekommendation', en: 'Boil-water advisory' },
    texts: {
      sv: 'Koka kranvattnet på [plats] från [från] tills vi meddelar att det är över. Låt det koka upp med stora bubblor innan du dricker det, lagar mat eller borstar tänderna. {kommun}',
      en: 'Boil tap water at [plats] from [från] until we tell you it is over. Bring it to a rolling boil before drinking, cooking or brushing teeth. {kommun}',
    },
    lane: 'crisis',
  },
  {
    id: 'undrinkable-water',
    name: { sv: 'Otjänligt vatten', en: 'Undrinkable water' },
    texts: {
      sv: 'Drick inte kranvattnet på [plats] från [från] tills vi meddelar att det är över. Att koka det hjälper inte. Dricksvatten finns att hämta: [hämta]. {kommun}',
      en: 'Do not drink tap water at [plats] from [från] until we tell you it is over. Boiling does not help. Drinking water can be fetched: [hämta]. {kommun}',
    },
    lane: 'crisis',
  },
  {
    id: 'water-all-clear',
    name: { sv: 'Vattnet går att dricka igen', en: 'The water is safe to drink again' },
    texts: {
      sv: 'Vattnet på [plats] går att dricka igen från [från]. Spola kallt några minuter innan du dricker det. Det vi skrev tidigare gäller inte längre. {kommun}',
      en: 'The water at [plats] is safe to drink again from [från]. Run the cold tap for a few minutes before you drink it. What we told you earlier no longer applies. {kommun}',
    },
    relation: 'all-clear',
  },
  {
    id: 'all-clear',
    name: { sv: 'Faran är över', en: 'The danger is over' },
    texts: {
      sv: 'Faran är över på [plats] från [från]. Det vi skrev tidigare gäller inte längre. Du behöver inte göra något mer. {kommun}',
      en: 'The danger is over at [plats] from [från]. What we told you earlier no longer applies. You need not do anything more. {kommun}',
    },
    relation: 'all-clear',
  },
  {
    id: 'update',
    name: { sv: 'Nytt läge', en: 'What is new' },
    texts: {
      sv: 'Nytt läge på [plats] från [från]. [nytt]. Annars gäller det vi skrev tidigare. {kommun}',
      en: 'News for [plats] from [från]. [nytt]. Otherwise what we told you earlier still applies. {kommun}',
    },
    relation: 'update',
  },
];

/** The templates for what is written, those made for it first. */
export const templatesFor = (relation: Relation | undefined): readonly Template[] => [
  ...templates.filter((template) => relation !== undefined && template.relation === relation),
  ...templates.filter((template) => template.relation === undefined && (relation ?? 'update') === 'update'),
];

export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);

const gap = new RegExp(`\\[(${placeholders.join('|')})\\]`, 'gu');

/** The gaps of a template, in the order they come. */
export const gapsOf = (template: Template): Placeholder[] => gapsLeft(Object.values(template.texts)[0] ?? '');

/** The gaps that a text still has: it can't be sent while there are any. */
export const gapsLeft = (text: string): Placeholder[] => [
  ...new Set(Array.from(text.matchAll(gap), ([, name]) => name as Placeholder)),
];

/** A template's text in a language, with what is known filled in; undefined when it has none in that language. */
export const fillTemplate = (
  template: Template,
  language: string,
  fillings: Fillings,
  municipality: string,
): string | undefined =>
  template.texts[language]
    ?.replace(gap, (whole, name: Placeholder) => fillings[name]?.trim() || whole)
    .replace('{kommun}', municipality);
