import { refusal } from './refusal.js';

export const NameUnseen = refusal('name.unseen-character', 'invalid', {
  sv: 'Namnet har ett tecken som inte syns eller som bryter raden: {codePoint}. Skriv namnet för hand, på en rad.',
  en: 'The name has a character that is not seen, or that breaks the line: {codePoint}. Type the name, on one line.',
});

export const NameLookAlike = refusal('name.look-alike', 'invalid', {
  sv: 'Bokstaven ”{character}” ({codePoint}) i ”{word}” kommer från ett annat alfabet och kan förväxlas. Skriv namnet för hand.',
  en: 'The letter “{character}” ({codePoint}) in “{word}” is of another alphabet and can be mistaken. Type the name.',
});

/** Letters that look like ours (Unicode UTS 39, confusables), each row with the Latin letters that it looks like. */
const lookAlikes: readonly (readonly [others: string, latin: string])[] = [
  // Cyrillic
  ['АВЕЅІЈКМНОРСТУХԚԜҮҺЗӀ', 'ABESIJKMHOPCTYXQWYHZI'],
  ['аеіјорсухѕԁԛԝһӏЬь', 'aeijopcyxsdqwhlbb'],
  ['ЁЇёїӒӓӦӧ', 'ËÏëïÄäÖö'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ', 'ABEZHIKMNOPTYXCM'],
  ['ανορυιχϲγ', 'avopuixcy'],
  // Armenian, Cherokee
  ['ՕՏՍոսհօցգ', 'OSUnuhogq'],
  ['ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏀᏢᎡᏚᎢᏙᎳᏃ', 'ABCDEHJKLMGPRSTVWZ'],
  // Latin letters of phonetics
  ['ɑɡıɩʟɪ', 'agiiLI'],
];

const latinOf = new Map(
  lookAlikes.flatMap(([others, latin]) => {
    const letters = Array.from(latin);
    return Array.from(others, (letter, at) => [letter, letters[at] ?? letter] as const);
  }),
);

const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?<!\p{L}|\p{M})\p{M}/u;
const word = /[\p{L}\p{M}\p{Nl}]+/gu;
const latin = /\p{Script=Latin}/u;
/** Latin letters that no alphabet here has and that look like others: phonetics, small capitals, clicks. */
const phonetic =
  /[\u0196\u01c0\u0251\u0261\u0262\u0269\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d22]/u;
const script =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

/** A name as it is kept: in NFC, ligatures as letters, any space a plain one and one at a time. */
export const tidyName = (text: string): string =>
  text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();

/**
 * Refuses a name that is not what it looks like: an approver and a resident decide by it.
 *
 * @throws name.unseen-character {codePoint}, name.look-alike {character, codePoint, word}
 */
export function requirePlainName(name: string): void {
  const hidden = unseen.exec(name)?.[0];
  if (hidden !== undefined) throw NameUnseen({ codePoint: codePointOf(hidden) });
  for (const [each] of name.matchAll(word)) {
    const character = deceiverIn(each);
    if (character) throw NameLookAlike({ character, codePoint: codePointOf(character), word: each });
  }
}

/** A letter of another alphabet among Latin ones, a word of nothing but look-alikes, or a letter in disguise (𝐀, Ａ, ᴀ). */
function deceiverIn(each: string): string | undefined {
  const letters = Array.from(each);
  const disguised = letters.find(
    (letter) => letter.normalize('NFKC') !== letter.normalize('NFC') || phonetic.test(letter),
  );
  if (disguised) return disguised;
  const foreign = letters.filter((letter) => script.test(letter));
  if (foreign.length === 0) return undefined;
  const isMixed = letters.some((letter) => latin.test(letter));
  return isMixed || foreign.every((letter) => latinOf.has(letter)) ? foreign[0] : undefined;
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * What two names have in common when nobody can tell them apart: case, unseen characters, look-alikes, dashes and a
 * capital I for an l within a word.
 */
export const nameSkeleton = (name: string): string =>
  Array.from(
    name
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{C}\u2800]/gu, '')
      .replace(/(?<=\p{L})I(?=\p{Ll})/gu, 'l'),
    (letter) => latinOf.get(letter) ?? letter,
  )
    .join('')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/['’‘´`ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
