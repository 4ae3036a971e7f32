import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Wording } from '../../kernel/refusal.js';
import type { Config } from '../../platform/config/config.js';

const wording: Wording = {
  sv: '{municipality}: vi svarar inte på sms här. Svara STOPP för att slippa sms om ämnen. Har du en fråga: {contact}. Vid fara: ring 112.',
  en: "{municipality}: we don't answer texts here. Reply STOP to end texts about topics. Questions: {contact}. In danger: call 112.",
};

const page: Wording = { sv: '{url}/kontakt', en: '{url}/en/contact' };

/**
 * The help text, with placeholders: how to stop, and where to turn. Gives the contacts that are set, or else our
 * contact page.
 */
export function helpWording(config: Config, language: InterfaceLanguage): string {
  const contacts = [
    config.get('CONTACT_PHONE'),
    config.get('CONTACT_EMAIL'),
    config.get('CONTACT_URL')?.replace(/^https?:\/\//, ''),
  ].filter(Boolean);
  return wording[language].replace('{contact}', () => contacts.join(', ') || page[language]);
}
