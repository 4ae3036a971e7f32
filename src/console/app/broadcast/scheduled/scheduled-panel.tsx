import { useState } from 'preact/hooks';
import type { Broadcast } from '../../api/answers.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { counted } from '../../contents/counted.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { BusyButton } from '../../shell/busy-button.js';
import { Dialog } from '../../shell/dialog.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words as pageWords } from '../broadcast-page.words.js';
import { Controls } from '../progress/controls.js';
import { words } from './scheduled.words.js';

interface ScheduledPanelProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
}

/** When an approved broadcast starts, and what can be done until then. */
export function ScheduledPanel({ broadcast, onChanged }: ScheduledPanelProps) {
  const { say, format } = useSpeech();
  const { id, allowed, startsAt, heldUntil } = broadcast;
  const start = heldUntil ?? startsAt;
  const moment = start === undefined ? '' : format.moment(start);
  return (
    <section aria-labelledby="scheduled-title" class="card card-first">
      <h2 id="scheduled-title">{say(words.title, { moment })}</h2>
      <p>{say(heldUntil ? words.held : words.how)}</p>
      <Controls broadcast={broadcast} onChanged={onChanged}>
        {allowed.includes('edit') && (
          <Link class="button button-quiet" href={paths.edit(id)}>
            {say(pageWords.change)}
          </Link>
        )}
        {!heldUntil && allowed.includes('start-now') && (
          <StartNow broadcast={broadcast} moment={moment} onChanged={onChanged} />
        )}
      </Controls>
    </section>
  );
}

function StartNow({ broadcast, moment, onChanged }: ScheduledPanelProps & { moment: string }) {
  const { say, count } = useSpeech();
  const { id, exercise, planned } = broadcast;
  const [asking, setAsking] = useState(false);
  const post = usePostOnce(`start-${id}`);

  async function startNow(): Promise<void> {
    const started = await post.run<Broadcast>(`/broadcasts/${id}/start-now`);
    if (!started) return;
    setAsking(false);
    onChanged(started);
  }
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
        {say(words.startNow)}
      </button>
      {asking && (
        <Dialog
          title={say(words.startNowSure, { phones: count(planned ?? 0, counted.phones) })}
          exercise={exercise}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.startNowHow, { moment })}</p>
          <FailureNote failure={post.failure} retry={() => void startNow()} />
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(pageWords.notNow)}
            </button>
            <BusyButton busy={post.busy} onClick={() => void startNow()}>
              {say(words.startNow)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
