/**
 * Whether a key or number carries digits that a spreadsheet added or took: `123.0` and `123,00` were `123`, and of
 * `1,23E+05` nobody knows what it was.
 */
export const isReformatted = (text: string): boolean =>
  /^[+-]?\d+[.,]0+$/.test(text) || /^[+-]?\d([.,]\d+)?E[+-]\d{1,3}$/i.test(text);
