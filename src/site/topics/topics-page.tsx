import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { FaultSummary, PostForm, TextField, type FormFault } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { TopicChoice } from './topic-choice.js';
import { formWords } from '../page/forms.words.js';

interface TopicsPageProps {
  readonly language: InterfaceLanguage;
  readonly topics: readonly Topic[];
  readonly chosen: readonly string[];
  /** As typed. */
  readonly number: string;
  /** The number that this browser has verified, formatted for display. */
  readonly knownNumber?: string;
  readonly faults: readonly FormFault[];
  /** What the visitor agrees to by sending the form. */
  readonly consent: string;
}

/** The topic catalogue with the subscription form. */
export function TopicsPage(props: TopicsPageProps) {
  const { language, topics, chosen, number, knownNumber, faults, consent } = props;
  const words = formWords[language].topics;
  return (
    <div class="measure page">
      <FaultSummary faults={faults} language={language} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {knownNumber && (
        <p class="notice">
          {words.known(knownNumber)} <a href={pagePaths.ownTopics[language]}>{words.knownLink}</a>
        </p>
      )}
      <PostForm action={pagePaths.topics[language]}>
        <TopicChoice topics={topics} chosen={chosen} faults={faults} language={language} />
        {topics.length > 0 && (
          <div class="finish">
            <TextField
              name="number"
              kind="tel"
              {...formWords[language].number}
              value={number}
              faults={faults}
              language={language}
            />
            <p class="consent">{consent}</p>
            <button class="button" type="submit">
              {words.submit}
            </button>
          </div>
        )}
      </PostForm>
    </div>
  );
}
