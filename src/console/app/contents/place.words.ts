import type { PhoneRole } from '../../../kernel/phone-roles.js';
import type { Wording } from '../../../kernel/refusal.js';

export const roleWords = {
  resident: { sv: 'De som bor där', en: 'Who live there' },
  owner: { sv: 'Ägare som bor på annat håll', en: 'Owners who live elsewhere' },
  business: { sv: 'Företag och verksamheter', en: 'Businesses' },
  watcher: { sv: 'Andra som har anmält sig till adressen', en: 'Others who have signed up for the address' },
} satisfies Record<PhoneRole, Wording>;

const kindWords = {
  municipality: { sv: 'Kommun', en: 'Municipality' },
  area: { sv: 'Bostadsområde', en: 'Area' },
  block: { sv: 'Kvarter', en: 'Block' },
  property: { sv: 'Fastighet', en: 'Property' },
  address: { sv: 'Adress', en: 'Address' },
} satisfies Record<string, Wording>;
const savedArea: Wording = { sv: 'Sparad yta', en: 'Saved area' };

/**
 * The kind of place, in words. An area that staff saved has its own word, since it may have the name of a real area.
 */
export const sortOf = ({ kind, saved }: { kind: keyof typeof kindWords; saved?: boolean }): Wording =>
  saved ? savedArea : kindWords[kind];
