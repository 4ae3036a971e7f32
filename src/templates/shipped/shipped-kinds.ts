import type { Wording } from '../../kernel/refusal.js';
import type { TemplateContent } from '../template.js';

interface Kind extends Pick<TemplateContent, 'event' | 'lane'> {
  readonly name: Wording;
  /** Of its all-clear. */
  readonly over: Wording;
  readonly exercise?: true;
  /** The SMS ends with a link: it can't say all that it must. */
  readonly linked?: true;
}

/**
 * What municipalities write about, in the order of lists. Each has an update, a correction and an all-clear of its own.
 * Boiling helps against what lives, not against chemicals: bad water is three kinds.
 */
export const shippedKinds = {
  'planned-shutoff': {
    name: { sv: 'Planerad vattenavstängning', en: 'Planned water shutoff' },
    over: {
      sv: 'Vattnet är tillbaka efter planerad avstängning',
      en: 'Water is back after a planned shutoff',
    },
    event: 'planned',
    lane: 'routine',
    linked: true,
  },
  'unplanned-shutoff': {
    name: { sv: 'Oplanerad vattenavstängning, kort', en: 'Unplanned water shutoff, short' },
    over: { sv: 'Vattnet är tillbaka efter kort avstängning', en: 'Water is back after a short shutoff' },
    event: 'leak',
    lane: 'urgent',
  },
  'long-shutoff': {
    name: {
      sv: 'Oplanerad vattenavstängning, över fyra timmar',
      en: 'Unplanned water shutoff, over four hours',
    },
    over: { sv: 'Vattnet är tillbaka efter lång avstängning', en: 'Water is back after a long shutoff' },
    event: 'leak',
    lane: 'urgent',
  },
  'boil-water': {
    name: { sv: 'Kokningsrekommendation', en: 'Boil-water advisory' },
    over: { sv: 'Vattnet behöver inte kokas längre', en: 'Water need not be boiled any more' },
    event: 'boil',
    lane: 'crisis',
    linked: true,
  },
  'do-not-use': {
    name: { sv: 'Använd inte vattnet (kemiskt ämne)', en: 'Do not use the water (chemical)' },
    over: { sv: 'Vattnet går att använda igen', en: 'Water can be used again' },
    event: 'boil',
    lane: 'crisis',
    linked: true,
  },
  'do-not-drink': {
    name: { sv: 'Drick inte vattnet (smittämne)', en: 'Do not drink the water (infectious)' },
    over: { sv: 'Vattnet går att dricka igen', en: 'Water is safe to drink again' },
    event: 'boil',
    lane: 'crisis',
    linked: true,
  },
  'discoloured-water': {
    name: { sv: 'Missfärgat vatten', en: 'Discoloured water' },
    over: { sv: 'Vattnet är klart igen', en: 'Water is clear again' },
    lane: 'routine',
  },
  'sewage-stop': {
    name: { sv: 'Stopp i avloppet', en: 'Sewage stop' },
    over: { sv: 'Avloppet fungerar igen', en: 'Sewage works again' },
    lane: 'urgent',
  },
  'district-heating': {
    name: { sv: 'Avbrott i fjärrvärmen', en: 'District heating outage' },
    over: { sv: 'Fjärrvärmen är tillbaka', en: 'District heating is back' },
    lane: 'urgent',
  },
  'power-outage': {
    name: { sv: 'Strömavbrott', en: 'Power outage' },
    over: { sv: 'Strömmen är tillbaka', en: 'Power is back' },
    lane: 'urgent',
  },
  'fire-smoke': {
    name: { sv: 'Brandrök: stanna inne', en: 'Fire smoke: stay indoors' },
    over: { sv: 'Faran med röken är över', en: 'The danger from smoke is over' },
    event: 'danger',
    lane: 'crisis',
  },
  evacuation: {
    name: { sv: 'Utrymning', en: 'Evacuation' },
    over: { sv: 'Utrymningen är över', en: 'The evacuation is over' },
    event: 'danger',
    lane: 'crisis',
  },
  waste: {
    name: { sv: 'Försenad sophämtning', en: 'Late waste collection' },
    over: { sv: 'Sophämtningen går som vanligt igen', en: 'Waste collection is back to normal' },
    lane: 'routine',
  },
  road: {
    name: { sv: 'Avstängd väg', en: 'Closed road' },
    over: { sv: 'Vägen är öppen igen', en: 'The road is open again' },
    lane: 'routine',
  },
  exercise: {
    name: { sv: 'Övning', en: 'Exercise' },
    over: { sv: 'Övningen är slut', en: 'The exercise is over' },
    lane: 'routine',
    exercise: true,
  },
} as const satisfies Record<string, Kind>;

export type ShippedKind = keyof typeof shippedKinds;
/** With optional fields, which the literal types of the table lack. */
export const shippedKindList = Object.entries(shippedKinds) as [ShippedKind, Kind][];
