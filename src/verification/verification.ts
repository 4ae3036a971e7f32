import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { cleanTyped } from '../kernel/typed-input.js';

/** Six digits, ten minutes, five tries. */
export const codeMinutes = 10;
export const triesAllowed = 5;
/** How long the same right code is taken again: a second press of the button comes with the session before. */
export const repeatSeconds = 60;
/** How long a browser session that has shown a code is trusted with the phone. */
export const trustMinutes = 30;

/** A code that was sent to a phone, and what became of it. Belongs to one browser session. */
export interface Verification {
  /** E.164. */
  readonly phone: string;
  readonly kind: PhoneKind;
  /** What the visitor is about to do, in a word of whoever asked. */
  readonly purpose: string;
  readonly language: InterfaceLanguage;
  /** What to begin once the code is right, in ids of whoever asked; undefined where the visitor wants to see their own. */
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

/** The secret of a browser session, and how it is kept: 256 random bits need no key. */
export const makeSession = (): string => randomBytes(32).toString('base64url');
export const hashSession = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** How a code is kept: keyed, since six digits can be guessed from a plain hash, and bound to session and phone. */
export const hashCode = (code: string, session: string, key: string): Buffer =>
  createHmac('sha256', key).update(`verification-code:${session}:${code}`).digest();

/**
 * The code as a person wrote or pasted it: any space, hyphen, digit and unseen mark. Anything but six digits is refused here
 * and costs no try.
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

/** The text that carries a code: who sends it first, one segment, and a warning against those who ask for it. */
export const codeText = (code: string, municipality: string, language: InterfaceLanguage): string =>
  plainPunctuation(
    language === 'sv'
      ? `${municipality}: din kod är ${code}. Den gäller i ${codeMinutes} minuter. Ge den inte till någon annan.`
      : `${municipality}: your code is ${code}. It is valid for ${codeMinutes} minutes. Don't give it to anyone else.`,
  );
