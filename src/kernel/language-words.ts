import type { MessageLanguage } from './language.js';
import type { Wording } from './refusal.js';

/** Every language that forms offer must have a word. Other languages may have one. */
type OfLanguages<T> = Readonly<Record<string, T> & Record<MessageLanguage, T>>;

const names: OfLanguages<Wording> = {
  sv: { sv: 'Svenska', en: 'Swedish' },
  en: { sv: 'Engelska', en: 'English' },
  fi: { sv: 'Finska', en: 'Finnish' },
  se: { sv: 'Nordsamiska', en: 'Northern Sámi' },
  smj: { sv: 'Lulesamiska', en: 'Lule Sámi' },
  sma: { sv: 'Sydsamiska', en: 'Southern Sámi' },
  ar: { sv: 'Arabiska', en: 'Arabic' },
  so: { sv: 'Somaliska', en: 'Somali' },
  uk: { sv: 'Ukrainska', en: 'Ukrainian' },
  fa: { sv: 'Persiska', en: 'Persian' },
  ti: { sv: 'Tigrinska', en: 'Tigrinya' },
  pl: { sv: 'Polska', en: 'Polish' },
};

const ownNames: OfLanguages<string> = {
  sv: 'Svenska',
  en: 'English',
  fi: 'Suomi',
  se: 'Davvisámegiella',
  smj: 'Julevsámegiella',
  sma: 'Åarjelsaemien gïele',
  ar: 'العربية',
  so: 'Soomaali',
  uk: 'Українська',
  fa: 'فارسی',
  ti: 'ትግርኛ',
  pl: 'Polski',
};

/** The name of a language. A language without a word here is shown by its code. */
export const languageWording = (code: string): Wording => names[code] ?? { sv: code, en: code };

/** The language's own name for itself. It may be all that somebody can read of a page. */
export const ownNameOf = (code: string): string => ownNames[code] ?? code;
