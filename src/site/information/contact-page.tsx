import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { telOf, type Contact } from './contact.js';
import { contactWords } from './contact.words.js';

interface ContactPageProps {
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly contact: Contact;
  readonly topics: readonly Topic[];
}

/** Whom to ask about each topic, and where to turn in an emergency. */
export function ContactPage({ language, municipality, contact, topics }: ContactPageProps) {
  const words = contactWords[language];
  return (
    <div class="measure page page-narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(municipality)}</p>
      <ContactWays contact={contact} language={language} />
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

/** How to reach the municipality. */
export function ContactWays({
  contact: { phone, email, url },
  language,
}: Pick<ContactPageProps, 'contact' | 'language'>) {
  const words = contactWords[language];
  const ways = [
    phone && ([words.phone, telOf(phone), phone] as const),
    email && ([words.email, `mailto:${email}`, email] as const),
    url && ([words.web, url, url.replace(/^https?:\/\/|\/$/g, '')] as const),
  ].filter((way) => way !== undefined && way !== '');
  if (ways.length === 0) return <p>{words.elsewhere}</p>;
  return (
    <dl class="numbers">
      {ways.map(([term, href, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <a href={href}>{text}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
