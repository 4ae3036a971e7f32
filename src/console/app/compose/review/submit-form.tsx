import { useEffect, useState } from 'preact/hooks';
import type { Broadcast } from '../../api/answers.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { useSpeech } from '../../language/language.js';
import { useNavigation } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { useSession } from '../../session/session.js';
import { BusyButton } from '../../shell/busy-button.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words as followWords } from '../follow-up/follow-up.words.js';
import type { FormFault } from '../form/form-faults.js';
import { refusedFaults } from '../form/refused-faults.js';
import { words } from './review.words.js';
import { readCount } from '../../contents/typed-count.js';

const nobodyThere = ({ follows }: Broadcast) =>
  !follows
    ? words.nobody
    : follows.relation === 'extension'
      ? followWords.nobodyLeft
      : followWords.nobodyHadIt;

interface SubmitFormProps {
  broadcast: Broadcast;
  onSubmitted: () => void;
  /** The audience may have changed since it was counted: the figures must be loaded again. */
  onRefused: () => void;
  /** The texts or their checklist were refused: `faults` says where. */
  onFaults: (faults: readonly FormFault[]) => void;
}

/** Submits the draft for a colleague's approval. Above a limit, the user must type the number of phones. */
export function SubmitForm({ broadcast, onSubmitted, onRefused, onFaults }: SubmitFormProps) {
  const { say } = useSpeech();
  const { go } = useNavigation();
  const { settings } = useSession();
  const submission = usePostOnce(`submit-${broadcast.id}`);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const { phones } = broadcast.preview ?? { phones: { mobile: 0, landline: 0 } };
  const count = phones.mobile + phones.landline;
  // When the settings could not be loaded, the API's refusal says that the count is required.
  const asked =
    submission.failure?.kind === 'refused' && submission.failure.problem.code === 'broadcast.count-required';
  const mustType = asked || (settings !== undefined && count > settings.typeCountAbove);

  useEffect(() => {
    const faults = refusedFaults(submission.failure, broadcast);
    if (faults.length > 0) onFaults(faults);
  }, [submission.failure]);

  async function submit(): Promise<void> {
    if (mustType && readCount(typed) !== count) {
      setFault(
        typed.trim() === '' ? say(words.countMissing) : say(words.countDiffers, { typed: typed.trim() }),
      );
      document.getElementById('count')?.focus();
      return;
    }
    setFault(undefined);
    const submitted = await submission.run<Broadcast>(`/broadcasts/${broadcast.id}/submission`, { count });
    if (!submitted) {
      onRefused();
      return;
    }
    onSubmitted();
    go(paths.broadcast(broadcast.id));
  }

  if (count === 0 && !broadcast.webOnly)
    return <p class="note note-failure">{say(nobodyThere(broadcast))}</p>;
  return (
    <form
      class="submit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {mustType && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="count">{say(words.typeCount)}</label>
          <p class="hint" id="count-hint">
            {say(words.typeCountHint)}
          </p>
          <p class="fault" id="count-fault" role="alert">
            {fault}
          </p>
          <input
            id="count"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            aria-invalid={fault ? true : undefined}
            aria-describedby="count-hint count-fault"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
      <p>{say(broadcast.webOnly ? words.secondPersonWeb : words.secondPerson)}</p>
      <FailureNote failure={submission.failure} retry={() => void submit()} />
      <BusyButton busy={submission.busy} type="submit">
        {say(words.submit)}
      </BusyButton>
    </form>
  );
}
