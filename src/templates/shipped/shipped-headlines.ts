import type { ShippedKind } from './shipped-kinds.js';

/** What pages and feeds have as titles. The place is last, after a colon, which is right before any name. */
export interface ShippedHeadlines {
  readonly start: Readonly<Partial<Record<ShippedKind, string>>>;
  readonly over: Readonly<Partial<Record<ShippedKind, string>>>;
  readonly update: (about: string) => string;
  readonly correction: (about: string) => string;
  readonly reminder: string;
  readonly any: Readonly<Record<'update' | 'correction' | 'all-clear', string>>;
}

const placed = <Words extends object>(words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([kind, said]) => [kind, `${said}: [plats]`])) as Words;

/** An exercise has none: it is never published. */
type Kinds = Record<Exclude<ShippedKind, 'exercise'>, string>;

const swedishStart: Kinds = {
  'planned-shutoff': 'Vi stänger av vattnet [från]',
  'unplanned-shutoff': 'Vattnet är avstängt',
  'long-shutoff': 'Vattnet är avstängt, hämta dricksvatten',
  'boil-water': 'Koka kranvattnet',
  'do-not-use': 'Använd inte kranvattnet',
  'do-not-drink': 'Drick inte kranvattnet',
  'discoloured-water': 'Kranvattnet kan vara missfärgat',
  'sewage-stop': 'Stopp i avloppet',
  'district-heating': 'Avbrott i fjärrvärmen',
  'power-outage': 'Strömavbrott',
  'fire-smoke': 'Brand med farlig rök, gå inomhus',
  evacuation: 'Lämna området',
  waste: 'Sophämtningen blir försenad',
  road: 'Vägen är avstängd',
};

const swedishOver: Kinds = {
  'planned-shutoff': 'Vattnet är tillbaka',
  'unplanned-shutoff': 'Vattnet är tillbaka',
  'long-shutoff': 'Vattnet är tillbaka',
  'boil-water': 'Du behöver inte koka vattnet längre',
  'do-not-use': 'Kranvattnet går att använda igen',
  'do-not-drink': 'Kranvattnet går att dricka igen',
  'discoloured-water': 'Kranvattnet är klart igen',
  'sewage-stop': 'Avloppet fungerar igen',
  'district-heating': 'Fjärrvärmen är tillbaka',
  'power-outage': 'Strömmen är tillbaka',
  'fire-smoke': 'Faran med röken är över',
  evacuation: 'Du kan gå hem igen',
  waste: 'Sophämtningen går som vanligt igen',
  road: 'Vägen är öppen igen',
};

export const swedishHeadlines: ShippedHeadlines = {
  start: placed(swedishStart),
  over: placed(swedishOver),
  update: (about) => `Nytt om ${about}: [plats]`,
  correction: (about) => `Rättelse om ${about}: [plats]`,
  reminder: 'Påminnelse: vi stänger av vattnet [från]: [plats]',
  any: placed({ update: 'Nytt läge', correction: 'Rättelse', 'all-clear': 'Faran är över' }),
};

const englishStart: Kinds = {
  'planned-shutoff': 'We will shut off the water [från]',
  'unplanned-shutoff': 'The water is off',
  'long-shutoff': 'The water is off, fetch drinking water',
  'boil-water': 'Boil tap water',
  'do-not-use': 'Do not use tap water',
  'do-not-drink': 'Do not drink tap water',
  'discoloured-water': 'Tap water may be discoloured',
  'sewage-stop': 'The sewer is blocked',
  'district-heating': 'District heating is out',
  'power-outage': 'Power outage',
  'fire-smoke': 'Fire with dangerous smoke, go indoors',
  evacuation: 'Leave the area',
  waste: 'Waste collection is late',
  road: 'The road is closed',
};

const englishOver: Kinds = {
  'planned-shutoff': 'The water is back',
  'unplanned-shutoff': 'The water is back',
  'long-shutoff': 'The water is back',
  'boil-water': 'You need not boil the water any more',
  'do-not-use': 'Tap water can be used again',
  'do-not-drink': 'Tap water is safe to drink again',
  'discoloured-water': 'Tap water is clear again',
  'sewage-stop': 'The sewer works again',
  'district-heating': 'District heating is back',
  'power-outage': 'The power is back',
  'fire-smoke': 'The danger from the smoke is over',
  evacuation: 'You can go home again',
  waste: 'Waste collection is back to normal',
  road: 'The road is open again',
};

export const englishHeadlines: ShippedHeadlines = {
  start: placed(englishStart),
  over: placed(englishOver),
  update: (about) => `News about ${about}: [plats]`,
  correction: (about) => `Correction about ${about}: [plats]`,
  reminder: 'Reminder: we will shut off the water [från]: [plats]',
  any: placed({ update: 'What is new', correction: 'Correction', 'all-clear': 'The danger is over' }),
};
