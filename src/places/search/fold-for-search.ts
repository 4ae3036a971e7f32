/** Letters that have no accent to strip, but that people type as plain letters. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  ł: 'l',
  þ: 'th',
  ß: 'ss',
};

/**
 * A name in the form used for searching: lower case, no accents (å and ä become a), single spaces. Stored names and
 * typed text are folded in the same way.
 */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøđðŋŧłþß]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\s,]+/g, ' ')
    .trim();
