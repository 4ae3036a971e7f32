/** What an answer asks for when it is one of the agreed words. */
export type Keyword = 'stop' | 'start' | 'help';

// Twilio acts by itself on the English ones, so leaving one out would part our record from its.
const providersStopWords = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
] as const;

const stopWords = [...providersStopWords, 'STOPP', 'AVSLUTA'] as const;

// Twilio lifts its own block on these three, which is why YES is here.
const startWords = ['START', 'YES', 'UNSTOP', 'STARTA'] as const;

const helpWords = ['HELP', 'HJÄLP', 'INFO'] as const;

const keywords = new Map<string, Keyword>([
  ...stopWords.map((word) => [word, 'stop'] as const),
  ...startWords.map((word) => [word, 'start'] as const),
  ...helpWords.map((word) => [word, 'help'] as const),
]);

/** What may follow an agreed word without changing what it asks for. */
const courtesies = new Set(
  ['TACK', 'SÅ', 'MYCKET', 'SNÄLLA', 'THANKS', 'THANK', 'YOU', 'PLEASE', 'HEJ', 'HELLO', 'HI'].concat([
    'SMS',
    'SMSEN',
    'ALL',
    'ALLA',
    'TEXTS',
    'MESSAGES',
    'MEDDELANDEN',
    'UTSKICK',
    'PRENUMERATION',
    'PRENUMERATIONEN',
    'SUBSCRIPTION',
    'NU',
    'NOW',
  ]),
);

/** A name behind a slash or a greeting, as people sign a text: `/Anna`, `mvh Anna Ek`. */
const signature = /(?:\/|\b(?:mvh|hälsningar|vänligen|regards)\b)[\s,]*\p{L}+(?:\s+\p{L}+)?[\s.!]*$/iu;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const agreed = (text: string): Keyword | undefined => keywords.get(lettersOf(text));

/**
 * Reads an answer that is an agreed word, alone or as its first line, or followed by nothing but courtesy, itself or a
 * signature. Case, spaces, punctuation and emoji are forgiven (`Stopp!`, `opt-out`, `STOP ALL`, `Stopp tack /Anna`); a
 * sentence that contains the word is not one: a person has to read that.
 */
export function readKeyword(text: string): Keyword | undefined {
  const plain = text.normalize('NFKC').slice(0, 1600).trim();
  const [line = ''] = plain.split(/[\r\n]/, 1);
  const whole = agreed(plain) ?? agreed(line);
  if (whole) return whole;
  const [first = '', ...rest] =
    line
      .replace(signature, '')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // "OPT OUT please" begins with one word in two.
  const inTwo = keywords.get(first) === undefined ? keywords.get(first + (rest[0] ?? '')) : undefined;
  if (inTwo) rest.shift();
  const keyword = inTwo ?? keywords.get(first);
  const changesNothing = (word: string) => courtesies.has(word) || keywords.get(word) === keyword;
  return keyword && rest.every(changesNothing) ? keyword : undefined;
}

export const isStopWord = (text: string): boolean => readKeyword(text) === 'stop';

export const isStartWord = (text: string): boolean => readKeyword(text) === 'start';

/** Whether the provider itself blocks its sender for who writes this: it knows its own words only, and each alone. */
export const isProvidersStopWord = (text: string): boolean =>
  (providersStopWords as readonly string[]).includes(lettersOf(text.normalize('NFKC').slice(0, 1600)));
