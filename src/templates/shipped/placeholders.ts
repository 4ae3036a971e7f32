import type { Placeholder } from '../template.js';

/** The gaps of the shipped templates. A name means the same in every template, so what was typed carries over. */
export const shippedPlaceholders = {
  plats: {
    kind: 'place',
    label: { sv: 'Plats', en: 'Place' },
    example: { sv: 'Storgatan 3 till 27 och kvarteret Linden', en: 'Storgatan 3 to 27 and the block Linden' },
  },
  från: {
    kind: 'time',
    label: { sv: 'Från när', en: 'From when' },
    example: { sv: 'tisdag 3 mars kl. 08:00', en: 'Tuesday 3 March 08:00' },
  },
  till: {
    kind: 'time',
    label: { sv: 'Till när', en: 'Until when' },
    example: { sv: 'tisdag 3 mars kl. 15:00', en: 'Tuesday 3 March 15:00' },
  },
  hämta: {
    kind: 'place',
    label: { sv: 'Var vatten finns att hämta', en: 'Where water can be fetched' },
    example: { sv: 'vattentanken vid Porsöskolan', en: 'the water tank at Porsöskolan' },
  },
  nytt: {
    kind: 'free',
    label: { sv: 'Vad som är nytt', en: 'What is new' },
    example: { sv: 'Felet har hittats och lagas nu.', en: 'The fault has been found and is being repaired.' },
  },
} as const satisfies Record<string, Omit<Placeholder, 'name'>>;

export type ShippedPlaceholder = keyof typeof shippedPlaceholders;
export const shippedPlaceholderNames = Object.keys(shippedPlaceholders) as ShippedPlaceholder[];
