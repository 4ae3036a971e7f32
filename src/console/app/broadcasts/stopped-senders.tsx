import { useEffect, useState } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import { call, failureIn } from '../api/call.js';
import type { Sender } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { useLoaded } from '../api/use-loaded.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';

/** How often it is asked, in milliseconds. */
const askEvery = 20_000;

const words = {
  stopped: {
    sv: 'Inget skickas från {sender}. Operatören sa nej {moment} (kod {reason}).',
    en: 'Nothing is sent from {sender}. The operator said no {moment} (code {reason}).',
  },
  what: {
    sv: 'Utskicken väntar. När kontot är rättat kan en systemägare eller en tjänsteman i beredskap starta igen.',
    en: 'Broadcasts wait. When the account is mended a service owner or a duty officer can start again.',
  },
  restart: { sv: 'Kontot är rättat, starta {sender}', en: 'The account is mended, start {sender}' },
} satisfies Record<string, Wording>;

/** Tells staff that the provider made us stop a sender, since nobody else will see it. */
export function StoppedSenders() {
  const { data, reload } = useLoaded<Sender[]>('/senders');
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, askEvery);
    return () => clearInterval(timer);
  }, [reload]);
  const stopped = (data ?? []).filter((sender) => sender.stopped);
  return (
    <div role="status">
      {stopped.map((sender) => (
        <Stop key={sender.id} sender={sender} onStarted={reload} />
      ))}
    </div>
  );
}

function Stop({ sender: { id, address, stopped }, onStarted }: { sender: Sender; onStarted: () => void }) {
  const { say, format } = useSpeech();
  const { member } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  if (!stopped) return null;
  function restart(): void {
    setBusy(true);
    setFailure(undefined);
    call('DELETE', `/senders/${encodeURIComponent(id)}/stop`)
      .then(onStarted, (error: unknown) => setFailure(failureIn(error)))
      .finally(() => setBusy(false));
  }
  return (
    <div class="note note-failure">
      <p>
        <strong>
          {say(words.stopped, { sender: address, moment: format.moment(stopped.at), reason: stopped.reason })}
        </strong>
      </p>
      <p>{say(words.what)}</p>
      <FailureNote failure={failure} />
      {member?.may.includes('sender.restart') && (
        <BusyButton busy={busy} look="quiet" onClick={restart}>
          {say(words.restart, { sender: address })}
        </BusyButton>
      )}
    </div>
  );
}
