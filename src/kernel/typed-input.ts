/** Zeros of the decimal digits that people paste: Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

const digits = new Map(
  zeros.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(zero + value), String(value)] as const),
  ),
);

// The Japanese length mark stands for a dash where numbers are written in full width.
const dash = /[\p{Dash_Punctuation}\u2043\u2212\u30fc]/gu;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/**
 * What somebody typed or pasted, as it looks to them: any white space is a space, any dash a hyphen, any digit one of
 * 0-9, and what nobody sees is gone. In NFC, without spaces at its ends. For numbers, codes, searches and headings;
 * messages have `plainPunctuation`.
 */
export const cleanTyped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{White_Space}/gu, ' ')
    .replace(unseen, '')
    .replace(dash, '-')
    .replace(/[\uff0b\ufe62]/g, '+')
    .replace(/\p{Nd}/gu, (digit) => digits.get(digit) ?? digit)
    .normalize('NFC')
    .trim();
