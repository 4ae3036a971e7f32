import type { InterfaceLanguage } from '../../kernel/language.js';
import { pagePaths } from '../page/page-paths.js';
import { HeadlineLink, placeOf, StaleNotice, StateMark } from './incident-parts.js';
import type { Latest } from './latest.js';
import { newsWords } from './news.words.js';
import { isGoingOn } from './story.js';

/** What is going on, one line each, for the start page. */
export function RightNow({
  latest: { reading, asOf },
  language,
}: {
  latest: Latest;
  language: InterfaceLanguage;
}) {
  const words = newsWords[language];
  const going = reading.edition.incidents.filter((incident) => !incident.topic && isGoingOn(incident));
  return (
    <section class="measure right-now" aria-labelledby="right-now">
      <h2 id="right-now">{words.startHeading}</h2>
      <StaleNotice asOf={asOf} language={language} />
      {going.length > 0 && (
        <ul>
          {going.map((incident) => (
            <li key={incident.id}>
              <StateMark incident={incident} language={language} />{' '}
              <HeadlineLink incident={incident} language={language} />{' '}
              <span class="hint" lang="sv">
                {placeOf({ incident, language })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {going.length === 0 && !asOf && <p>{words.nothing}</p>}
      <p>
        <a href={pagePaths.news[language]}>{going.length > 0 ? words.more : words.all}</a>
      </p>
    </section>
  );
}
