import type { InterfaceLanguage } from '../kernel/language.js';
import type { Wording } from '../kernel/refusal.js';
import { defaultVoices, type Voice } from './voice-script.js';

/**
 * The parts of a call that carries a code, in spoken order: `opening`, `lead`, each of the `digits` by itself, `again`,
 * the digits once more, `closing`. The call asks for no key press: the code is entered on the page.
 */
export interface CodeScript {
  readonly voice: Voice;
  /** Who calls and why, and what to do for somebody who did not ask for a code. */
  readonly opening: string;
  readonly lead: string;
  readonly digits: readonly string[];
  readonly again: string;
  readonly closing: string;
}

const wording: Readonly<Record<'opening' | 'lead' | 'again' | 'closing', Wording>> = {
  opening: {
    sv: 'Hej. Det här är ett automatiskt samtal från {sender}. Har du inte bett om en kod kan du lägga på. Annars: ta fram något att skriva med.',
    en: 'Hello. This is an automatic call from {sender}. If you have not asked for a code, you can hang up. Otherwise, please have something to write with.',
  },
  lead: { sv: 'Din kod är:', en: 'Your code is:' },
  again: { sv: 'Jag upprepar. Din kod är:', en: 'I repeat. Your code is:' },
  closing: {
    sv: 'Skriv koden på webbsidan, och ge den inte till någon annan. Hej då.',
    en: 'Write the code on the web page, and don’t give it to anyone else. Goodbye.',
  },
};

export interface CodeScriptRequest {
  /** The municipality's name as people know it, e.g. `Luleå kommun`. */
  readonly sender: string;
  readonly code: string;
  readonly language: InterfaceLanguage;
  readonly voice?: Voice;
}

export function writeCodeScript({ sender, code, language, voice }: CodeScriptRequest): CodeScript {
  const say = (part: keyof typeof wording): string =>
    wording[part][language].replace('{sender}', () => sender.trim());
  return {
    voice: voice ?? defaultVoices[language],
    opening: say('opening'),
    lead: say('lead'),
    digits: Array.from(code),
    again: say('again'),
    closing: say('closing'),
  };
}
