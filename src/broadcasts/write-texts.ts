import { markExercise } from '../messages/exercise-marking.js';
import { markText, type TextMarks } from '../messages/marked-text.js';
import { readMessageText, tidyMessageText } from '../messages/message-text.js';
import { speakableText } from '../messages/speakable-text.js';
import { readable, requireSpeakable, type Voices } from '../messages/voice-script.js';
import type { SpokenLanguage } from '../kernel/language.js';
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

/** How the calls of an alert are made. */
export interface Calls {
  readonly voices: Voices;
  /** Maximum characters of a spoken message, as markup writes them. */
  readonly most: (language: SpokenLanguage) => number;
  /** The country of phone numbers without a country code, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** @throws text.language-twice */
export function requireLanguagesOnce(texts: readonly { readonly language: string }[]): void {
  const languages = texts.map(({ language }) => language);
  const twice = languages.find((language, position) => languages.indexOf(language) < position);
  if (twice !== undefined) throw LanguageTwice({ language: twice });
}

/**
 * Turns what was written into what will be sent, marked and measured.
 *
 * @param calls for an alert, which also makes calls; the spoken text must fit in a call
 * @throws text.empty, text.too-long, text.too-many-characters, text.language-twice, text.language-unknown,
 *   voice.too-long
 */
export function writeTexts(
  written: readonly WrittenText[],
  marks: TextMarks,
  calls?: Calls,
): BroadcastText[] {
  requireLanguagesOnce(written);
  return written.map(({ language, sms, voice }) => {
    if (languageNames.of(language) === language) throw LanguageUnknown({ language });
    const { text, segments } = readMessageText(sms.trim() === '' ? '' : markText(sms, language, marks));
    const own = tidyMessageText(voice ?? '');
    const call = own === '' ? undefined : marks.exercise ? markExercise(own, language) : own;
    const spoken = calls && readable(language, calls.voices);
    if (spoken) requireSpeakable(speakableText(call ?? text, spoken, calls.country), calls.most(spoken));
    return { language, sms: text, ...(call === undefined ? {} : { voice: call }), segments };
  });
}
