import { createHash } from 'node:crypto';
import type { InterfaceLanguage } from '../kernel/language.js';

/** The text beside the button that a resident reads and agrees to. It is stored word for word with each consent. */
export interface ConsentText {
  readonly version: string;
  readonly language: InterfaceLanguage;
  readonly body: string;
}

/** Raise it with every change of the wording below: a consent covers only the text that was read. */
const version = '1';

export const consentText = (municipality: string, language: InterfaceLanguage): ConsentText => ({
  version,
  language,
  body:
    language === 'sv'
      ? `När du anmäler dig samtycker du till att ${municipality} sparar ditt mobilnummer och skickar sms om de ` +
        'ämnen du har valt. Du kan ångra dig när du vill: svara STOPP på ett sms, eller ändra under Mina ämnen.'
      : `By signing up you agree that ${municipality} stores your mobile number and sends you texts about the ` +
        'topics you have chosen. You can change your mind at any time: reply STOP to a text, or use My topics.',
});

export const hashConsentText = ({ version, language, body }: ConsentText): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([version, language, body]))
    .digest();
