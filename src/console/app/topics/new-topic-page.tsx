import { useState } from 'preact/hooks';
import type { Topic } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { TopicFields } from './topic-fields.js';
import { bodyOf, emptyTopic, faultsOf, slugFrom, type TopicFaults, type TopicForm } from './topic-form.js';
import { words } from './topics.words.js';

/** Adds a topic for the reader's own department. */
export function NewTopicPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <p class="crumb">
        <Link href={paths.topics}>{say(words.all)}</Link>
      </p>
      <PageTitle title={say(words.create)} />
      {mayI(member, 'topic.write') ? <NewTopic /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function NewTopic() {
  const { say } = useSpeech();
  const { go } = useNavigation();
  const [form, setForm] = useState<TopicForm>(emptyTopic);
  const [faults, setFaults] = useState<TopicFaults>({});
  const { busy, failure, run } = usePostOnce('add-topic', '/topics');
  const change = (patch: Partial<TopicForm>) =>
    setForm((now) => {
      const next = { ...now, ...patch };
      // Follows the name until somebody writes an address.
      const isSuggested = now.slug === slugFrom(now.name.sv) && patch.slug === undefined;
      return isSuggested ? { ...next, slug: slugFrom(next.name.sv) } : next;
    });
  async function add(): Promise<void> {
    const found = faultsOf(form);
    setFaults(found);
    if (busy || Object.keys(found).length > 0) return;
    const added = await run<Topic>('/topics', { ...bodyOf(form), slug: form.slug });
    if (added) go(paths.topic(added.id));
  }
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TopicFields form={form} faults={faults} isNew change={change} />
      <FailureNote failure={failure} retry={() => void add()} />
      <div class="buttons">
        <BusyButton type="submit" busy={busy}>
          {say(words.add)}
        </BusyButton>
      </div>
    </form>
  );
}
