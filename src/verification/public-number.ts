import { NotAPhoneNumber, readPhoneNumber } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';

const NumberMissing = refusal('verification.number-missing', 'invalid', {
  sv: 'Skriv ditt mobilnummer.',
  en: 'Write your mobile number.',
});

const LandlineGiven = refusal('verification.landline', 'invalid', {
  sv: 'Det där är en fast telefon, och den kan inte ta emot sms. Skriv ett mobilnummer.',
  en: 'That is a landline, and it can’t receive texts. Write a mobile number.',
});

const ForeignNumber = refusal('verification.foreign-number', 'invalid', {
  sv: 'Vi kan bara skicka till nummer som börjar på {prefixes}.',
  en: 'We can only send to numbers that begin with {prefixes}.',
});

export interface NumberPolicy {
  /** How a number without a country code is read, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Country codes that public forms take, such as `+46`. Each further one opens a door to pumping. */
  readonly prefixes: readonly string[];
}

/**
 * The mobile that a resident typed, in E.164. What kind of number it is can be told without looking anybody up, so
 * these refusals say nothing about who is known.
 *
 * @throws verification.number-missing, phone.not-a-number, verification.foreign-number, verification.landline
 */
export function readPublicNumber(text: string, { country, prefixes }: NumberPolicy): string {
  if (text.trim() === '') throw NumberMissing();
  const number = text.length <= 40 ? readPhoneNumber(text, country) : undefined;
  if (!number) throw NotAPhoneNumber();
  if (!prefixes.some((prefix) => number.e164.startsWith(prefix)))
    throw ForeignNumber({ prefixes: prefixes.join(', ') });
  if (number.kind !== 'mobile') throw LandlineGiven();
  return number.e164;
}
