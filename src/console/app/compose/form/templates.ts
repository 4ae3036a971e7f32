import type { Lane } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';
import type { Wording } from '../../../../kernel/refusal.js';

/** In the order of their fields. */
export const placeholders = ['plats', 'från', 'till', 'hämta', 'nytt'] as const;
/** A gap in a template, written as `[plats]` in its text. The name is the same in every language. */
export type Placeholder = (typeof placeholders)[number];

export type Fillings = Readonly<Partial<Record<Placeholder, string>>>;

export interface Template {
  readonly id: string;
  readonly name: Wording;
  /**
   * Texts by language. `{kommun}` at their end is replaced by the municipality's name, so that the sender is clear. The
   * place follows "Gäller:", which is correct before a house, a block, an area and the municipality.
   */
  readonly texts: Readonly<Record<string, string>>;
  /** The usual lane of such a message. Without it, a follow-up keeps its original's. The writer may choose another. */
  readonly lane?: Lane;
  /** The only relation that it is for. Without one, it is for new broadcasts, updates and corrections. */
  readonly relation?: Exclude<Relation, 'extension'>;
  /** The template of the all-clear that goes with it. */
  readonly endedBy?: string;
}

/** Time and place are part of every template: a vague text helps nobody. */
export const templates: readonly Template[] = [
  {
    id: 'planned-shutoff',
    name: { sv: 'Planerad vattenavstängning', en: 'Planned water shutoff' },
    texts: {
      sv: 'Vi stänger av vattnet från [från] till [till]. Gäller: [plats]. Tappa upp vatten i förväg. När vattnet är tillbaka kan det vara missfärgat: spola kallt tills det är klart. {kommun}',
      en: 'We will shut off the water from [från] to [till]. Applies to: [plats]. Fill containers beforehand. Afterwards the water may be discoloured: run the cold tap until it is clear. {kommun}',
    },
    lane: 'routine',
    endedBy: 'water-back',
  },
  {
    id: 'unplanned-shutoff',
    name: { sv: 'Oplanerad vattenavstängning (läcka)', en: 'Unplanned water shutoff (burst main)' },
    texts: {
      sv: 'Vattenläcka. Vattnet är avstängt sedan [från]. Gäller: [plats]. Vi räknar med att det är tillbaka [till]. Stäng kranar som står öppna. {kommun}',
      en: 'Burst water main. The water is off since [från]. Applies to: [plats]. We expect it back [till]. Close any open taps. {kommun}',
    },
    lane: 'urgent',
    endedBy: 'water-back',
  },
  {
    id: 'boil-water',
    name: { sv: 'Kokningsrekommendation', en: 'Boil-water advisory' },
    texts: {
      sv: 'Koka kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Låt det koka upp med stora bubblor innan du dricker det, lagar mat eller borstar tänderna. {kommun}',
      en: 'Boil tap water from [från] until we tell you it is over. Applies to: [plats]. Bring it to a rolling boil before drinking, cooking or brushing teeth. {kommun}',
    },
    lane: 'crisis',
    endedBy: 'water-all-clear',
  },
  {
    id: 'undrinkable-water',
    name: { sv: 'Otjänligt vatten', en: 'Undrinkable water' },
    texts: {
      sv: 'Drick inte kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Att koka det hjälper inte. Dricksvatten finns att hämta: [hämta]. {kommun}',
      en: 'Do not drink tap water from [från] until we tell you it is over. Applies to: [plats]. Boiling does not help. Drinking water can be fetched: [hämta]. {kommun}',
    },
    lane: 'crisis',
    endedBy: 'water-all-clear',
  },
  {
    id: 'water-back',
    name: { sv: 'Vattnet är tillbaka', en: 'The water is back' },
    texts: {
      sv: 'Vattnet är tillbaka sedan [från]. Gäller: [plats]. Det kan vara missfärgat: spola kallt tills det är klart. Det vi skrev om avstängningen gäller inte längre. {kommun}',
      en: 'The water is back since [från]. Applies to: [plats]. It may be discoloured: run the cold tap until it is clear. What we told you about the shutoff no longer applies. {kommun}',
    },
    relation: 'all-clear',
  },
  {
    id: 'water-all-clear',
    name: { sv: 'Vattnet går att dricka igen', en: 'The water is safe to drink again' },
    texts: {
      sv: 'Vattnet går att dricka igen från [från]. Gäller: [plats]. Spola kallt några minuter innan du dricker det. Det vi skrev tidigare gäller inte längre. {kommun}',
      en: 'The water is safe to drink again from [från]. Applies to: [plats]. Run the cold tap for a few minutes before you drink it. What we told you earlier no longer applies. {kommun}',
    },
    relation: 'all-clear',
  },
  {
    id: 'all-clear',
    name: { sv: 'Faran är över', en: 'The danger is over' },
    texts: {
      sv: 'Faran är över från [från]. Gäller: [plats]. Det vi skrev tidigare gäller inte längre. Du behöver inte göra något mer. {kommun}',
      en: 'The danger is over from [från]. Applies to: [plats]. What we told you earlier no longer applies. You need not do anything more. {kommun}',
    },
    relation: 'all-clear',
  },
  {
    id: 'update',
    name: { sv: 'Nytt läge', en: 'What is new' },
    texts: {
      sv: 'Nytt om det som började [från]. Gäller: [plats]. [nytt]. Annars gäller det vi skrev tidigare. {kommun}',
      en: 'News of what began [från]. Applies to: [plats]. [nytt]. Otherwise what we told you earlier still applies. {kommun}',
    },
    relation: 'update',
  },
];

/**
 * The templates for a new broadcast or a follow-up. Those for its relation come first.
 *
 * @param earlier the original's template, if any: for an all-clear, the one that ends it comes first
 */
export function templatesFor(relation: Relation | undefined, earlier?: string): readonly Template[] {
  const ending = relation === 'all-clear' ? templateOf(earlier)?.endedBy : undefined;
  const own = templates.filter((template) => relation !== undefined && template.relation === relation);
  return [
    ...own.filter(({ id }) => id === ending),
    ...own.filter(({ id }) => id !== ending),
    ...templates.filter(
      (template) => template.relation === undefined && relation !== 'all-clear' && relation !== 'extension',
    ),
  ];
}

export const templateOf = (id: string | undefined): Template | undefined =>
  templates.find((template) => template.id === id);

const gap = new RegExp(`\\[(${placeholders.join('|')})\\]`, 'gu');

/** The gaps of a template, in the order of their fields. The place is first, since it is often prefilled. */
export const gapsOf = (template: Template): Placeholder[] => {
  const gaps = new Set(gapsLeft(Object.values(template.texts)[0] ?? ''));
  return placeholders.filter((name) => gaps.has(name));
};

/** The gaps that a text still has, in order of occurrence. A text with gaps can't be sent. */
export const gapsLeft = (text: string): Placeholder[] => [
  ...new Set(Array.from(text.matchAll(gap), ([, name]) => name as Placeholder)),
];

/**
 * A template's text in a language, filled in; undefined when it has no text in that language.
 *
 * @param municipality empty when its name is added in front of the text anyway
 */
export const fillTemplate = (
  template: Template,
  language: string,
  fillings: Fillings,
  municipality: string,
): string | undefined =>
  template.texts[language]
    ?.replace(gap, (whole, name: Placeholder) => fillings[name]?.trim() || whole)
    .replace('{kommun}', () => municipality)
    .trim();
