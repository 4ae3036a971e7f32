import type { Relation } from '../../kernel/relations.js';
import type { Wording } from '../../kernel/refusal.js';
import type { Ending } from '../bulletin/public-incident.js';

/** What a message of an incident is, in front of its text: in feeds and on pages. */
export const relationWords: Readonly<Record<Relation | 'first' | 'goes-on', Wording>> = {
  first: { sv: 'Första beskedet', en: 'First notice' },
  extension: { sv: 'Utökat område', en: 'Larger area' },
  update: { sv: 'Uppdatering', en: 'Update' },
  correction: { sv: 'Rättelse', en: 'Correction' },
  'goes-on': { sv: 'Rättelse: det är inte över', en: 'Correction: it is not over' },
  'all-clear': { sv: 'Det är över', en: 'It is over' },
};

/** How an incident ended: in feeds and on pages. */
export const endingWords: Readonly<Record<Ending, Wording>> = {
  'all-clear': { sv: 'Över', en: 'Over' },
  cancellation: { sv: 'Tillbakadraget', en: 'Withdrawn' },
  expiry: { sv: 'Tiden har gått ut', en: 'Time has run out' },
};

export const feedWords = {
  alerts: { sv: 'Viktiga meddelanden', en: 'Important messages' },
  area: { sv: 'Område', en: 'Area' },
  streets: { sv: 'Gator', en: 'Streets' },
  until: { sv: 'Gäller till', en: 'Applies until' },
  history: { sv: 'Alla meddelanden', en: 'All messages' },
  withdrawn: { sv: 'tillbakadraget', en: 'withdrawn' },
} as const satisfies Record<string, Wording>;
