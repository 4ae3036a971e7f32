import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Telefoner, sms-delar och kostnad per språk', en: 'Phones, SMS parts and cost per language' },
  language: { sv: 'Text på', en: 'Text in' },
  phones: { sv: 'Telefoner', en: 'Phones' },
  parts: { sv: 'Delar', en: 'Parts' },
  calls: { sv: 'Samtal', en: 'Calls' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  nobodyHas: {
    sv: 'Ingen av telefonerna har {language}. Texten på {language} når ingen.',
    en: 'None of the phones has {language}. The text in {language} reaches nobody.',
  },
  nobodyHad: {
    sv: 'Ingen fick larmet på {language}. Texten på {language} når ingen: alla får samma språk som förut.',
    en: 'Nobody had the alert in {language}. The text in {language} reaches nobody: each gets the same language as before.',
  },
  withoutText: {
    sv: 'Utan text på sitt språk: {languages}. De får texten på {first}.',
    en: 'Without a text in their language: {languages}. They get the text in {first}.',
  },
  ofLanguage: { sv: '{language} ({n})', en: '{language} ({n})' },
  otherVoice: {
    sv: 'Ingen röst kan läsa upp {language}. Fasta telefoner med {language} hör texten på {other}.',
    en: 'No voice can read {language}. Landlines with {language} hear the text in {other}.',
  },
  noVoice: {
    sv: 'Ingen röst kan läsa upp någon av texterna. Fasta telefoner behöver en text på ett annat språk.',
    en: 'No voice can read any of the texts. Landlines need a text in another language.',
  },
} satisfies Record<string, Wording>;
