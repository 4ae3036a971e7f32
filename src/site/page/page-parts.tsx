import type { ComponentChildren } from 'preact';
import { messageLanguages, type InterfaceLanguage } from '../../kernel/language.js';
import { languageWording, ownNameOf } from '../../kernel/language-words.js';

/** A notice of what has just happened. Gets the focus when the page is shown. */
export function NoticeText({ text, good = true }: { text: string | undefined; good?: boolean }) {
  if (!text) return null;
  return (
    <p class={good ? 'notice notice-good' : 'notice'} role="status" tabIndex={-1} autofocus>
      {text}
    </p>
  );
}

interface LanguageChoiceProps {
  readonly language: InterfaceLanguage;
  readonly chosen: string;
  readonly legend: string;
  readonly hint: string;
}

/** The choice of message language. A language's own name comes first: it may be all that its reader can read. */
export function LanguageChoice({ language, chosen, legend, hint }: LanguageChoiceProps) {
  const offered = messageLanguages.some((each) => each === chosen)
    ? messageLanguages
    : [chosen, ...messageLanguages];
  return (
    <fieldset class="languages" aria-describedby="language-hint">
      <legend>{legend}</legend>
      <p class="hint" id="language-hint">
        {hint}
      </p>
      {offered.map((each) => (
        <div class="option option-inline" key={each}>
          <input
            type="radio"
            id={`language-${each}`}
            name="language"
            value={each}
            checked={each === chosen}
          />
          <label for={`language-${each}`}>
            <bdi lang={each}>{ownNameOf(each)}</bdi>
            {each !== language && <span class="hint"> {languageWording(each)[language]}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** Links to related pages. */
export function Aside({
  heading,
  text,
  children,
}: {
  heading: string;
  text: string;
  children: ComponentChildren;
}) {
  return (
    <section class="after">
      <h2>{heading}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
