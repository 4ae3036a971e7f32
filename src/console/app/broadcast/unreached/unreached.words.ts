import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Går inte att nå per telefon', en: 'Can’t be reached by phone' },
  titleNotHad: { sv: 'Har inte fått meddelandet', en: 'Have not had the message' },
  noneNotHad: {
    sv: 'Någon telefon på varje adress har fått meddelandet.',
    en: 'Some phone at every address has had the message.',
  },
  cancelled: {
    sv: 'Utskicket avbröts innan någon telefon där fick meddelandet, eller så finns där ingen telefon att nå.',
    en: 'The broadcast was cancelled before any phone there had the message, or there is no phone to reach.',
  },
  expired: {
    sv: 'Tiden gick ut innan någon telefon där fick meddelandet, eller så finns där ingen telefon att nå.',
    en: 'The time passed before any phone there had the message, or there is no phone to reach.',
  },
  noNotes: {
    sv: 'Lappar till brevlådor går inte att skriva ut, eftersom utskicket är avbrutet eller avslaget.',
    en: 'Notes for letterboxes can’t be printed, since the broadcast was cancelled or rejected.',
  },
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
  file: { sv: 'går inte att nå', en: 'can’t be reached' },
  fileNotHad: { sv: 'har inte fått', en: 'have not had' },
  pdf: { sv: 'Lappar till brevlådor (PDF)', en: 'Notes for letterboxes (PDF)' },
  legend: { sv: 'Adress som inte går att nå per telefon', en: 'Address that can’t be reached by phone' },
  legendNotHad: { sv: 'Adress som inte har fått meddelandet', en: 'Address that has not had the message' },
} satisfies Record<string, Wording>;
