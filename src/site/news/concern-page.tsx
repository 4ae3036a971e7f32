import type { FoundAddress } from '../../directory/self-service/registrations.repository.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { FaultSummary, unbroken, type FormFault } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { postal } from '../addresses/own-addresses-page.js';
import { Listed, StaleNotice } from './incident-parts.js';
import type { Concerning } from './incidents-at.js';
import { newsWords } from './news.words.js';
import { SearchForm } from './search-form.js';

/** What the search for an address came to. */
export type Answer =
  | { readonly of: 'choice'; readonly found: readonly FoundAddress[] }
  | { readonly of: 'address'; readonly address: FoundAddress; readonly concerning: readonly Concerning[] }
  | { readonly of: 'down' };

interface ConcernPageProps {
  readonly language: InterfaceLanguage;
  readonly q: string;
  /** Undefined before the first search. */
  readonly answer: Answer | undefined;
  readonly faults: readonly FormFault[];
  /** The municipality's number. */
  readonly phone: string | undefined;
  readonly asOf: Date | undefined;
}

/** "Does it concern me?": what is published about an address. */
export function ConcernPage({ language, q, answer, faults, phone, asOf }: ConcernPageProps) {
  const words = newsWords[language].search;
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <h1>{words.heading}</h1>
      <StaleNotice asOf={asOf} language={language} />
      {answer?.of === 'down' && <p class="notice">{words.down}</p>}
      {answer?.of === 'choice' && <Choice found={answer.found} language={language} />}
      {answer?.of === 'address' && <Verdict {...answer} language={language} phone={phone} />}
      <SearchForm language={language} q={q} faults={faults} />
      <p>
        <a href={pagePaths.news[language]}>{words.back}</a>
      </p>
    </div>
  );
}

function Choice({ found, language }: { found: readonly FoundAddress[]; language: InterfaceLanguage }) {
  const words = newsWords[language].search;
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
      <ul class="ways" lang="sv">
        {found.map((address) => (
          <li key={address.id}>
            <a href={`${pagePaths.concern[language]}?address=${address.id}`}>
              {[address.name, postal(address)].filter(Boolean).join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VerdictProps {
  readonly address: FoundAddress;
  readonly concerning: readonly Concerning[];
  readonly language: InterfaceLanguage;
  readonly phone: string | undefined;
}

function Verdict({ address: { name }, concerning, language, phone }: VerdictProps) {
  const words = newsWords[language].search;
  const surely = concerning.some(({ concern }) => concern === 'area');
  const heading = concerning.length === 0 ? words.no(name) : surely ? words.yes(name) : words.perhaps(name);
  return (
    <section aria-labelledby="verdict">
      <h2
        id="verdict"
        tabIndex={-1}
        autofocus
        class={concerning.length === 0 ? 'verdict verdict-good' : 'verdict'}
      >
        {heading}
      </h2>
      <ConcerningList concerning={concerning} language={language} />
      <p>{words.unsure(phone && unbroken(phone))}</p>
    </section>
  );
}

/** What concerns an address, and how surely. */
function ConcerningList({ concerning, language }: Pick<VerdictProps, 'concerning' | 'language'>) {
  const words = newsWords[language].search;
  if (concerning.length === 0) return null;
  return (
    <ul class="incidents">
      {concerning.map(({ incident, concern }) => (
        <Listed
          key={incident.id}
          incident={incident}
          language={language}
          note={concern === 'area' ? undefined : words[concern]}
        />
      ))}
    </ul>
  );
}
