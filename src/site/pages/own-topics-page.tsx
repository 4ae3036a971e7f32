import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { interfaceLanguages } from '../../kernel/language.js';
import type { OwnTopics } from '../../topics/show-own-topics.js';
import { FaultSummary, PostForm, TextField, type FormFault } from '../form-parts.js';
import { pagePaths } from '../page-paths.js';
import { TopicChoice } from '../topic-choice.js';
import { formWords } from '../words/forms.js';

export type Notice = keyof (typeof formWords)['sv']['own']['notices'];

interface AskNumberPageProps {
  readonly language: InterfaceLanguage;
  readonly number: string;
  readonly faults: readonly FormFault[];
  readonly notice?: Notice;
}

/** Before one's own topics are shown: whose are they? */
export function AskNumberPage({ language, number, faults, notice }: AskNumberPageProps) {
  const words = formWords[language].own;
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <NoticeText language={language} notice={notice} />
      <h1>{words.title}</h1>
      <p class="lead">{words.askLead}</p>
      <PostForm action={pagePaths.ownTopics[language]}>
        <TextField
          name="number"
          kind="tel"
          {...formWords[language].number}
          value={number}
          faults={faults}
          language={language}
        />
        <button class="button" type="submit">
          {words.askSubmit}
        </button>
      </PostForm>
      <p class="aside">{words.askStop}</p>
    </div>
  );
}

interface OwnTopicsPageProps {
  readonly language: InterfaceLanguage;
  readonly own: OwnTopics;
  /** As people write it. */
  readonly number: string;
  readonly notice?: Notice;
  readonly consent: string;
}

/** One's own topics: to see, change and stop them. */
export function OwnTopicsPage({ language, own, number, notice, consent }: OwnTopicsPageProps) {
  const words = formWords[language].own;
  const chosen = own.topics.filter((topic) => topic.subscribed).map((topic) => topic.id);
  return (
    <div class="measure page">
      <NoticeText language={language} notice={notice} />
      <h1>{words.title}</h1>
      <p class="lead">{chosen.length > 0 ? words.lead(number) : words.nothing(number)}</p>
      <PostForm action={pagePaths.change[language]}>
        <TopicChoice topics={own.topics} chosen={chosen} faults={[]} language={language} />
        <div class="finish">
          <LanguageChoice language={language} chosen={own.language ?? language} />
          <p class="consent">{consent}</p>
          <button class="button" type="submit">
            {words.submit}
          </button>
        </div>
      </PostForm>
      {chosen.length > 0 && (
        <Aside heading={words.stopHeading} text={words.stopText}>
          <PostForm action={pagePaths.stopAll[language]}>
            <button class="button button-stop" type="submit">
              {words.stop}
            </button>
          </PostForm>
        </Aside>
      )}
      <Aside heading={words.leaveHeading} text={words.leaveText}>
        <PostForm action={pagePaths.leave[language]}>
          <button class="button button-quiet" type="submit">
            {words.leave}
          </button>
        </PostForm>
      </Aside>
    </div>
  );
}

function NoticeText({ language, notice }: { language: InterfaceLanguage; notice?: Notice }) {
  if (!notice) return null;
  return (
    <p class={notice === 'expired' ? 'notice' : 'notice notice-good'} role="status" tabIndex={-1} autofocus>
      {formWords[language].own.notices[notice]}
    </p>
  );
}

function LanguageChoice({ language, chosen }: { language: InterfaceLanguage; chosen: InterfaceLanguage }) {
  const words = formWords[language].own;
  return (
    <fieldset class="languages" aria-describedby="language-hint">
      <legend>{words.languageLegend}</legend>
      <p class="hint" id="language-hint">
        {words.languageHint}
      </p>
      {interfaceLanguages.map((each) => (
        <div class="option option-inline" key={each}>
          <input
            type="radio"
            id={`language-${each}`}
            name="language"
            value={each}
            checked={each === chosen}
          />
          <label for={`language-${each}`}>{words.languages[each]}</label>
        </div>
      ))}
    </fieldset>
  );
}

function Aside({ heading, text, children }: { heading: string; text: string; children: ComponentChildren }) {
  return (
    <section class="after">
      <h2>{heading}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
