import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { pagePaths } from '../page/page-paths.js';
import { formWords } from '../page/forms.words.js';

interface DonePageProps {
  readonly language: InterfaceLanguage;
  readonly number: string;
  readonly topics: readonly Topic[];
}

/** Confirms the subscription: the topics, and what happens next. */
export function DonePage({ language, number, topics }: DonePageProps) {
  const words = formWords[language].done;
  return (
    <div class="measure page page-narrow">
      <div class="done">
        <h1>{words.title}</h1>
        <p>{words.list(number)}</p>
        <ul>
          {topics.map((topic) => (
            <li key={topic.id}>{topic.name[language]}</li>
          ))}
        </ul>
      </div>
      <h2>{words.next}</h2>
      <p>{words.nextText}</p>
      <p>{words.stop}</p>
      <p class="actions">
        <a class="button button-quiet" href={pagePaths.ownTopics[language]}>
          {words.change}
        </a>
      </p>
    </div>
  );
}
