import type { Wording } from './refusal.js';

interface LanguageName extends Wording {
  /** What it calls itself: all that somebody may be able to read of a page. */
  readonly own: string;
}

const names: Readonly<Record<string, LanguageName>> = {
  sv: { own: 'Svenska', sv: 'Svenska', en: 'Swedish' },
  en: { own: 'English', sv: 'Engelska', en: 'English' },
  fi: { own: 'Suomi', sv: 'Finska', en: 'Finnish' },
  se: { own: 'Davvisámegiella', sv: 'Nordsamiska', en: 'Northern Sámi' },
  smj: { own: 'Julevsámegiella', sv: 'Lulesamiska', en: 'Lule Sámi' },
  sma: { own: 'Åarjelsaemien gïele', sv: 'Sydsamiska', en: 'Southern Sámi' },
  ar: { own: 'العربية', sv: 'Arabiska', en: 'Arabic' },
  so: { own: 'Soomaali', sv: 'Somaliska', en: 'Somali' },
  uk: { own: 'Українська', sv: 'Ukrainska', en: 'Ukrainian' },
  fa: { own: 'فارسی', sv: 'Persiska', en: 'Persian' },
  ti: { own: 'ትግርኛ', sv: 'Tigrinska', en: 'Tigrinya' },
  pl: { own: 'Polski', sv: 'Polska', en: 'Polish' },
};

/** What a language is called; one we have no word for goes by its code. */
export const languageWording = (code: string): LanguageName =>
  names[code] ?? { own: code, sv: code, en: code };
