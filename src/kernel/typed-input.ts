/** The value of a decimal digit of any script. Unicode holds them in runs of ten, from zero to nine. */
function digitOf(character: string): string {
  const plain = character.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  const code = character.codePointAt(0)!;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** The text with the digits of any script as 0-9. */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitOf);

// The Japanese length mark is used as a dash where numbers are written in full width.
const dash = /[\p{Dash_Punctuation}\u2043\u2212\u30fc]/gu;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/**
 * What somebody typed or pasted, as it looks: any white space becomes a space, any dash a hyphen, any digit one of 0-9,
 * and invisible characters are removed. In NFC, trimmed. For numbers, codes, searches and headings. Messages use
 * `plainPunctuation`.
 */
export const cleanTyped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{White_Space}/gu, ' ')
    .replace(unseen, '')
    .replace(dash, '-')
    .replace(/[\uff0b\ufe62]/g, '+')
    .replace(/\p{Nd}/gu, digitOf)
    .normalize('NFC')
    .trim();
