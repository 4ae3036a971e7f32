import { refusal } from '../kernel/refusal.js';
import { markText, type TextMarks } from '../messages/marked-text.js';
import { readMessageText, tidyMessageText } from '../messages/message-text.js';
import { withoutPageLink } from '../messages/page-link.js';
import { requireKnownLanguages, requireLanguagesOnce } from '../messages/text-languages.js';
import { speakableText } from '../messages/speakable-text.js';
import { readHeadline, readWebText } from '../messages/web-text.js';
import { readable, requireSpeakable, type Voices } from '../messages/voice-script.js';
import type { SpokenLanguage } from '../kernel/language.js';
import type { BroadcastText } from './broadcast.js';

const WebTextEmpty = refusal('text.web-empty', 'invalid', {
  sv: 'Skriv texten till webbsidan. Det är den enda som någon ser, för meddelandet går inte till någon telefon.',
  en: 'Write the text for the web page. Nobody sees another, because the message goes to no phone.',
});

export interface WrittenText {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
  readonly headline?: string | undefined;
  readonly web?: string | undefined;
}

/** How the calls of an alert are made. */
export interface Calls {
  readonly voices: Voices;
  /** Maximum characters of a spoken message, as markup writes them. */
  readonly most: (language: SpokenLanguage) => number;
  /** The country of phone numbers without a country code, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/**
 * Turns what was written into what will be sent, marked and measured.
 *
 * @param calls for an alert, which also makes calls; the spoken text must fit in a call
 * @throws text.empty, text.too-long, text.too-many-characters, text.language-twice, text.language-unknown,
 *   voice.too-long, text.web-too-long, text.headline-too-long
 */
export function writeTexts(
  written: readonly WrittenText[],
  marks: TextMarks,
  calls?: Calls,
): BroadcastText[] {
  requireLanguagesOnce(written);
  requireKnownLanguages(written);
  return written.map(({ language, sms, voice, headline, web }) => {
    const { text, segments } = readMessageText(sms.trim() === '' ? '' : markText(sms, language, marks));
    const own = tidyMessageText(voice ?? '');
    const call = own === '' ? undefined : markText(own, language, spokenMarks(marks));
    const spoken = calls && readable(language, calls.voices);
    if (spoken)
      requireSpeakable(
        speakableText(call ?? withoutPageLink(text, language), spoken, calls.country),
        calls.most(spoken),
      );
    return {
      language,
      sms: text,
      ...(call === undefined ? {} : { voice: call }),
      segments,
      ...pageOf({ headline, web }),
    };
  });
}

/**
 * Texts of what is only published: no phone gets it.
 *
 * @throws text.web-empty, text.web-too-long, text.headline-too-long, text.language-twice, text.language-unknown
 */
export function writeWebTexts(written: readonly WrittenText[]): BroadcastText[] {
  requireLanguagesOnce(written);
  requireKnownLanguages(written);
  return written.map(({ language, ...text }) => {
    const page = pageOf(text);
    if (page.web === undefined) throw WebTextEmpty();
    return { language, sms: '', segments: 0, ...page };
  });
}

function pageOf({ headline = '', web = '' }: Pick<WrittenText, 'headline' | 'web'>) {
  const page = { headline: readHeadline(headline), web: readWebText(web) };
  return {
    ...(page.headline === undefined ? {} : { headline: page.headline }),
    ...(page.web === undefined ? {} : { web: page.web }),
  };
}

/** The marks that are spoken: nobody can answer a call with a stop word. */
const spokenMarks = ({ exercise, correction = false }: TextMarks): TextMarks => ({ exercise, correction });
