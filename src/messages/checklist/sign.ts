/** A sentence as it was written, and in small letters. Case-insensitive patterns of Unicode are slow to compile. */
export interface Sentence {
  readonly written: string;
  readonly lower: string;
}

/** Answers whether a sentence says something. */
export type Sign = (sentence: Sentence) => boolean;

/** Patterns by name, which signs refer to as `<name>`. They tell capitals from small letters only by themselves. */
export type NamedPatterns = Readonly<Record<string, RegExp>>;

/**
 * Reads a sign, which is a description of what a sentence contains:
 *
 *     koka & vatten* ! (inte|aldrig)
 *
 * - `a & b`: both, in any order; `a & b|c`: both of these, or that; `! d`: and this nowhere in the sentence
 * - `(a|b) c`, `(a )?b`: one of several; perhaps
 * - `läck*`, `*läcka`: any ending, any beginning. Other words match whole.
 * - A space is whatever may be between two words: `e coli` finds `E. coli` too.
 * - `#` is a number, `<name>` a named pattern.
 *
 * Case does not matter, except in a named pattern that stands alone. Each part is searched for by itself and repeats
 * nothing without a bound, so a long sentence takes linear time.
 */
function readSign(description: string, names: NamedPatterns): Sign {
  const [wanted = '', ...unwanted] = description.split(' ! ');
  if (unwanted.some((part) => part.includes(' & '))) throw new Error(`“!” takes no “&”, in: ${description}`);
  const either = choices(wanted).map((one) => one.split(' & ').map((part) => readPattern(part, names)));
  const none = unwanted.map((part) => readPattern(part, names));
  return (sentence) =>
    either.some((all) => all.every((part) => part(sentence))) && !none.some((part) => part(sentence));
}

/** All signs of a language. */
export const readSigns = <Id extends string>(
  descriptions: Readonly<Record<Id, readonly string[]>>,
  names: NamedPatterns,
): Record<Id, Sign[]> =>
  Object.fromEntries(
    Object.entries<readonly string[]>(descriptions).map(([id, own]) => [
      id,
      own.map((description) => readSign(description, names)),
    ]),
  ) as Record<Id, Sign[]>;

const named = /<([^>]{1,20})>/g;

function readPattern(part: string, names: NamedPatterns): Sign {
  const pattern = (name: string): RegExp => {
    const found = names[name];
    if (!found) throw new Error(`there is no pattern <${name}>, in: ${part}`);
    return found;
  };
  const alone = /^<([^>]{1,20})>$/.exec(part)?.[1];
  if (alone !== undefined) {
    const own = pattern(alone);
    return ({ written }) => own.test(written);
  }
  const phrases = choices(part).map((phrase) =>
    readPhrase(phrase).replace(named, (_all, name: string) => `(?:${pattern(name).source})`),
  );
  const found = new RegExp(phrases.join('|'), 'u');
  return ({ lower }) => found.test(lower);
}

// Latin letters in composed form. `\p{L}` would take most of a second to compile in some hundred patterns.
const letter = 'a-zà-öø-ž';
const inWord = `[0-9${letter}]`;

function readPhrase(phrase: string): string {
  const opens = phrase.startsWith('*') || phrase.startsWith('<') ? '' : `(?<!${inWord})`;
  const closes = phrase.endsWith('*') || phrase.endsWith('>') ? '' : `(?!${inWord})`;
  const inner = phrase
    .replace(/^\*|\*$/g, '')
    .replaceAll('*', `[${letter}]{0,30}`)
    .replaceAll('(', '(?:')
    .replaceAll('#', '\\d{1,6}')
    .replaceAll(' ', `[^0-9${letter}]{1,3}`);
  return `${opens}${inner}${closes}`;
}

/** Splits at each `|` that is in no group. */
function choices(description: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of description) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) found.push('');
    else found[found.length - 1] = found.at(-1)! + character;
  }
  return found.map((each) => each.trim());
}
