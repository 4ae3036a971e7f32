import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Går inte att nå per telefon', en: 'Can’t be reached by phone' },
  none: { sv: 'Alla adresser nås av någon telefon.', en: 'Every address is reached by some phone.' },
  one: { sv: '1 adress', en: '1 address' },
  count: { sv: '{n} adresser', en: '{n} addresses' },
  now: {
    sv: 'Så som det är nu. Där behövs en lapp i brevlådan, eller att någon knackar på.',
    en: 'As it is now. A note in the letterbox is needed there, or somebody who knocks.',
  },
  after: {
    sv: 'Ingen telefon där har fått meddelandet eller är på väg att få det.',
    en: 'No phone there has had the message or is about to.',
  },
  list: { sv: 'Visa adresserna', en: 'Show the addresses' },
  all: { sv: 'Visa alla {n}', en: 'Show all {n}' },
  most: { sv: 'De första {n} visas. Tabellen har alla.', en: 'The first {n} are shown. The table has all.' },
  unnumbered: { sv: 'utan nummer', en: 'no number' },
  csv: { sv: 'Ladda ner som tabell (CSV)', en: 'Download as a table (CSV)' },
  pdf: { sv: 'Lappar till brevlådor (PDF)', en: 'Notes for letterboxes (PDF)' },
  legend: { sv: 'Adress som inte går att nå per telefon', en: 'Address that can’t be reached by phone' },
} satisfies Record<string, Wording>;
