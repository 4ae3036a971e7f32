import { NotAPhoneNumber, readPhoneNumber, type PhoneNumber } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';

const MobileMissing = refusal('verification.mobile-missing', 'invalid', {
  sv: 'Skriv ditt mobilnummer.',
  en: 'Write your mobile number.',
});

const NumberMissing = refusal('verification.number-missing', 'invalid', {
  sv: 'Skriv ditt telefonnummer.',
  en: 'Write your phone number.',
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
  /** Country codes that public forms accept, such as `+46`. Each additional one makes pumping easier. */
  readonly prefixes: readonly string[];
  /** Whether a landline is accepted, which is then called; if left out, only mobiles. */
  readonly landlines?: boolean;
}

/**
 * Reads the number that a resident typed. The kind of number is known without a look-up, so these refusals do not
 * reveal whether the number is in the directory.
 *
 * @throws verification.number-missing, verification.mobile-missing, phone.not-a-number, verification.foreign-number,
 * verification.landline
 */
export function readPublicNumber(text: string, policy: NumberPolicy): PhoneNumber {
  const { country, prefixes, landlines = false } = policy;
  if (text.trim() === '') throw landlines ? NumberMissing() : MobileMissing();
  const number = text.length <= 40 ? readPhoneNumber(text, country) : undefined;
  if (!number) throw NotAPhoneNumber();
  if (!prefixes.some((prefix) => number.e164.startsWith(prefix)))
    throw ForeignNumber({ prefixes: prefixes.join(', ') });
  if (number.kind === 'landline' && !landlines) throw LandlineGiven();
  return number;
}
