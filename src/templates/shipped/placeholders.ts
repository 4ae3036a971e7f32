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
  orsak: {
    kind: 'free',
    label: { sv: 'Orsak', en: 'Cause' },
    example: { sv: 'en läcka på ledningen', en: 'a leak in the main' },
  },
  ämne: {
    kind: 'free',
    label: { sv: 'Ämne eller smittämne i vattnet', en: 'Substance or organism in the water' },
    example: { sv: 'diesel', en: 'diesel' },
  },
  fara: {
    kind: 'free',
    label: { sv: 'Vad faran är', en: 'What the danger is' },
    example: { sv: 'risk för ras', en: 'risk of a landslide' },
  },
  hämta: {
    kind: 'place',
    label: { sv: 'Var vatten finns att hämta', en: 'Where water can be fetched' },
    example: { sv: 'vattentanken vid Porsöskolan', en: 'the water tank at Porsöskolan' },
  },
  dit: {
    kind: 'place',
    label: { sv: 'Vart man ska ta sig', en: 'Where to go' },
    example: { sv: 'Porsöskolan, Skolvägen 2', en: 'Porsöskolan, Skolvägen 2' },
  },
  nytt: {
    kind: 'free',
    label: { sv: 'Vad som är nytt', en: 'What is new' },
    example: { sv: 'felet har hittats och lagas nu', en: 'the fault has been found and is being repaired' },
  },
  rätt: {
    kind: 'free',
    label: { sv: 'Vad som är rätt', en: 'What is correct' },
    example: { sv: 'tanken står vid Porsöskolan', en: 'the tank is at Porsöskolan' },
  },
  länk: {
    kind: 'free',
    label: { sv: 'Länk till sidan', en: 'Link to the page' },
    example: { sv: 'exempel.se/vatten', en: 'example.se/water' },
  },
} as const satisfies Record<string, Omit<Placeholder, 'name'>>;

type ShippedPlaceholder = keyof typeof shippedPlaceholders;
/** In the order of a form. */
export const shippedPlaceholderNames = Object.keys(shippedPlaceholders) as ShippedPlaceholder[];
