import type { MarkedPart } from '../hard-to-read.js';

// What people leave open: `[plats]` and `{kommun}` of templates, `<tid>`, `____`, `kl. XX.XX`, `ÅÅÅÅ-MM-DD`, `......`.
// A number in brackets is a footnote. `<https://…>` is a link.
const open =
  /\[(?!\d+\])[^[\]\n]{0,120}\]|\{[^{}\n]{0,120}\}|<(?=\p{L})(?!https?:)[^<>\n@]{0,120}>|_{2,}|\.{4,}|(?<![\p{L}\p{N}])(?:X{2,4}(?:[.:/-]X{2,4}){0,3}|x{2,4}(?:[.:/-]x{2,4}){0,3}|ÅÅÅÅ-MM-DD|YYYY-MM-DD|DD\/MM|TT[.:]MM|HH[.:]MM)(?![\p{L}\p{N}])|(?<=\s)\?{2,}/gu;

/**
 * The placeholders that nobody has filled in, in the order of the text. The positions are in the text as given.
 */
export const unfilledIn = (text: string): MarkedPart[] =>
  Array.from(text.matchAll(open), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: found,
  }));
