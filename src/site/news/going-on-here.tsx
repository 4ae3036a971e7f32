import type { InterfaceLanguage } from '../../kernel/language.js';
import { HeadlineLink } from './incident-parts.js';
import type { Concerning } from './incidents-at.js';
import { newsWords } from './news.words.js';

/** What is going on at an address of the visitor. Nothing if nothing is known to be. */
export function GoingOnHere({
  concerning,
  language,
}: {
  concerning: readonly Concerning[];
  language: InterfaceLanguage;
}) {
  const words = newsWords[language].here;
  const known = concerning.filter(({ concern }) => concern !== 'unknown');
  if (known.length === 0) return null;
  return (
    <ul class="going-on-here">
      {known.map(({ incident, concern }) => (
        <li key={incident.id}>
          <strong>{words[concern === 'area' ? 'surely' : 'perhaps']}</strong>{' '}
          <HeadlineLink incident={incident} language={language} />
        </li>
      ))}
    </ul>
  );
}
