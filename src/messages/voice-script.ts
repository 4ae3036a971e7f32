import type { InterfaceLanguage } from '../kernel/language.js';
import { refusal, type Wording } from '../kernel/refusal.js';
import { speakableText } from './speakable-text.js';

/** A synthetic voice, as configuration names it. */
export interface Voice {
  /** BCP 47, e.g. `sv-SE`. */
  readonly language: string;
  /** The provider's name of it; left out, the provider chooses. */
  readonly name?: string;
}

/** What configuration falls back on: the provider's own choice of a voice in the language. */
export const defaultVoices: Readonly<Record<InterfaceLanguage, Voice>> = {
  sv: { language: 'sv-SE' },
  en: { language: 'en-GB' },
};

/**
 * What is said in a call to a landline, in order: `opening`, then `message` `repeat` times with `between` in between,
 * then `instructions`, and after a key `confirmed` or `message` again (RULES.md "Voice"). Texts are plain: whoever
 * renders them into a provider's markup escapes them.
 */
export interface VoiceScript {
  readonly language: InterfaceLanguage;
  readonly voice: Voice;
  /** Who calls, first of all. */
  readonly opening: string;
  readonly message: string;
  /** How many times the message is said before the instructions. */
  readonly repeat: 2;
  readonly between: string;
  readonly instructions: string;
  readonly confirmed: string;
  readonly closing: string;
  readonly keys: { readonly confirm: '1'; readonly repeat: '2' };
}

/**
 * Most characters of what a call says, as markup writes them (`&` is five): it is said twice, and the provider takes
 * 4,000 characters for a whole call.
 */
export const mostSpokenCharacters = 1400;

export const VoiceTooLong = refusal('voice.too-long', 'invalid', {
  sv: 'Det som sägs i samtalet har {characters} tecken. Det får ha högst {most}: det läses upp två gånger.',
  en: 'What the call says has {characters} characters. At most {most} are allowed: it is read out twice.',
});

/** @throws `voice.too-long` {characters, most} */
export function requireSpeakable(text: string): void {
  const characters = text.length + (text.match(/[&<>"']/g)?.length ?? 0) * 5;
  if (characters > mostSpokenCharacters) throw VoiceTooLong({ characters, most: mostSpokenCharacters });
}

interface ScriptWording {
  readonly opening: Wording;
  readonly between: Wording;
  readonly instructions: Wording;
  readonly confirmed: Wording;
  readonly closing: Wording;
}

const wording: ScriptWording = {
  opening: {
    sv: 'Hej. Det här är ett automatiskt meddelande från {sender}.',
    en: 'Hello. This is an automatic message from {sender}.',
  },
  between: { sv: 'Jag upprepar.', en: 'I repeat.' },
  instructions: {
    sv: 'Tryck 1 för att bekräfta att du har hört meddelandet. Tryck 2 för att höra det igen.',
    en: 'Press 1 to confirm that you have heard the message. Press 2 to hear it again.',
  },
  confirmed: { sv: 'Tack. Du har bekräftat meddelandet.', en: 'Thank you. You have confirmed the message.' },
  closing: { sv: 'Hej då.', en: 'Goodbye.' },
};

export interface VoiceScriptRequest {
  /** As people know it, e.g. `Luleå kommun`: not the sender name of the SMS. */
  readonly sender: string;
  /** The broadcast's voice text, or its SMS text where it has none; an exercise already marked. */
  readonly text: string;
  readonly language: InterfaceLanguage;
  readonly voice?: Voice;
}

/** The language a call is read in: those we have no voice for are read in English. */
export const spokenLanguage = (language: string): InterfaceLanguage => (language === 'sv' ? 'sv' : 'en');

/** What a landline hears of a broadcast's text, as the voice reads it. */
export const spokenText = (text: {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
}): string => speakableText(text.voice ?? text.sms, spokenLanguage(text.language));

export function writeVoiceScript({ sender, text, language, voice }: VoiceScriptRequest): VoiceScript {
  const say = (part: keyof ScriptWording): string =>
    wording[part][language].replace('{sender}', () => sender.trim());
  return {
    language,
    voice: voice ?? defaultVoices[language],
    opening: say('opening'),
    message: speakableText(text, language),
    repeat: 2,
    between: say('between'),
    instructions: say('instructions'),
    confirmed: say('confirmed'),
    closing: say('closing'),
    keys: { confirm: '1', repeat: '2' },
  };
}
