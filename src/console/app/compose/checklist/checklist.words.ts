import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  event: { sv: 'Vad handlar det om?', en: 'What is it about?' },
  eventHint: {
    sv: 'Då får du en checklista över vad texten behöver säga.',
    en: 'You then get a checklist of what the text needs to say.',
  },
  noEvent: { sv: 'Något annat, utan checklista', en: 'Something else, without a checklist' },
  page: { sv: 'Webbsida med mer information', en: 'Web page with more information' },
  pageHint: {
    sv: 'Det som inte får plats i texten kan stå där. Till exempel: {example}',
    en: 'What has no room in the text can be there. For example: {example}',
  },
  title: { sv: 'Checklista:', en: 'Checklist:' },
  complete: { sv: 'allt är med', en: 'everything is there' },
  restOnPage: { sv: 'Resten står på webbsidan', en: 'The rest is on the web page' },
  askedBy: { sv: 'Det här saknas. Källa: {source}.', en: 'This is missing. Source: {source}.' },
  advised: { sv: 'Bra att ha med:', en: 'Good to have:' },
  met: { sv: 'Klart:', en: 'Done:' },
  inText: { sv: 'I texten', en: 'In the text' },
  inTextOf: { sv: 'I texten: {point}', en: 'In the text: {point}' },
  onPage: { sv: 'På webbsidan', en: 'On the page' },
  onPageOf: { sv: 'På webbsidan: {point}', en: 'On the page: {point}' },
  notNeeded: { sv: 'Behövs inte …', en: 'Not needed …' },
  notNeededOf: { sv: 'Behövs inte …: {point}', en: 'Not needed …: {point}' },
  byWords: { sv: 'Låt texten avgöra', en: 'Let the text decide' },
  byWordsOf: { sv: 'Låt texten avgöra: {point}', en: 'Let the text decide: {point}' },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: 'Ändra: {point}', en: 'Change: {point}' },
  reason: { sv: 'Varför behövs det inte?', en: 'Why is it not needed?' },
  done: { sv: 'Klar', en: 'Done' },
  pageMissing: {
    sv: 'Du har sagt att något står på webbsidan. Skriv sidans adress.',
    en: 'You said that something is on the web page. Write its address.',
  },
  pageWrong: {
    sv: 'Skriv en adress som börjar med https://, till exempel https://kommun.example.se/vatten.',
    en: 'Write an address that begins with https://, for example https://kommun.example.se/vatten.',
  },
  pointMissing: { sv: 'Det saknas i texten: {point}.', en: 'The text lacks: {point}.' },
} satisfies Record<string, Wording>;

export const counted = {
  missing: {
    one: { sv: '{n} punkt saknas', en: '{n} point is missing' },
    other: { sv: '{n} punkter saknas', en: '{n} points are missing' },
  },
} satisfies Record<string, { one: Wording; other: Wording }>;
