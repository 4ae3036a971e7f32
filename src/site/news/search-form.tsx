import type { InterfaceLanguage } from '../../kernel/language.js';
import { TextField, type FormFault } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { newsWords } from './news.words.js';

interface SearchFormProps {
  readonly language: InterfaceLanguage;
  /** The text that was typed. */
  readonly q: string;
  readonly faults: readonly FormFault[];
}

/** Asks for an address. It changes nothing, so it is a GET. */
export function SearchForm({ language, q, faults }: SearchFormProps) {
  const words = newsWords[language].search;
  return (
    <form action={pagePaths.concern[language]} role="search" novalidate>
      <TextField
        name="q"
        kind="address"
        label={words.label}
        hint={words.hint}
        value={q}
        faults={faults}
        language={language}
      />
      <button class="button" type="submit">
        {words.submit}
      </button>
    </form>
  );
}
