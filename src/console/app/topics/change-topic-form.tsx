import { useEffect, useRef, useState } from 'preact/hooks';
import type { Topic } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { TopicFields } from './topic-fields.js';
import { bodyOf, faultsOf, formOf, type TopicFaults } from './topic-form.js';
import { words } from './topics.words.js';

interface ChangeTopicFormProps {
  topic: Topic;
  onClose: () => void;
  onSaved: () => void;
}

/** Changes a topic, all fields at once. */
export function ChangeTopicForm({ topic, onClose, onSaved }: ChangeTopicFormProps) {
  const { say } = useSpeech();
  const [form, setForm] = useState(() => formOf(topic));
  // Of what the form was filled with: the topic may be fetched again meanwhile.
  const [version] = useState(topic.version);
  const [faults, setFaults] = useState<TopicFaults>({});
  const { busy, failure, run } = useMutation(
    (body: object) => call<Topic>('PUT', `/topics/${topic.id}`, { body }),
    '/topics',
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the form is gone.
  useEffect(() => heading.current?.focus(), []);
  async function save(): Promise<void> {
    const found = faultsOf(form);
    setFaults(found);
    if (!busy && Object.keys(found).length === 0 && (await run({ ...bodyOf(form), version }))) onSaved();
  }
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say(words.change)}
      </h2>
      <TopicFields
        form={form}
        faults={faults}
        isNew={false}
        change={(patch) => setForm((now) => ({ ...now, ...patch }))}
      />
      <FailureNote failure={failure} retry={() => void save()} />
      <div class="buttons">
        <BusyButton type="submit" busy={busy}>
          {say(words.save)}
        </BusyButton>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {say(words.notNow)}
        </button>
      </div>
    </form>
  );
}
