import type { InterfaceLanguage } from '../../kernel/language.js';
import { pagePaths, type PageName } from '../page/page-paths.js';
import type { Article } from './information.words.js';

/** A page of running text. */
export function ArticlePage({ article, language }: { article: Article; language: InterfaceLanguage }) {
  return (
    <article class="measure page page-narrow">
      <h1>{article.title}</h1>
      <p class="lead">{article.lead}</p>
      {article.sections.map(({ heading, paragraphs, list }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((text) => (
            <p key={text}>
              <WithLinks text={text} language={language} />
            </p>
          ))}
          {list && (
            <ul class="points">
              {list.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}

/** Renders `[words](page)` and `[words](https://…)` as links. */
function WithLinks({ text, language }: { text: string; language: InterfaceLanguage }) {
  const parts = text.split(/\[([^[\]]+)\]\(([^)]+)\)/);
  return (
    <>
      {parts.map((part, index) => {
        if (index % 3 === 0) return part;
        if (index % 3 === 2) return null;
        return <a href={addressOf(parts[index + 1]!, language)}>{part}</a>;
      })}
    </>
  );
}

const addressOf = (target: string, language: InterfaceLanguage): string =>
  target in pagePaths ? pagePaths[target as PageName][language] : target;
