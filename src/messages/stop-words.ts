/** What a reply asks for when it is one of the agreed words. */
export type Keyword = 'stop' | 'start' | 'help';

// Twilio acts on the English ones by itself. If one were missing here, our record would differ from Twilio's.
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

// The word STOPP as people write it themselves, in the languages that we write in.
const stopWords = [
  ...providersStopWords,
  ...['STOPP', 'STOPPA', 'SLUTA', 'AVSLUTA', 'AVBRYT', 'AVREGISTRERA', 'AVANMÄL'],
  ...['AVANMÄLA', 'AVANMÄLAN', 'AVPRENUMERERA', 'TABORTMIG', 'REMOVEME'],
  ...['LOPETA', 'LOPETTAKAA', 'SEIS', 'PERU', 'PERUUTA', 'PYSÄYTÄ'],
  ...['BISSET', 'BISSEHIT', 'HEAITTE', 'HEAITIT'],
  ...['JOOJI', 'JOOJIYA', 'JOOJISO'],
  ...['توقف', 'قف', 'أوقف', 'أوقفوا', 'إيقاف', 'إلغاء', 'وقف'],
  ...['СТОП'],
];

// Twilio lifts its own block on START, YES and UNSTOP. That is why YES is here.
const startWords = ['START', 'YES', 'UNSTOP', 'STARTA'];

const helpWords = ['HELP', 'HJÄLP', 'INFO'];

/** Only the letters and digits, upper case and without accents: the same result for each way to type a word. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]|\u0640/gu, '')
    .toUpperCase();

/** Repeated letters reduced to one, for a key that was held down or pressed twice: STOPPP is STOPP is STOP. */
const onceEach = (letters: string): string => letters.replace(/(\p{L})\1+/gu, '$1');

const keywords = new Map<string, Keyword>(
  Object.entries({ stop: stopWords, start: startWords, help: helpWords }).flatMap(([keyword, words]) =>
    words.map((word) => [onceEach(lettersOf(word)), keyword as Keyword] as const),
  ),
);

const wordsIn = (list: string): string[] => list.trim().split(/\s+/).map(lettersOf);

/** Words that may stand before or after an agreed word without changing its meaning. */
const courtesies = new Set([
  ...wordsIn(
    'hej hejsan hallå tjena god goddag morgon dag kväll tack så mycket snälla snäll var vänligen ja nej nu',
  ),
  ...wordsIn(
    'genast direkt omedelbart hi hello dear good morning evening thanks thank thx you please pls plz kindly',
  ),
  ...wordsIn('now immediately ok okej okay no re sv'),
  ...wordsIn('hei moi terve kiitos kiitoksia ole hyvä olkaa hyvät nyt'),
  ...wordsIn('giitu bures ollu'),
  ...wordsIn('fadlan mahadsanid hadda salaan'),
  ...wordsIn('من فضلك فضلكم لو سمحت سمحتم رجاء الرجاء شكرا جزيلا مرحبا السلام عليكم الآن'),
]);

/**
 * Words of a wish to get no more texts, besides the agreed word. No "not", no number, nothing that is not about our
 * texts.
 */
const aboutTexts = new Set([
  ...wordsIn(
    'jag vi vill önskar skulle vilja kan kunde ni du att mig oss min mina era ert er den de alla all allt',
  ),
  ...wordsIn(
    'dessa detta från med skicka skickar sända få fler flera mer sms sms:a smsa smsen smset en ens et',
  ),
  ...wordsIn(
    'meddelande meddelanden meddelandena utskick utskicken prenumeration prenumerationen prenumerationer',
  ),
  ...wordsIn('avisering spam spamma spamming aviseringar notis notiser ämne ämnen ämnena topic topics'),
  ...wordsIn('i we want would like can could to me us my your the these this it all any more from a'),
  ...wordsIn(
    'sending texting messaging getting receiving sms text texts message messages subscription subscriptions',
  ),
  ...wordsIn(
    'haluan lähettämästä viesti viestit viestejä viestien tekstiviestit tekstiviestejä tilaus tilaukseni',
  ),
  ...wordsIn('dieđuid dieđáhusaid fariin fariimaha farriimaha ii soo dirista dirida'),
  ...wordsIn('الرسائل رسائل إرسال الإرسال الاشتراك اشتراكي اشتراك'),
]);

/** "I don't want these" means the same as the stop beside it. Any other "not" makes the text no stop. */
const unwanted =
  /\b(?:(?:jag|vi) )?vill (?:inte|ej)(?: längre)? (?:ha|få)\b|\b(?:i|we) (?:do not|don['’]?t) want(?: to (?:get|receive))?\b/giu;

/** A question whether one can stop is not a stop. It is answered with the help text, which says how. */
const askingHow = /\b(?:kan|kunde|can|could|may) (?:jag|vi|man|i|we|one)\b/iu;

/**
 * A name after a slash, dashes or a greeting, as people sign a text (`/Anna`, `mvh Anna Ek`), or a line that the phone
 * adds.
 */
const signature =
  /(?:\/|--|\b(?:mvh|hälsningar|hälsar|regards)\b)[\s,]*\p{L}+(?:\s+\p{L}+)?[\s.!]*$|(?:-- ?)?\b(?:skickat från|sent from|hämta outlook|get outlook|lähetetty) .*$/iu;

/**
 * Reads a reply that asks for one of three things. It must contain an agreed word, and beside it only courtesies, words
 * of a wish about texts, and a signature. The first line that is more than a courtesy decides. Case, accents, spaces,
 * punctuation, emoji and doubled letters are ignored (`Stopp!`, `opt-out`, `S T O P`, `Hej, stopp tack /Anna`, `Sluta
 * skicka sms`). A text with anything else in it (a "not", a number, a pipe, a bus) is not a keyword: a person has to
 * read it.
 */
export function readKeyword(text: string): Keyword | undefined {
  const plain = text.normalize('NFKC').slice(0, 1600).trim();
  const whole = agreed(plain);
  if (whole) return whole;
  for (const line of plain.split(/[\r\n]+/)) {
    const words = wordsOf(line.replace(signature, '').replace(unwanted, ' '));
    if (words.length > 0 && !words.every((word) => courtesies.has(word)))
      return agreed(line) ?? (askingHow.test(line) ? undefined : askedFor(words));
  }
  return undefined;
}

const agreed = (text: string): Keyword | undefined => keywords.get(onceEach(lettersOf(text)));

const wordsOf = (line: string): string[] => {
  const words = (line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(lettersOf).filter((word) => word !== '');
  // "OPT OUT please" begins with one agreed word, written as two.
  return words.flatMap((word, at) => {
    if (word === 'OUT' && words[at - 1] === 'OPT') return [];
    return word === 'OPT' && words[at + 1] === 'OUT' ? ['OPTOUT'] : [word];
  });
};

function askedFor(words: readonly string[]): Keyword | undefined {
  const asked = new Set<Keyword>();
  for (const word of words) {
    const keyword = agreed(word);
    if (keyword) asked.add(keyword);
    else if (!courtesies.has(word) && !aboutTexts.has(word)) return undefined;
  }
  // "Yes, please stop" asks only to stop.
  if (asked.size === 2 && asked.has('stop') && words.includes('YES')) asked.delete('start');
  return asked.size === 1 ? [...asked][0] : undefined;
}

export const isStopWord = (text: string): boolean => readKeyword(text) === 'stop';

export const isStartWord = (text: string): boolean => readKeyword(text) === 'start';

/** Whether the provider itself blocks its sender for this phone: it knows only its own words, each alone in a text. */
export const isProvidersStopWord = (text: string): boolean =>
  (providersStopWords as readonly string[]).includes(
    text
      .normalize('NFKC')
      .slice(0, 1600)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase(),
  );
