import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { cleanTyped } from '../kernel/typed-input.js';

/** Six digits, ten minutes, five tries. */
export const codeMinutes = 10;
export const triesAllowed = 5;
/** How long the same right code is accepted again: a second press of the button still sends the old session. */
export const repeatSeconds = 60;
/** How long a browser session is trusted with the phone after the right code. */
export const trustMinutes = 30;

/** A code that was sent to a phone, and its state. Belongs to one browser session. */
export interface Verification {
  /** E.164. */
  readonly phone: string;
  readonly kind: PhoneKind;
  /** What the visitor is about to do, as a word that the caller chose. */
  readonly purpose: string;
  readonly language: InterfaceLanguage;
  /**
   * Ids, chosen by the caller, of what to start when the code is right; undefined when the visitor wants to see their
   * own.
   */
  readonly wanted?: readonly string[];
  readonly expiresAt: Date;
  readonly tries: number;
  readonly confirmedAt?: Date;
  readonly trustedUntil?: Date;
}

const NotACode = refusal('verification.not-a-code', 'invalid', {
  sv: 'Skriv koden som du fick. Den är sex siffror.',
  en: 'Write the code that you got. It is six digits.',
});
export const WrongCode = refusal('verification.wrong-code', 'invalid', {
  sv: 'Koden stämmer inte. Antal försök kvar: {left}.',
  en: 'The code is not right. Tries left: {left}.',
});
export const TooManyTries = refusal('verification.too-many-tries', 'too-many', {
  sv: 'Fel kod har skrivits fem gånger, så koden gäller inte längre. Be om en ny kod.',
  en: 'A wrong code was written five times, so the code is no longer valid. Ask for a new code.',
});
export const TooManyTriesForNumber = refusal('verification.too-many-tries-for-number', 'too-many', {
  sv: 'Fel kod har skrivits många gånger för numret. Försök igen om {minutes} minuter.',
  en: 'A wrong code was written many times for this number. Try again in {minutes} minutes.',
});
const CodeExpired = refusal('verification.expired', 'conflict', {
  sv: 'Koden är för gammal. Den gäller i tio minuter. Be om en ny kod.',
  en: 'The code is too old. It is valid for ten minutes. Ask for a new code.',
});
export const CodeUsed = refusal('verification.used', 'conflict', {
  sv: 'Koden är redan använd.',
  en: 'The code has already been used.',
});
export const NoVerification = refusal('verification.none', 'conflict', {
  sv: 'Vi vet inte vilket nummer koden gäller. Börja om med ditt nummer, i samma webbläsare.',
  en: 'We don’t know which number the code is for. Start again with your number, in the same browser.',
});
export const VerificationRequired = refusal('verification.required', 'unauthenticated', {
  sv: 'Visa först att numret är ditt.',
  en: 'Show first that the number is yours.',
});
export const CodeNotSent = refusal('verification.not-sent', 'unavailable', {
  sv: 'Koden kunde inte skickas just nu. Försök igen om en stund.',
  en: 'The code could not be sent just now. Try again in a while.',
});

export const makeCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0');

/** The secret of a browser session, and its stored form: 256 random bits need no key. */
export const makeSession = (): string => randomBytes(32).toString('base64url');
export const hashSession = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * The stored form of a code: keyed, since six digits can be guessed from a plain hash, and bound to its session, and so
 * to the phone.
 */
export const hashCode = (code: string, session: string, key: string): Buffer =>
  createHmac('sha256', key).update(`verification-code:${session}:${code}`).digest();

/**
 * The code as a person typed or pasted it, with any spaces, hyphens, digits of other scripts and invisible marks.
 * Anything but six digits is refused here and costs no try.
 *
 * @throws verification.not-a-code
 */
export function readCode(text: string): string {
  const digits = cleanTyped(text).replace(/[ -]/g, '');
  if (!/^\d{6}$/.test(digits)) throw NotACode();
  return digits;
}

/** Why a code can't be tried now; undefined when it can. */
export function obstacle(verification: Verification | undefined, now: Date) {
  if (!verification) return NoVerification();
  if (verification.confirmedAt) return CodeUsed();
  if (verification.tries >= triesAllowed) return TooManyTries();
  if (verification.expiresAt <= now) return CodeExpired();
  return undefined;
}

export const isTrusted = ({ trustedUntil }: Verification, now: Date): boolean =>
  trustedUntil !== undefined && trustedUntil > now;

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The text with the code: the sender first, in one segment, with a warning against people who ask for the code. */
export const codeText = (code: string, municipality: string, language: InterfaceLanguage): string =>
  plainPunctuation(
    language === 'sv'
      ? `${municipality}: din kod är ${code}. Den gäller i ${codeMinutes} minuter. Ge den inte till någon annan.`
      : `${municipality}: your code is ${code}. It is valid for ${codeMinutes} minutes. Don't give it to anyone else.`,
  );
