import type { InterfaceLanguage } from '../../kernel/language.js';
import { ownNameOf } from '../../kernel/language-words.js';
import type { Outline } from '../../places/map/map-outlines.repository.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import type { PublicText } from '../../publishing/bulletin/public-message.js';
import { mainMessage } from '../../publishing/bulletin/what-holds.js';
import type { Contact } from '../information/contact.js';
import { ContactWays } from '../information/contact-page.js';
import { pagePaths } from '../page/page-paths.js';
import { Body, Fact, placeOf, StaleNotice, StateMark, written } from './incident-parts.js';
import { incidentWords } from './incident.words.js';
import { NewsMap } from './news-map.js';
import { Story } from './story-list.js';
import { pageElsewhere, streetsOf, textsFor } from './story.js';
import { momentIn, When } from './when.js';

interface IncidentPageProps {
  readonly incident: PublicIncident;
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly contact: Contact;
  readonly outlines: readonly Outline[];
  readonly asOf: Date | undefined;
}

/** One incident: whether it goes on, what to know, where, and everything that has been said. */
export function IncidentPage({
  incident,
  language,
  municipality,
  contact,
  outlines,
  asOf,
}: IncidentPageProps) {
  const words = incidentWords[language];
  const [first, ...others] = textsFor(mainMessage(incident), language);
  if (!first) return null;
  const { over, messages } = incident;
  const elsewhere = pageElsewhere(incident);
  return (
    <article class="measure page news">
      <StaleNotice asOf={asOf} language={language} />
      <header>
        <p class="incident-kind">
          <StateMark incident={incident} language={language} /> {words.events[messages[0]?.event ?? 'other']}
        </p>
        <h1 {...written(first.language)}>{first.headline}</h1>
        {over && <p class="over">{words.overText[over.by](momentIn(over.at, language))}</p>}
      </header>
      <LanguageLinks texts={[first, ...others]} label={words.readIn} />
      <div class="news-columns">
        <div>
          <section id={`text-${first.language}`}>
            <Body text={first} />
          </section>
          {others.map((text) => (
            <section key={text.language} id={`text-${text.language}`} class="translation">
              <h2 {...written(text.language)}>{text.headline}</h2>
              <Body text={text} />
            </section>
          ))}
          {elsewhere && (
            <p>
              {words.elsewhere} <a href={elsewhere}>{elsewhere.replace(/^https?:\/\/|\/$/gu, '')}</a>
            </p>
          )}
          {!over && !incident.topic && (
            <section>
              <h2>{words.todo}</h2>
              {words.todoText.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </section>
          )}
        </div>
        <div>
          <Facts incident={incident} language={language} municipality={municipality} />
          <NewsMap language={language} incidents={[incident]} outlines={outlines} />
          {!over && !incident.topic && (
            <p>
              <a href={pagePaths.concern[language]}>{words.concern}</a>
            </p>
          )}
        </div>
      </div>
      <Story incident={incident} language={language} />
      <section>
        <h2>{words.contact}</h2>
        <ContactWays contact={contact} language={language} />
      </section>
      <p>
        <a href={pagePaths.news[language]}>{words.back}</a>
      </p>
    </article>
  );
}

/** Links to the text in each language, by the language's own name. */
function LanguageLinks({ texts, label }: { texts: readonly PublicText[]; label: string }) {
  if (texts.length < 2) return null;
  return (
    <nav class="text-languages" aria-label={label}>
      <ul>
        {texts.map(({ language }) => (
          <li key={language}>
            <a href={`#text-${language}`} {...written(language)}>
              {ownNameOf(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({
  incident,
  language,
  municipality,
}: Pick<IncidentPageProps, 'incident' | 'language' | 'municipality'>) {
  const words = incidentWords[language];
  const { messages, over, expiresAt, updatedAt, topic, department } = incident;
  const streets = streetsOf(incident);
  return (
    <dl class="facts">
      <Fact term={topic ? words.topic : words.place}>
        <span lang={topic ? language : 'sv'}>{placeOf({ incident, language })}</span>
      </Fact>
      {streets.length > 0 && (
        <Fact term={words.streets}>
          <span lang="sv">{streets.join(', ')}</span>
        </Fact>
      )}
      <Fact term={words.since}>
        <When at={messages[0]!.sentAt} language={language} />
      </Fact>
      <Fact term={over ? words.ended : words.until}>
        <When at={over?.at ?? expiresAt} language={language} />
      </Fact>
      <Fact term={words.updated}>
        <When at={updatedAt} language={language} />
      </Fact>
      <Fact term={words.sender}>
        <span lang="sv">{[municipality, department].filter(Boolean).join(', ')}</span>
      </Fact>
    </dl>
  );
}
