import type { NumberCheck, Reach } from '../../directory/self-service/registration.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { PostForm } from '../page/form-parts.js';
import { NoticeText } from '../page/page-parts.js';
import { GoingOnHere } from '../news/going-on-here.js';
import type { ConcerningEach } from '../news/incidents-at.js';
import { pagePaths, type PageName } from '../page/page-paths.js';
import { checkWords } from './check.words.js';
import { postal } from './own-addresses-page.js';

interface CheckNumberPageProps {
  readonly language: InterfaceLanguage;
  readonly check: NumberCheck;
  /** The topics that the phone subscribes to; undefined for a landline, which can't subscribe. */
  readonly topics?: readonly Topic[];
  /** Formatted for display. */
  readonly number: string;
  readonly lifted: boolean;
  /** What concerns each address now, by the address's id. */
  readonly concerning: ConcerningEach;
}

/** Shows what would be sent to a phone, or why nothing would be sent. */
export function CheckNumberPage({
  language,
  check,
  topics,
  number,
  lifted,
  concerning,
}: CheckNumberPageProps) {
  const words = checkWords[language];
  return (
    <div class="measure page page-narrow">
      <NoticeText text={lifted ? words.lifted : undefined} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(number)}</p>
      <section>
        <h2>{words.alerts}</h2>
        <Alerts check={check} language={language} concerning={concerning} />
      </section>
      <section>
        <h2>{words.topics}</h2>
        <Topics topics={topics} quarantined={check.reach === 'quarantined'} language={language} />
      </section>
    </div>
  );
}

/** The page to link to for each answer. */
const ways: Record<
  Reach,
  readonly [PageName, keyof (typeof checkWords)['sv'] & ('addresses' | 'add' | 'contact' | 'objectedLink')]
> = {
  reached: ['ownAddresses', 'addresses'],
  objected: ['objection', 'objectedLink'],
  quarantined: ['ownAddresses', 'addresses'],
  nowhere: ['addAddress', 'add'],
  'ask-us': ['contact', 'contact'],
};

function Alerts({
  check,
  language,
  concerning,
}: Pick<CheckNumberPageProps, 'check' | 'language' | 'concerning'>) {
  const words = checkWords[language];
  const { reach, kind, addresses } = check;
  const said = {
    reached: kind === 'landline' ? words.reachedLandline : words.reachedMobile,
    objected: words.objected,
    quarantined: words.quarantined(check.why?.[language] ?? ''),
    nowhere: words.nowhere,
    'ask-us': words.askUs,
  };
  const [page, label] = ways[reach];
  return (
    <>
      <p class={reach === 'reached' ? 'verdict verdict-good' : 'verdict'}>{said[reach]}</p>
      {reach === 'reached' && (
        <ul class="points">
          {addresses.map((address) => (
            <li key={address.addressId}>
              <strong>{[address.name, postal(address)].filter(Boolean).join(', ')}</strong>
              <GoingOnHere concerning={concerning.get(address.addressId) ?? []} language={language} />
              {address.householdHasMobile && <p class="hint">{words.covered}</p>}
            </li>
          ))}
        </ul>
      )}
      {reach === 'quarantined' && (
        <PostForm action={pagePaths.retryNumber[language]}>
          <button class="button" type="submit">
            {words.retry}
          </button>
        </PostForm>
      )}
      <p>
        <a href={pagePaths[page][language]}>{words[label]}</a>
      </p>
    </>
  );
}

interface TopicsProps {
  readonly topics?: readonly Topic[];
  readonly quarantined: boolean;
  readonly language: InterfaceLanguage;
}

function Topics({ topics, quarantined, language }: TopicsProps) {
  const words = checkWords[language];
  if (!topics) return <p>{words.topicsLandline}</p>;
  const some = topics.length > 0;
  return (
    <>
      <p>{some ? words.topicsList : words.topicsNone}</p>
      {some && (
        <ul class="points">
          {topics.map((topic) => (
            <li key={topic.id}>
              <strong>{topic.name[language]}</strong>
              {topic.state === 'closed' && ` (${words.topicsClosed})`}
            </li>
          ))}
        </ul>
      )}
      {some && quarantined && <p>{words.topicsQuarantined}</p>}
      <p>
        <a href={pagePaths[some ? 'ownTopics' : 'topics'][language]}>
          {some ? words.topicsChange : words.topicsChoose}
        </a>
      </p>
    </>
  );
}
