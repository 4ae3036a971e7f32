import { useState } from 'preact/hooks';
import type { Topic } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { ChangeTopicForm } from './change-topic-form.js';
import { hoursInWords } from './hours-in-words.js';
import { hoursWords } from './hours.words.js';
import { StateBadge } from './state-badge.js';
import { SubscriberHistory } from './subscriber-history.js';
import { words } from './topics.words.js';

/** One topic: what it is, how many have subscribed over time, and the form for those who may change it. */
export function TopicPage({ id }: { id: string }) {
  const { say, language } = useSpeech();
  const { member } = useSession();
  const { data, failure, loading, reload } = useQuery<Topic[]>(
    mayI(member, 'topic.read') ? '/topics' : undefined,
  );
  const topic = data?.find((one) => one.id === id);
  return (
    <>
      <p class="crumb">
        <Link href={paths.topics}>{say(words.all)}</Link>
      </p>
      <PageTitle title={topic ? topic.name[language] : say(words.title)} />
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {!mayI(member, 'topic.read') && <p class="lead">{say(words.notYours)}</p>}
      {data && !topic && <p class="lead">{say(words.gone)}</p>}
      {topic && <TopicInFull topic={topic} />}
    </>
  );
}

function TopicInFull({ topic }: { topic: Topic }) {
  const { say, language } = useSpeech();
  const [changing, setChanging] = useState(false);
  const [told, setTold] = useState('');
  const { name, description, department, owner, slug, hours, mayChange } = topic;
  const facts = [
    [words.department, department],
    [words.owner, owner],
    [words.address, slug],
  ] as const;
  return (
    <>
      <StateBadge state={topic.state} />
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      <p class="lead">{description[language]}</p>
      <dl class="facts card">
        {facts.map(([wording, fact]) => (
          <div key={wording.en}>
            <dt>{say(wording)}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        <div>
          <dt>{say(words.isPublic)}</dt>
          <dd>{say(topic.isPublic ? words.publicYes : words.publicNo)}</dd>
        </div>
        <div>
          <dt>{say(hoursWords.legend)}</dt>
          <dd>{hours ? <WeekInWords hours={hours} /> : say(hoursWords.always)}</dd>
        </div>
      </dl>
      {changing ? (
        <ChangeTopicForm
          topic={topic}
          onClose={() => {
            setChanging(false);
            rescueFocus();
          }}
          onSaved={() => {
            setChanging(false);
            setTold(say(words.saved, { name: name[language] }));
            rescueFocus();
          }}
        />
      ) : mayChange ? (
        <p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              setTold('');
              setChanging(true);
            }}
          >
            {say(words.change)}
          </button>
        </p>
      ) : (
        <p class="hint">{say(words.othersTopic, { department })}</p>
      )}
      <SubscriberHistory id={topic.id} />
    </>
  );
}

function WeekInWords({ hours }: { hours: NonNullable<Topic['hours']> }) {
  const { say } = useSpeech();
  return (
    <>
      {hoursInWords(hours, say).map((days) => (
        <div key={days}>{days}</div>
      ))}
      <span class="hint">{say(hoursWords.holidays)}</span>
    </>
  );
}
