import { useState } from 'preact/hooks';
import type { Broadcast } from '../../api/answers.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { useSpeech } from '../../language/language.js';
import { useOpened } from '../../opened/opened.js';
import { useSession } from '../../session/session.js';
import { BusyButton } from '../../shell/busy-button.js';
import { FailureNote } from '../../shell/failure-note.js';
import { ApproveDialog } from './approve-dialog.js';
import { words } from '../broadcast-page.words.js';
import { NoteDialog } from './note-dialog.js';
import { reminderRead } from './reminder-read.js';
import { useWhenApproved } from '../scheduled/start-notes.js';
import { isOwnWork, whyNotApprove } from './why-not.js';

interface DecisionProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
  /** Called when the broadcast has changed since it was shown, so that it must be read again. */
  onStale: () => void;
}

/** At the top of the page: what the reader is to decide, or why they cannot. */
export function DecisionNotice({ broadcast }: Pick<DecisionProps, 'broadcast'>) {
  const { say } = useSpeech();
  const { member } = useSession();
  const why = member && whyNotApprove(broadcast, member);
  if (why)
    return (
      <div class="note screen-only">
        <p>
          <strong>{say(words.waits)}</strong>
        </p>
        <p>{say(why)}</p>
      </div>
    );
  return (
    <p class="ahead">
      {say(words.decideAhead)} <a href="#decision">{say(words.toDecision)}</a>
    </p>
  );
}

/** The second person's approval, return or rejection. */
export function Decision({ broadcast, onChanged, onStale }: DecisionProps) {
  const { say } = useSpeech();
  const { member } = useSession();
  const { things } = useOpened();
  const { id, allowed, exercise, webOnly } = broadcast;
  const [asking, setAsking] = useState<'approval' | 'return' | 'rejection'>();
  const post = usePostOnce(`decide-${id}`);
  const [body, setBody] = useState<object>({});
  const how = useWhenApproved(broadcast, say(webOnly ? words.decideHowWeb : words.decideHow));
  if (!member) return null;

  async function run(action: 'approval' | 'return' | 'rejection', sent: object): Promise<void> {
    setBody(sent);
    const changed = await post.run<Broadcast>(`/broadcasts/${id}/${action}`, sent);
    if (changed) {
      setAsking(undefined);
      onChanged(changed);
    } else onStale();
  }
  if (whyNotApprove(broadcast, member)) return null;
  const refused = post.failure?.kind === 'refused' ? post.failure.problem.code : undefined;
  return (
    <section id="decision" tabIndex={-1} aria-labelledby="decision-title" class="card card-first screen-only">
      <h2 id="decision-title">{say(webOnly ? words.decideWeb : words.decide)}</h2>
      <p>{how}</p>
      {!asking && <FailureNote failure={post.failure} />}
      <div class="buttons">
        <BusyButton busy={post.busy} onClick={() => setAsking('approval')}>
          {say(exercise ? words.approveExercise : webOnly ? words.publish : words.approve)}
        </BusyButton>
        {allowed.includes('return') && (
          <BusyButton busy={post.busy} look="quiet" onClick={() => setAsking('return')}>
            {say(words.giveBack)}
          </BusyButton>
        )}
        {allowed.includes('rejection') && (
          <BusyButton busy={post.busy} look="quiet" onClick={() => setAsking('rejection')}>
            {say(words.reject)}
          </BusyButton>
        )}
      </div>
      {asking === 'approval' && (
        <ApproveDialog
          broadcast={broadcast}
          alone={isOwnWork(broadcast, member) || refused === 'broadcast.four-eyes'}
          post={post}
          onClose={() => setAsking(undefined)}
          opened={things}
          onApprove={(approval) =>
            void run('approval', { ...approval, ...reminderRead(broadcast), opened: [...things] })
          }
        />
      )}
      {(asking === 'return' || asking === 'rejection') && (
        <NoteDialog
          kind={asking}
          exercise={exercise}
          post={post}
          onClose={() => setAsking(undefined)}
          onNote={(note) => void run(asking, { note })}
          onRetry={() => void run(asking, body)}
        />
      )}
    </section>
  );
}
