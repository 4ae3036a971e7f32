import type { Wording } from '../../../kernel/refusal.js';

export const callWords = {
  heard: { sv: 'Så låter samtalet till fasta telefoner:', en: 'What landlines hear in the call:' },
  otherLanguage: {
    sv: 'Ingen röst kan läsa upp {language}. Fasta telefoner hör texten på {other}.',
    en: 'No voice can read {language}. Landlines hear the text in {other}.',
  },
  unreadable: {
    sv: 'Ingen röst kan läsa upp {language}. Fasta telefoner behöver en text på ett annat språk.',
    en: 'No voice can read {language}. Landlines need a text in another language.',
  },
  whole: { sv: 'Hela samtalet', en: 'The whole call' },
  listen: { sv: 'Lyssna', en: 'Listen' },
  stop: { sv: 'Sluta lyssna', en: 'Stop listening' },
  left: {
    sv: 'Samtalet har plats för {left} tecken till, så som texten läses upp.',
    en: 'The call has room for {left} more characters, as the text is read out.',
  },
  over: {
    sv: 'Samtalet är {over} tecken för långt, så som texten läses upp. Korta texten, eller skriv en kortare för samtalet.',
    en: 'The call is {over} characters too long, as the text is read out. Shorten the text, or write a shorter one for the call.',
  },
} satisfies Record<string, Wording>;
