import { markExercise } from '../messages/exercise-marking.js';
import { readMessageText } from '../messages/message-text.js';
import { isSenderName } from '../messages/sender-name.js';
import { requireSpeakable } from '../messages/voice-script.js';
import { withStopInstruction } from '../messages/stop-instruction.js';
import { refusal } from '../kernel/refusal.js';
import type { BroadcastText } from './broadcast.js';

export const LanguageTwice = refusal('text.language-twice', 'invalid', {
  sv: 'Språket {language} finns två gånger.',
  en: 'The language {language} is there twice.',
});

export const LanguageUnknown = refusal('text.language-unknown', 'invalid', {
  sv: 'Språket {language} finns inte. Ange en kod enligt ISO 639, till exempel sv.',
  en: 'There is no language {language}. Give a code of ISO 639, e.g. sv.',
});

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

export interface WrittenText {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string;
}

export interface TextPurpose {
  readonly exercise: boolean;
  /** For a topic: its senders, since a text must say how to stop. */
  readonly topicSenders?: readonly string[];
  /** Where to stop when a sender is a name, which nobody can answer. */
  readonly stopLink: string;
}

/**
 * Makes what was written into what will be sent, measured. An exercise says so; a topic's text says how to stop.
 *
 * @throws text.empty, text.too-long, text.too-many-characters, text.language-twice, text.language-unknown, voice.too-long
 */
export function writeTexts(
  written: readonly WrittenText[],
  { exercise, topicSenders, stopLink }: TextPurpose,
): BroadcastText[] {
  const seen = new Set<string>();
  return written.map(({ language, sms, voice }) => {
    if (seen.has(language)) throw LanguageTwice({ language });
    if (languageNames.of(language) === language) throw LanguageUnknown({ language });
    seen.add(language);
    const marked = exercise ? markExercise(sms, language) : sms;
    const full =
      topicSenders === undefined
        ? marked
        : withStopInstruction(marked, language, topicSenders.some(isSenderName) ? stopLink : undefined);
    const { text, segments } = readMessageText(sms.trim() === '' ? '' : full);
    if (voice === undefined || voice.trim() === '') return { language, sms: text, segments };
    const spoken = exercise ? markExercise(voice, language) : voice;
    requireSpeakable(spoken);
    return { language, sms: text, voice: spoken, segments };
  });
}
