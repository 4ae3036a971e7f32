import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { InterfaceLanguage } from '../../../kernel/language.js';
import type { Wording } from '../../../kernel/refusal.js';
import { formatIn, type Format } from './format.js';
import { countedWording, say, type Counted, type Values } from './say.js';

interface Speech {
  readonly language: InterfaceLanguage;
  readonly format: Format;
  readonly choose: (language: InterfaceLanguage) => void;
  readonly say: (wording: Wording, values?: Values) => string;
  /** As `say`, but with a number of things; the number fills `{n}`. */
  readonly count: (n: number, counted: Counted, values?: Values) => string;
}

const remembered = 'budkavle.language';

const speechIn = (language: InterfaceLanguage, choose: Speech['choose']): Speech => {
  const format = formatIn(language);
  return {
    language,
    format,
    choose,
    say: (wording, values) => say(wording, language, values),
    count: (n, counted, values) =>
      say(countedWording(n, counted), language, { ...values, n: format.number(n) }),
  };
};

const SpeechContext = createContext<Speech>(speechIn('sv', () => undefined));

/** The page's language: Swedish until the user chooses English. The choice is stored on the device. */
export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, choose] = useState<InterfaceLanguage>(() =>
    localStorage.getItem(remembered) === 'en' ? 'en' : 'sv',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(remembered, language);
  }, [language]);
  const speech = useMemo(() => speechIn(language, choose), [language]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

export const useSpeech = (): Speech => useContext(SpeechContext);
