/**
 * Whether a spreadsheet has added digits to a key or number, or removed some. `123.0` and `123,00` were `123`. The
 * original of `1,23E+05` is unknown.
 */
export const isReformatted = (text: string): boolean =>
  /^[+-]?\d+[.,]0+$/.test(text) || /^[+-]?\d([.,]\d+)?E[+-]\d{1,3}$/i.test(text);
