/** E.164: a plus, then 7 to 15 digits that don't begin with 0. */
export const isNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/** A number as people type it, with spaces and dashes and a leading 0 read as Sweden's, in E.164; else undefined. */
export function typedNumber(text: string): string | undefined {
  const digits = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  const e164 = digits.startsWith('0') ? `+46${digits.slice(1)}` : digits;
  return isNumber(e164) ? e164 : undefined;
}

/** A number, a short code, or a sender name of 1–11 letters, digits and spaces with a letter among them. */
export const isSender = (text: string): boolean =>
  isNumber(text) || /^\d{3,8}$/.test(text) || (/^[A-Za-z0-9 ]{1,11}$/.test(text) && /[A-Za-z]/.test(text));

/** Nobody can answer a sender name. */
export const takesReplies = (sender: string): boolean => isNumber(sender) || /^\d{3,8}$/.test(sender);

/**
 * Whether a text can be shown at this number. In this play world every Swedish number outside 07 is a landline; numbers
 * of other countries all take texts. The real plan is finer, but the simulator may not borrow the sender's judgement.
 */
export const takesTexts = (e164: string): boolean => !e164.startsWith('+46') || e164.startsWith('+467');

/** An absolute http(s) address, or undefined. */
export function webAddress(text: string, base?: string): string | undefined {
  if (base === undefined && !/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text, base)) return undefined;
  // An absolute address is signed as it was written: parsing and printing it would change its bytes.
  return /^https?:\/\//i.test(text) ? text : new URL(text, base).href;
}
