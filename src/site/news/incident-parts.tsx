import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { isRightToLeft } from '../../platform/print/visual-runs.js';
import { textIn, type PublicIncident } from '../../publishing/bulletin/public-incident.js';
import type { PublicText } from '../../publishing/bulletin/public-message.js';
import { mainMessage } from '../../publishing/bulletin/what-holds.js';
import { incidentPath } from '../page/page-paths.js';
import { incidentWords } from './incident.words.js';
import { newsWords } from './news.words.js';
import { paragraphsOf, placesOf } from './story.js';
import { clockIn, When } from './when.js';

/** Language and direction of a text, for the element that holds it. */
export const written = (language: string) => ({
  lang: language,
  dir: isRightToLeft(language) ? ('rtl' as const) : ('ltr' as const),
});

/** Whether it goes on, or how it ended. Not told by colour alone. */
export function StateMark({ incident: { over }, language }: InLanguage) {
  const words = incidentWords[language];
  return (
    <span class={over ? 'state state-over' : 'state state-on'}>
      {over ? words.over[over.by] : words.goingOn}
    </span>
  );
}

interface InLanguage {
  readonly incident: PublicIncident;
  readonly language: InterfaceLanguage;
}

/** The headline of what holds now, as a link to the incident's page. */
export function HeadlineLink({ incident, language }: InLanguage) {
  const text = textIn(mainMessage(incident), language);
  return (
    <a href={incidentPath(incident, language)} {...written(text.language)}>
      {text.headline}
    </a>
  );
}

/** Where: the names of its places, which are Swedish, or the topic that it was sent to. */
export const placeOf = ({ incident, language }: InLanguage): string =>
  incident.topic ? incident.topic.name[language] : placesOf(incident).join(', ');

interface ListedProps extends InLanguage {
  /** Its number on the map. */
  readonly number?: number | undefined;
  /** What is to be said of it here. */
  readonly note?: string | undefined;
}

/** An incident in a list: what, where, since when and until when. */
export function Listed({ incident, language, number, note }: ListedProps) {
  const words = incidentWords[language];
  const { messages, over, expiresAt, updatedAt } = incident;
  const [first] = messages;
  return (
    <li class={number === undefined ? 'incident' : 'incident incident-numbered'}>
      {number !== undefined && (
        <span class="incident-number">
          <span class="unseen">{newsWords[language].number} </span>
          {number}
        </span>
      )}
      <p class="incident-kind">
        <StateMark incident={incident} language={language} /> {words.events[first?.event ?? 'other']}
      </p>
      <h3>
        <HeadlineLink incident={incident} language={language} />
      </h3>
      <dl class="facts">
        <Fact term={incident.topic ? words.topic : words.place}>
          {incident.topic ? (
            placeOf({ incident, language })
          ) : (
            <span lang="sv">{placeOf({ incident, language })}</span>
          )}
        </Fact>
        <Fact term={words.since}>{first && <When at={first.sentAt} language={language} />}</Fact>
        <Fact term={over ? words.ended : words.until}>
          <When at={over?.at ?? expiresAt} language={language} />
        </Fact>
        {!over && messages.length > 1 && (
          <Fact term={words.updated}>
            <When at={updatedAt} language={language} />
          </Fact>
        )}
      </dl>
      {note && <p class="hint">{note}</p>}
    </li>
  );
}

export const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** A text with its paragraphs, in its language and direction. */
export const Body = ({ text }: { text: PublicText }) => (
  <div class="body" {...written(text.language)}>
    {paragraphsOf(text).map((lines, nth) => (
      <p key={nth}>
        {lines.map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </div>
);

/** Says that the page is not fresh. Nothing if it is. */
export function StaleNotice({ asOf, language }: { asOf: Date | undefined; language: InterfaceLanguage }) {
  if (!asOf) return null;
  return <p class="notice notice-stale">{newsWords[language].stale(clockIn(asOf, language))}</p>;
}
