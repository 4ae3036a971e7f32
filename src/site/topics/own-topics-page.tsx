import type { InterfaceLanguage } from '../../kernel/language.js';
import type { OwnTopics } from '../../topics/show-own-topics.js';
import { PostForm } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { TopicChoice } from './topic-choice.js';
import { formWords } from '../page/forms.words.js';
import { Aside, LanguageChoice, NoticeText } from '../page/page-parts.js';

export type TopicsNotice = keyof (typeof formWords)['sv']['own']['notices'];

interface OwnTopicsPageProps {
  readonly language: InterfaceLanguage;
  readonly own: OwnTopics;
  /** Formatted for display. */
  readonly number: string;
  readonly notice?: TopicsNotice;
  readonly consent: string;
}

/** The visitor's own topics: to see, change and stop them. */
export function OwnTopicsPage({ language, own, number, notice, consent }: OwnTopicsPageProps) {
  const words = formWords[language].own;
  const chosen = own.topics.filter((topic) => topic.subscribed).map((topic) => topic.id);
  return (
    <div class="measure page">
      <NoticeText text={notice && words.notices[notice]} />
      <h1>{words.title}</h1>
      <p class="lead">{chosen.length > 0 ? words.lead(number) : words.nothing(number)}</p>
      <PostForm action={pagePaths.change[language]}>
        <TopicChoice topics={own.topics} chosen={chosen} faults={[]} language={language} />
        <div class="finish">
          <LanguageChoice
            chosen={own.language ?? language}
            legend={words.languageLegend}
            hint={words.languageHint}
            language={language}
          />
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
