import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Outline } from '../../places/map/map-outlines.repository.js';
import { shownDays } from '../../publishing/bulletin/bulletin.repository.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import type { Contact } from '../information/contact.js';
import { ContactWays } from '../information/contact-page.js';
import { HeadlineLink, Listed, StaleNotice } from './incident-parts.js';
import { incidentWords } from './incident.words.js';
import { NewsMap } from './news-map.js';
import { newsWords } from './news.words.js';
import { SearchForm } from './search-form.js';
import { isGoingOn, isRecent, placesOf } from './story.js';
import { clockIn } from './when.js';

interface NewsPageProps {
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly contact: Contact;
  /** The one that changed last first. */
  readonly incidents: readonly PublicIncident[];
  readonly outlines: readonly Outline[];
  readonly now: Date;
  /** When it was like this, if that is some time ago. */
  readonly asOf: Date | undefined;
}

/** What is going on, where, and what was over in the last days. */
export function NewsPage({ language, municipality, contact, incidents, outlines, now, asOf }: NewsPageProps) {
  const words = newsWords[language];
  const alerts = incidents.filter(({ topic }) => !topic);
  const going = alerts.filter(isGoingOn);
  const recent = alerts.filter((incident) => isRecent(incident, now, shownDays));
  const fromTopics = incidents.filter((incident) => incident.topic && isGoingOn(incident));
  return (
    <div class="measure page news">
      <StaleNotice asOf={asOf} language={language} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(municipality)}</p>
      <div class="news-columns">
        <div>
          <section aria-labelledby="going">
            <h2 id="going">{words.goingOn}</h2>
            {going.length === 0 ? (
              <p>{asOf ? words.nothingThen(clockIn(asOf, language)) : words.nothing}</p>
            ) : (
              <ol class="incidents">
                {going.map((incident, nth) => (
                  <Listed
                    key={incident.id}
                    incident={incident}
                    language={language}
                    number={going.length > 1 ? nth + 1 : undefined}
                  />
                ))}
              </ol>
            )}
          </section>
          <ByArea incidents={going} language={language} />
        </div>
        <div>
          <NewsMap language={language} incidents={going} outlines={outlines} />
          <section class="finish" aria-labelledby="search">
            <h2 id="search">{words.search.heading}</h2>
            <p>{words.search.text}</p>
            <SearchForm language={language} q="" faults={[]} />
          </section>
        </div>
      </div>
      {fromTopics.length > 0 && (
        <section aria-labelledby="topics">
          <h2 id="topics">{words.topics}</h2>
          <ul class="incidents">
            {fromTopics.map((incident) => (
              <Listed key={incident.id} incident={incident} language={language} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="recent">
        <h2 id="recent">{words.recent}</h2>
        {recent.length === 0 ? (
          <p>{words.recentNone(shownDays)}</p>
        ) : (
          <ul class="incidents">
            {recent.map((incident) => (
              <Listed key={incident.id} incident={incident} language={language} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">{incidentWords[language].contact}</h2>
        <ContactWays contact={contact} language={language} />
      </section>
    </div>
  );
}

/** The same incidents by the names of their areas. Only if there are several. */
function ByArea({ incidents, language }: Pick<NewsPageProps, 'incidents' | 'language'>) {
  const byName = new Map<string, PublicIncident[]>();
  for (const incident of incidents)
    for (const name of placesOf(incident)) byName.set(name, [...(byName.get(name) ?? []), incident]);
  if (byName.size < 2) return null;
  const names = [...byName.keys()].sort(new Intl.Collator('sv', { numeric: true }).compare);
  return (
    <section aria-labelledby="by-area">
      <h2 id="by-area">{newsWords[language].byArea}</h2>
      <dl class="by-area">
        {names.map((name) => (
          <div key={name}>
            <dt lang="sv">{name}</dt>
            {byName.get(name)!.map((incident) => (
              <dd key={incident.id}>
                <HeadlineLink incident={incident} language={language} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
