import { refusal } from './refusal.js';

export const NameUnseen = refusal('name.unseen-character', 'invalid', {
  sv: 'Namnet har ett tecken som inte syns eller som bryter raden: {codePoint}. Skriv namnet för hand, på en rad.',
  en: 'The name has a character that is not seen, or that breaks the line: {codePoint}. Type the name, on one line.',
});

export const NameLookAlike = refusal('name.look-alike', 'invalid', {
  sv: 'Bokstaven ”{character}” ({codePoint}) i ”{word}” kommer från ett annat alfabet och kan förväxlas. Skriv namnet för hand.',
  en: 'The letter “{character}” ({codePoint}) in “{word}” is of another alphabet and can be mistaken. Type the name.',
});

/** Letters that look Latin (Unicode UTS 39, confusables). Each row has the Latin letters that they look like. */
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
  // Latin letters of phonetics, and two letters of other Latin alphabets
  ['ɑɡɩʟɪǀıĸ', 'agiLIlik'],
];

const latinOf = new Map(
  lookAlikes.flatMap(([others, latin]) => {
    const letters = Array.from(latin);
    return Array.from(others, (letter, at) => [letter, letters[at] ?? letter] as const);
  }),
);

const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?<!\p{L}|\p{M})\p{M}/u;
// Persian uses these to join and part letters; the scripts of India use them after a virama.
const joiners =
  /(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d](?=\p{L})/gu;
const word = /[\p{L}\p{M}\p{Nl}]+/gu;
const latin = /\p{Script=Latin}/u;
/** Latin letters that no local alphabet has and that look like others: phonetics, small capitals, clicks. */
const phonetic =
  /[\u0196\u01c0\u0251\u0261\u0262\u0269\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d22]/u;
const foreignLetter = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;
/** Scripts that nobody here writes, with letters that mostly look Latin. */
const lookingLatin =
  /[\p{Script=Lisu}\p{Script=Carian}\p{Script=Lycian}\p{Script=Lydian}\p{Script=Old_Italic}\p{Script=Deseret}]/u;
/** Letters in circles and squares, strokes through or below a letter, and three or more marks on one letter. */
const dressed =
  /[\u24b6-\u24e9\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}]|[\u0332-\u0338]|[\u20d0-\u20ff]|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{M}{3}/u;

/** A name as it is stored: in NFC, ligatures as letters, every run of white space as one plain space. */
export const tidyName = (text: string): string =>
  text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();

/**
 * Refuses a name that contains hidden or look-alike characters: approvers and residents decide by how it reads.
 *
 * @throws name.unseen-character {codePoint}, name.look-alike {character, codePoint, word}
 */
export function requirePlainName(name: string): void {
  const hidden = unseen.exec(name.replace(joiners, ''))?.[0];
  if (hidden !== undefined) throw NameUnseen({ codePoint: codePointOf(hidden) });
  const dress = dressed.exec(name)?.[0] ?? name.match(/\p{Nd}/gu)?.find(isDisguised);
  if (dress !== undefined)
    throw NameLookAlike({ character: dress, codePoint: codePointOf(dress), word: name });
  const isForeign = isOfOneForeignAlphabet(name);
  for (const [each] of name.matchAll(word)) {
    const character = deceiverIn(each, isForeign);
    if (character) throw NameLookAlike({ character, codePoint: codePointOf(character), word: each });
  }
}

/** 𝐀, Ａ, １. Exempt: a vowel of Thai and of Lao that NFKC splits in two, and µ, which is part of a unit. */
const isDisguised = (character: string): boolean =>
  character.normalize('NFKC') !== character.normalize('NFC') && !/[\u00b5\u0e33\u0eb3]/.test(character);

/** "Новости о воде" has letters that can only be Cyrillic, so its "о" deceives nobody. */
const isOfOneForeignAlphabet = (name: string): boolean =>
  !latin.test(name) &&
  Array.from(name).some(
    (letter) => foreignLetter.test(letter) && !latinOf.has(letter) && !lookingLatin.test(letter),
  );

/**
 * The first deceiving letter of a word: a disguised letter, a foreign letter among Latin ones, or a letter of a word of
 * look-alikes alone.
 */
function deceiverIn(each: string, isForeign: boolean): string | undefined {
  const letters = Array.from(each);
  const disguised = letters.find((letter) => isDisguised(letter) || phonetic.test(letter));
  if (disguised) return disguised;
  const foreign = letters.filter((letter) => foreignLetter.test(letter));
  if (foreign.length === 0) return undefined;
  const isMixed = letters.some((letter) => latin.test(letter));
  const isAlike = foreign.every((letter) => latinOf.has(letter) || lookingLatin.test(letter));
  return isMixed || (isAlike && !isForeign) ? foreign[0] : undefined;
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The comparable form of a name: two names that nobody can tell apart have the same one. It ignores case, unseen
 * characters, look-alikes, kinds of dashes, and a capital I for an l within a word.
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
