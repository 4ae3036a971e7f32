import { parsePhoneNumber } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';
import type { Config } from '../platform/config/config.js';

const PhoneNotMobile = refusal('staff.phone-not-mobile', 'invalid', {
  sv: 'Det där är en fast telefon, och den kan inte ta emot sms. Skriv ett mobilnummer.',
  en: 'That is a landline, and it can’t receive texts. Write a mobile number.',
});

/**
 * The phone of a member of staff, in E.164.
 *
 * @throws phone.not-a-number, staff.phone-not-mobile
 */
export function readStaffPhone(text: string, config: Config): string {
  const { e164, kind } = parsePhoneNumber(text, config.get('DEFAULT_COUNTRY'));
  if (kind !== 'mobile') throw PhoneNotMobile();
  return e164;
}
