import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { pagePaths } from '../page/page-paths.js';
import { TopicChoice } from '../topics/topic-choice.js';
import { embeddedWords } from './embedded-topics.words.js';

interface EmbeddedTopicsProps {
  readonly language: InterfaceLanguage;
  readonly title: string;
  readonly stylesheet: string;
  readonly topics: readonly Topic[];
}

/**
 * The choice alone, without our frame. The number and the code are asked for in the whole window: a browser keeps what
 * is in a frame from its own cookies.
 */
export function EmbeddedTopics({ language, title, stylesheet, topics }: EmbeddedTopicsProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <main class="measure">
          <h1>{title}</h1>
          <form action={pagePaths.topics[language]} method="get" target="_top">
            <TopicChoice topics={topics} chosen={[]} faults={[]} language={language} />
            {topics.length > 0 && (
              <button class="button" type="submit">
                {embeddedWords[language].go}
              </button>
            )}
          </form>
        </main>
      </body>
    </html>
  );
}
