import type { Topic } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { counted } from '../contents/counted.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { StateBadge } from './state-badge.js';
import { words } from './topics.words.js';

/** All topics, by department, for everyone who may read them. */
export function TopicsPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <div class="title-row">
        <PageTitle title={say(words.title)} />
        {mayI(member, 'topic.write') && (
          <Link class="button button-main" href={paths.newTopic}>
            {say(words.create)}
          </Link>
        )}
      </div>
      {mayI(member, 'topic.read') ? <Topics /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function Topics() {
  const { say } = useSpeech();
  const { data, failure, loading, reload } = useQuery<Topic[]>('/topics');
  const departments = [...new Set(data?.map(({ department }) => department))];
  return (
    <>
      <p class="lead">{say(words.lead)}</p>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && <p class="hint">{say(words.none)}</p>}
      {departments.map((department, at) => (
        <section key={department} class="group" aria-labelledby={`department-${at}`}>
          <h2 id={`department-${at}`}>{department}</h2>
          <ul class="entries">
            {data
              ?.filter((topic) => topic.department === department)
              .map((topic) => (
                <TopicEntry key={topic.id} topic={topic} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function TopicEntry({ topic: { id, name, owner, state, subscribers } }: { topic: Topic }) {
  const { count, language } = useSpeech();
  return (
    <li class="entry">
      <Link class="entry-link" href={paths.topic(id)}>
        {name[language]}
      </Link>
      <StateBadge state={state} />
      <p class="entry-facts">
        <span>{owner}</span>
        <span>{count(subscribers, counted.subscribers)}</span>
      </p>
    </li>
  );
}
