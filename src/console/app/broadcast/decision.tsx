import { useState } from 'preact/hooks';
import type { Broadcast } from '../api/contract.js';
import { useIntent } from '../api/use-intent.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { ApproveDialog } from './approve-dialog.js';
import { words } from './broadcast-page.words.js';
import { NoteDialog } from './note-dialog.js';
import { isOwnWork, whyNotApprove } from './why-not.js';

interface DecisionProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
  /** It is another than the one shown, so it must be read again. */
  onStale: () => void;
}

/** The second person's yes or no; who can't is told why. */
export function Decision({ broadcast, onChanged, onStale }: DecisionProps) {
  const { say } = useSpeech();
  const { member } = useSession();
  const { id, allowed, exercise } = broadcast;
  const [asking, setAsking] = useState<'approval' | 'return' | 'rejection'>();
  const intent = useIntent(`decide-${id}`);
  const [body, setBody] = useState<object>({});
  if (!member) return null;

  async function run(action: 'approval' | 'return' | 'rejection', sent: object): Promise<void> {
    setBody(sent);
    const changed = await intent.run<Broadcast>(`/broadcasts/${id}/${action}`, sent);
    if (changed) {
      setAsking(undefined);
      onChanged(changed);
    } else onStale();
  }
  const why = whyNotApprove(broadcast, member);
  const refused = intent.failure?.kind === 'refused' ? intent.failure.problem.code : undefined;
  return (
    <section aria-labelledby="decision-title" class="card card-first">
      <h2 id="decision-title">{say(why ? words.waits : words.decide)}</h2>
      <p>{say(why ?? words.decideHow)}</p>
      {!asking && <FailureNote failure={intent.failure} />}
      <div class="buttons">
        {allowed.includes('approval') && (
          <BusyButton busy={intent.busy} onClick={() => setAsking('approval')}>
            {say(exercise ? words.approveExercise : words.approve)}
          </BusyButton>
        )}
        {allowed.includes('return') && !why && (
          <BusyButton busy={intent.busy} look="quiet" onClick={() => setAsking('return')}>
            {say(words.giveBack)}
          </BusyButton>
        )}
        {allowed.includes('rejection') && !why && (
          <BusyButton busy={intent.busy} look="quiet" onClick={() => setAsking('rejection')}>
            {say(words.reject)}
          </BusyButton>
        )}
      </div>
      {asking === 'approval' && (
        <ApproveDialog
          broadcast={broadcast}
          alone={isOwnWork(broadcast, member) || refused === 'broadcast.four-eyes'}
          intent={intent}
          onClose={() => setAsking(undefined)}
          onApprove={(approval) => void run('approval', approval)}
        />
      )}
      {(asking === 'return' || asking === 'rejection') && (
        <NoteDialog
          kind={asking}
          intent={intent}
          onClose={() => setAsking(undefined)}
          onNote={(note) => void run(asking, { note })}
          onRetry={() => void run(asking, body)}
        />
      )}
    </section>
  );
}
