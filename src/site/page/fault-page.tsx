import type { InterfaceLanguage } from '../../kernel/language.js';
import { pagePaths } from './page-paths.js';
import { faultWords } from './faults.words.js';
import { frameWords } from './frame.words.js';

/** For an unknown page or an unexpected error: says what happened, with links onwards. */
export function FaultPage({
  language,
  title,
  text,
}: {
  language: InterfaceLanguage;
  title: string;
  text: string;
}) {
  const nav = frameWords[language].nav;
  return (
    <div class="measure page page-narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{faultWords[language].ways}</p>
      <ul class="ways">
        {(['start', 'topics', 'ownTopics', 'contact'] as const).map((name) => (
          <li key={name}>
            <a href={pagePaths[name][language]}>{nav[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
