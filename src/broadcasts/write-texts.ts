import { markExercise } from '../messages/exercise-marking.js';
import { markText, type TextMarks } from '../messages/marked-text.js';
import { readMessageText, tidyMessageText } from '../messages/message-text.js';
import { requireSpeakable } from '../messages/voice-script.js';
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

/**
 * Makes what was written into what will be sent, marked and measured.
 *
 * @throws text.empty, text.too-long, text.too-many-characters, text.language-twice, text.language-unknown, voice.too-long
 */
export function writeTexts(written: readonly WrittenText[], marks: TextMarks): BroadcastText[] {
  const seen = new Set<string>();
  return written.map(({ language, sms, voice }) => {
    if (seen.has(language)) throw LanguageTwice({ language });
    if (languageNames.of(language) === language) throw LanguageUnknown({ language });
    seen.add(language);
    const { text, segments } = readMessageText(sms.trim() === '' ? '' : markText(sms, language, marks));
    const spoken = tidyMessageText(voice ?? '');
    if (spoken === '') return { language, sms: text, segments };
    const call = marks.exercise ? markExercise(spoken, language) : spoken;
    requireSpeakable(call);
    return { language, sms: text, voice: call, segments };
  });
}
