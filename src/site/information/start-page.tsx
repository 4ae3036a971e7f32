import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { Relay } from '../page/mark.js';
import { pagePaths } from '../page/page-paths.js';
import type { Latest } from '../news/latest.js';
import { RightNow } from '../news/right-now.js';
import { startWords } from './start.words.js';

interface StartPageProps {
  /** What is going on; undefined if it can't be read. */
  readonly latest: Latest | undefined;
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly topics: readonly Topic[];
  /** Sender names, or numbers formatted for display. */
  readonly senders: { readonly alert: string; readonly topic: string; readonly voice: string };
}

/**
 * Explains the service and names its senders: topics that residents choose, and alerts that reach them without a
 * choice.
 */
export function StartPage({ language, municipality, topics, senders, latest }: StartPageProps) {
  const words = startWords[language];
  return (
    <>
      <div class="hero">
        <div class="measure hero-row">
          <div>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead(municipality)}</p>
            <p class="actions">
              <a class="button button-bright" href={pagePaths.topics[language]}>
                {words.choose}
              </a>
              <a class="button button-outline" href={pagePaths.ownTopics[language]}>
                {words.change}
              </a>
            </p>
          </div>
          <Relay />
        </div>
      </div>
      {latest && <RightNow latest={latest} language={language} />}
      <div class="measure services">
        <Service {...words.chosen}>
          {topics.length > 0 && (
            <>
              <h3>{words.chosen.catalogue}</h3>
              <ul class="chips">
                {topics.map((topic) => (
                  <li key={topic.id}>
                    <a href={pagePaths.topics[language]}>{topic.name[language]}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Service>
        <Service {...words.alerts}>
          <p class="actions">
            <a class="button button-quiet" href={pagePaths.ownAddresses[language]}>
              {words.alerts.addresses}
            </a>
            <a class="button button-quiet" href={pagePaths.checkNumber[language]}>
              {words.alerts.check}
            </a>
          </p>
          <p class="aside">{words.alerts.vma}</p>
        </Service>
      </div>
      <section class="band" aria-labelledby="recognise">
        <div class="measure">
          <h2 id="recognise">{words.recognise.heading}</h2>
          <p class="wide">{words.recognise.text}</p>
          <dl class="senders">
            {words.recognise.rows({ municipality, ...senders }).map(({ term, value, note }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>
                  <span class="sender">{value}</span> {note}
                </dd>
              </div>
            ))}
          </dl>
          <p class="never">{words.recognise.never}</p>
        </div>
      </section>
    </>
  );
}

interface ServiceProps {
  readonly label: string;
  readonly heading: string;
  readonly text: string;
  readonly points: readonly string[];
  readonly children: ComponentChildren;
}

function Service({ label, heading, text, points, children }: ServiceProps) {
  return (
    <section class="service">
      <h2>
        <span class="label">{label}</span> {heading}
      </h2>
      <p class="service-text">{text}</p>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}
