/** E.164: a plus, then 7 to 15 digits that don't begin with 0. */
export const isNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/**
 * Reads a number as people type it, with spaces and dashes; a leading 0 means Sweden.
 *
 * @returns the number in E.164; undefined if it is not a number
 */
export function typedNumber(text: string): string | undefined {
  const digits = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  const e164 = digits.startsWith('0') ? `+46${digits.slice(1)}` : digits;
  return isNumber(e164) ? e164 : undefined;
}

/** A number, a short code, or a sender name of 1–11 letters, digits and spaces with at least one letter. */
export const isSender = (text: string): boolean =>
  isNumber(text) || /^\d{3,8}$/.test(text) || (/^[A-Za-z0-9 ]{1,11}$/.test(text) && /[A-Za-z]/.test(text));

/** Whether a sender can receive replies. A sender name can't. */
export const takesReplies = (sender: string): boolean => isNumber(sender) || /^\d{3,8}$/.test(sender);

/**
 * Whether this number can receive texts. In the simulator every Swedish number outside 07 is a landline, and all
 * numbers of other countries take texts. The real numbering plan is finer, but the simulator must not use the sender's
 * code.
 */
export const takesTexts = (e164: string): boolean => !e164.startsWith('+46') || e164.startsWith('+467');

/** An absolute http(s) URL, or undefined. */
export function webAddress(text: string, base?: string): string | undefined {
  if (base === undefined && !/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text, base)) return undefined;
  // The signature covers an absolute URL exactly as written: parsing and printing it could change its bytes.
  return /^https?:\/\//i.test(text) ? text : new URL(text, base).href;
}
