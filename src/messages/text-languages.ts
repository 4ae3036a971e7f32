import { refusal } from '../kernel/refusal.js';

const LanguageTwice = refusal('text.language-twice', 'invalid', {
  sv: 'Språket {language} finns två gånger.',
  en: 'The language {language} is there twice.',
});

const LanguageUnknown = refusal('text.language-unknown', 'invalid', {
  sv: 'Språket {language} finns inte. Ange en kod enligt ISO 639, till exempel sv.',
  en: 'There is no language {language}. Give a code of ISO 639, e.g. sv.',
});

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

interface InLanguage {
  readonly language: string;
}

/** @throws text.language-twice */
export function requireLanguagesOnce(texts: readonly InLanguage[]): void {
  const languages = texts.map(({ language }) => language);
  const twice = languages.find((language, position) => languages.indexOf(language) < position);
  if (twice !== undefined) throw LanguageTwice({ language: twice });
}

/** @throws text.language-unknown */
export function requireKnownLanguages(texts: readonly InLanguage[]): void {
  const unknown = texts.find(({ language }) => languageNames.of(language) === language);
  if (unknown) throw LanguageUnknown({ language: unknown.language });
}
