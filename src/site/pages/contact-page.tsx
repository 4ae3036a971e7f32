import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { contactWords } from '../words/contact.js';

interface ContactPageProps {
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly topics: readonly Topic[];
}

/** Whom to ask, topic by topic, and where to turn when it is urgent. */
export function ContactPage({ language, municipality, topics }: ContactPageProps) {
  const words = contactWords[language];
  return (
    <div class="measure page page-narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(municipality)}</p>
      <section>
        <h2>{words.urgent}</h2>
        <dl class="numbers">
          {words.urgentRows.map(({ term, note }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.alerts}</h2>
        <p>{words.alertsText}</p>
      </section>
      {topics.length > 0 && (
        <section>
          <h2>{words.owners}</h2>
          <p>{words.ownersText}</p>
          <ul class="owners">
            {topics.map((topic) => (
              <li key={topic.id}>
                <strong>{topic.name[language]}</strong>
                <span lang="sv">
                  {topic.owner}, {topic.department}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
