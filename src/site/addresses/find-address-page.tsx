import type { FoundAddress } from '../../directory/self-service/registrations.repository.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { FaultSummary, TextField, type FormFault } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { addressWords } from './addresses.words.js';
import { postal } from './own-addresses-page.js';

interface FindAddressPageProps {
  readonly language: InterfaceLanguage;
  /** The text that was typed. */
  readonly q: string;
  /** Undefined before the first search. */
  readonly found?: readonly FoundAddress[];
  readonly faults: readonly FormFault[];
}

/** The search for an address to add. */
export function FindAddressPage({ language, q, found, faults }: FindAddressPageProps) {
  const words = addressWords[language].find;
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form action={pagePaths.addAddress[language]} role="search" novalidate>
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
      {found && <Found found={found} language={language} />}
      <p>
        <a href={pagePaths.ownAddresses[language]}>{addressWords[language].form.back}</a>
      </p>
    </div>
  );
}

function Found({ found, language }: { found: readonly FoundAddress[]; language: InterfaceLanguage }) {
  const words = addressWords[language].find;
  if (found.length === 0)
    return (
      <p class="notice" role="status" tabIndex={-1} autofocus>
        {words.nothing}
      </p>
    );
  return (
    <section aria-labelledby="found">
      <h2 id="found" tabIndex={-1} autofocus>
        {words.found}
      </h2>
      <ul class="ways">
        {found.map((address) => (
          <li key={address.id}>
            <a href={`${pagePaths.confirmAddress[language]}?address=${address.id}`}>
              {[address.name, postal(address)].filter(Boolean).join(', ')}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{words.notThere}</p>
    </section>
  );
}
