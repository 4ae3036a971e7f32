import type { InterfaceLanguage } from '../../kernel/language.js';
import type { PhoneKind } from '../../kernel/phone-number.js';
import { FaultSummary, PostForm, TextField, type FormFault } from '../page/form-parts.js';
import { codePurposes, type CodePurpose } from './code-purpose.js';
import { pagePaths } from '../page/page-paths.js';
import { askWords } from './ask.words.js';
import { formWords } from '../page/forms.words.js';

interface CodePageProps {
  readonly language: InterfaceLanguage;
  /** Formatted for display. */
  readonly number: string;
  readonly kind: PhoneKind;
  /** What the code is for. */
  readonly purpose: CodePurpose;
  readonly faults: readonly FormFault[];
  /** False when the code can no longer be used: then only a new one helps. */
  readonly canTry: boolean;
}

/** The form for the code. It links to correcting the number and to requesting a new code. */
export function CodePage({ language, number, kind, purpose, faults, canTry }: CodePageProps) {
  const words = formWords[language].code;
  const called = kind === 'landline';
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <h1>{canTry ? words.title : words.goneTitle}</h1>
      {canTry && (
        <>
          <p class="lead">
            {called ? words.calling : words.sent} <strong class="number">{number}</strong>.{' '}
            {called && words.callingText}
          </p>
          <p>
            <a href={pagePaths[codePurposes[purpose].from][language]}>{words.wrongNumber}</a>
          </p>
          <PostForm action={pagePaths.code[language]}>
            <TextField
              name="code"
              kind="code"
              label={words.label}
              hint={words.hint}
              value=""
              faults={faults}
              language={language}
            />
            <button class="button" type="submit">
              {words.submit[purpose]}
            </button>
          </PostForm>
        </>
      )}
      <PostForm action={pagePaths.newCode[language]}>
        <div class={canTry ? 'again' : undefined}>
          {canTry && (
            <>
              <h2>{words.againHeading}</h2>
              <p>{words.wait}</p>
              <p>{called ? words.unanswered : words.blocked}</p>
            </>
          )}
          <button class={canTry ? 'button button-quiet' : 'button'} type="submit">
            {called ? words.callAgain : words.again}
          </button>
        </div>
      </PostForm>
    </div>
  );
}

/** For a browser without a pending code: it stores no cookies, or it is another browser. */
export function NoCodePage({ language, faults }: Pick<CodePageProps, 'language' | 'faults'>) {
  const words = formWords[language];
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <h1>{words.code.restart}</h1>
      <ul class="ways">
        <li>
          <a href={pagePaths.topics[language]}>{words.topics.title}</a>
        </li>
        <li>
          <a href={pagePaths.ownTopics[language]}>{words.own.title}</a>
        </li>
        <li>
          <a href={pagePaths.ownAddresses[language]}>{askWords[language].addresses.title}</a>
        </li>
      </ul>
    </div>
  );
}
