/** What an answer asks for when it is one of the agreed words. */
export type Keyword = 'stop' | 'start';

// RULES.md "SMS". Twilio acts by itself on the English ones, so leaving one out would part our record from its.
const stopWords = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'STOPP',
  'AVSLUTA',
] as const;

// Twilio lifts its own block on these three, which is why YES is here.
const startWords = ['START', 'YES', 'UNSTOP', 'STARTA'] as const;

const keywords = new Map<string, Keyword>([
  ...stopWords.map((word) => [word, 'stop'] as const),
  ...startWords.map((word) => [word, 'start'] as const),
]);

/**
 * Reads an answer that is nothing but an agreed word. Case, spaces, punctuation and emoji are forgiven
 * (`Stopp!`, `opt-out`, `STOP ALL`); a sentence that contains the word is not one: a person has to read that.
 */
export function readKeyword(text: string): Keyword | undefined {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return keywords.get(letters.toUpperCase());
}

export const isStopWord = (text: string): boolean => readKeyword(text) === 'stop';

export const isStartWord = (text: string): boolean => readKeyword(text) === 'start';
