import type { InterfaceLanguage } from '../../kernel/language.js';
import type { CodePurpose } from './code-purpose.js';
import { codePurposes } from './code-purpose.js';
import { FaultSummary, PostForm, TextField, type FormFault } from '../page/form-parts.js';
import { NoticeText } from '../page/page-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { askWords } from './ask.words.js';
import { formWords } from '../page/forms.words.js';

export type AskPurpose = Exclude<CodePurpose, 'subscribe'>;
export type AskNotice = keyof (typeof askWords)['sv']['notices'];

interface AskNumberPageProps {
  readonly language: InterfaceLanguage;
  readonly purpose: AskPurpose;
  readonly number: string;
  readonly faults: readonly FormFault[];
  readonly notice?: AskNotice;
}

/** Asks for the visitor's number before it shows anything that belongs to a phone. */
export function AskNumberPage({ language, purpose, number, faults, notice }: AskNumberPageProps) {
  const words = askWords[language];
  const { title, lead, aside, ...more } = words[purpose];
  const { from, landlines } = codePurposes[purpose];
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <NoticeText text={notice && words.notices[notice]} good={notice !== 'expired'} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <PostForm action={pagePaths[from][language]}>
        <TextField
          name="number"
          kind="tel"
          {...(landlines ? words.number : formWords[language].number)}
          value={number}
          faults={faults}
          language={language}
        />
        <button class="button" type="submit">
          {words.submit}
        </button>
      </PostForm>
      {'steps' in more && (
        <section aria-labelledby="steps">
          <h2 id="steps">{words.stepsHeading}</h2>
          <ol class="points">
            {more.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <p class="aside">{aside}</p>
    </div>
  );
}
