import { spokenLanguages, type SpokenLanguage } from '../kernel/language.js';
import { refusal } from '../kernel/refusal.js';
import { withoutPageLink } from './page-link.js';
import { speakableText } from './speakable-text.js';

/** A synthetic voice, as configured. */
export interface Voice {
  /** BCP 47, e.g. `sv-SE`. */
  readonly language: string;
  /** The provider's name for the voice. If it is left out, the provider chooses one. */
  readonly name?: string;
}

/** The voice for each language. Swedish and English always have one. */
export type Voices = Readonly<Partial<Record<SpokenLanguage, Voice>>>;

/** Only the language is given: the provider chooses the voice. */
export const defaultVoices = {
  sv: { language: 'sv-SE' },
  en: { language: 'en-GB' },
} as const satisfies Voices;

/**
 * The parts of a call to a landline, in spoken order: `opening`, then `message` `repeat` times with `between` in
 * between, then `instructions`, and after a key press `confirmed` or `message` again. The texts are plain: the code
 * that renders them into a provider's markup must escape them.
 */
export interface VoiceScript {
  readonly language: SpokenLanguage;
  readonly voice: Voice;
  /** Says who calls. Comes first. */
  readonly opening: string;
  readonly message: string;
  /** How many times the message is spoken before the instructions. */
  readonly repeat: 2;
  readonly between: string;
  readonly instructions: string;
  readonly confirmed: string;
  readonly closing: string;
  readonly keys: { readonly confirm: '1'; readonly repeat: '2' };
}

export const VoiceTooLong = refusal('voice.too-long', 'invalid', {
  sv: 'Samtalet blir {over} tecken för långt. Det som sägs har {characters} tecken när siffror, förkortningar och länkar läses ut, och får ha högst {most}. Korta texten, eller skriv en kortare för samtalet.',
  en: 'The call is {over} characters too long. What it says has {characters} characters once numbers, abbreviations and links are read out. At most {most} are allowed. Shorten the text, or write a shorter one for the call.',
});

/** The length of a spoken text in markup, in UTF-16 units: `&` is five characters, `<` and `>` four. */
export const markupLength = (spoken: string): number =>
  Array.from(spoken).reduce(
    (sum, character) => sum + (character === '&' ? 5 : '<>'.includes(character) ? 4 : character.length),
    0,
  );

/**
 * @param spoken as the voice reads it
 * @param most characters that fit in a call, counted as in markup
 * @throws `voice.too-long` {characters, most, over}
 */
export function requireSpeakable(spoken: string, most: number): void {
  const characters = markupLength(spoken);
  if (characters > most) throw VoiceTooLong({ characters, most, over: characters - most });
}

type Frame = Readonly<Record<'opening' | 'between' | 'instructions' | 'confirmed' | 'closing', string>>;

const frames: Readonly<Record<SpokenLanguage, Frame>> = {
  sv: {
    opening: 'Hej. Det här är ett automatiskt meddelande från {sender}.',
    between: 'Jag upprepar.',
    instructions: 'Tryck 1 för att bekräfta att du har hört meddelandet. Tryck 2 för att höra det igen.',
    confirmed: 'Tack. Du har bekräftat meddelandet.',
    closing: 'Hej då.',
  },
  en: {
    opening: 'Hello. This is an automatic message from {sender}.',
    between: 'I repeat.',
    instructions: 'Press 1 to confirm that you have heard the message. Press 2 to hear it again.',
    confirmed: 'Thank you. You have confirmed the message.',
    closing: 'Goodbye.',
  },
  // The sender's name can't be inflected.
  fi: {
    opening: 'Hei. Tämä on automaattinen viesti. Lähettäjä: {sender}.',
    between: 'Toistan.',
    instructions: 'Paina 1, kun olet kuullut viestin. Paina 2, jos haluat kuulla sen uudelleen.',
    confirmed: 'Kiitos. Olet vahvistanut kuulleesi viestin.',
    closing: 'Kuulemiin.',
  },
  ar: {
    opening: 'مرحباً. هذه رسالة آلية من {sender}.',
    between: 'أكرر الرسالة.',
    instructions: 'اضغط 1 لتأكيد أنك سمعت الرسالة. اضغط 2 لسماعها مرة أخرى.',
    confirmed: 'شكراً. لقد أكدت أنك سمعت الرسالة.',
    closing: 'مع السلامة.',
  },
};

export interface VoiceScriptRequest {
  /** The municipality's name as people know it, e.g. `Luleå kommun`: not the sender name of the SMS. */
  readonly sender: string;
  /** The broadcast's voice text, or its SMS text if it has none, whose link nobody can press: it is not read. */
  readonly text: string;
  readonly language: SpokenLanguage;
  readonly voice?: Voice;
  /** How a number without a country code is read, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** The language if a voice can read it, else undefined. */
export const readable = (language: string, voices: Voices): SpokenLanguage | undefined =>
  spokenLanguages.find((each) => each === language && voices[each] !== undefined);

/**
 * The text that a landline hears: the one in its language if a voice can read it, else the English one, else the first
 * that a voice can read. A voice never reads another language than its own.
 */
export const textToSay = <T extends { readonly language: string }>(
  texts: readonly T[],
  language: string,
  voices: Voices,
): T | undefined => {
  const readables = texts.filter((text) => readable(text.language, voices));
  return (
    readables.find((text) => text.language === language) ??
    readables.find((text) => text.language === 'en') ??
    readables[0]
  );
};

export function writeVoiceScript({
  sender,
  text,
  language,
  voice,
  country,
}: VoiceScriptRequest): VoiceScript {
  const say = (part: keyof Frame): string => frames[language][part].replace('{sender}', () => sender.trim());
  return {
    language,
    voice: voice ?? (language === 'sv' || language === 'en' ? defaultVoices[language] : { language }),
    opening: say('opening'),
    message: speakableText(withoutPageLink(text, language), language, country),
    repeat: 2,
    between: say('between'),
    instructions: say('instructions'),
    confirmed: say('confirmed'),
    closing: say('closing'),
    keys: { confirm: '1', repeat: '2' },
  };
}

/** All that a call says before a key press, in order. */
export const wholeCall = (script: VoiceScript): string[] => [
  script.opening,
  script.message,
  script.between,
  script.message,
  script.instructions,
  script.closing,
];
