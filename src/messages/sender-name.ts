/**
 * Whether a text can be the sender of an SMS: 1–11 of A–Z a–z 0–9 and space, with a letter (docs/rules.md "SMS").
 * `LuleaKommun` can, `Luleå` can't. A name that begins or ends with a space is refused too: networks trim it, and the
 * phone would show another name than the one that was approved.
 */
export const isSenderName = (name: string): boolean =>
  /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(name) && name === name.trim();
