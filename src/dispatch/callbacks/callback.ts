import { readToken, type DeliveryToken } from '../../deliveries/delivery-token.js';
import { refusal } from '../../kernel/refusal.js';

/** The fields of a callback, as they were sent. */
export type Form = Readonly<Record<string, string | undefined>>;

export const CallbackMalformed = refusal('callback.malformed', 'invalid', {
  sv: 'Återanropet saknar något: {what}.',
  en: 'The callback lacks something: {what}.',
});

/**
 * @param text the token as it stands in the callback's address
 * @throws callback.malformed
 */
export function requireToken(text: string | undefined): DeliveryToken {
  const token = readToken(text ?? '');
  if (!token) throw CallbackMalformed({ what: 't' });
  return token;
}

/** Allowed characters of references, numbers, names and codes. The ledger could not store longer values. */
const short = /^[\x20-\x7e]{1,64}$/;

/** @throws callback.malformed */
export function requireField(form: Form, name: string): string {
  const value = form[name];
  if (typeof value !== 'string' || !short.test(value)) throw CallbackMalformed({ what: name });
  return value;
}
