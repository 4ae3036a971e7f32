/** Letters that have no accent to take away, but that people type without. */
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
 * A name as it is searched for: lower case, no accents (å and ä are a), single spaces. The same is done to what is
 * stored and to what is typed.
 */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøđðŋŧłþß]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\s,]+/g, ' ')
    .trim();
