import type { Wording } from '../../../kernel/refusal.js';
import { call } from '../api/call.js';
import type { ProviderTroubles, Sender } from '../api/answers.js';
import { useMutation } from '../api/use-mutation.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';

/** Polling interval, in milliseconds. */
const askEvery = 20_000;

const words = {
  stopped: {
    sv: 'Inget skickas från {sender}. Operatören sa nej {moment} (kod {reason}).',
    en: 'Nothing is sent from {sender}. The operator said no {moment} (code {reason}).',
  },
  what: {
    sv: 'Utskicken väntar. När felet är rättat kan en systemägare eller tjänsteman i beredskap starta igen.',
    en: 'Broadcasts wait. When the fault is mended a service owner or a duty officer can start again.',
  },
  probe: {
    sv: 'Felet kan gå över av sig självt. Ett nytt försök görs {moment}.',
    en: 'The fault may pass by itself. It is tried again {moment}.',
  },
  restart: { sv: 'Felet är rättat, starta {sender}', en: 'The fault is mended, start {sender}' },
  silent: {
    sv: 'Operatören svarar inte på frågor om vad som har skickats (kod {reason}, sedan {moment}).',
    en: 'The operator does not answer questions about what was sent (code {reason}, since {moment}).',
  },
  doubts: {
    sv: 'Det är osäkert om {n} meddelanden gick ut. De skickas inte igen förrän det går att ta reda på.',
    en: 'It is unsure whether {n} messages went out. They are not sent again until that can be found out.',
  },
  mendLookUps: {
    sv: 'Be den som sköter driften att köra kommandot doctor.',
    en: 'Ask your IT operations to run the command doctor.',
  },
} satisfies Record<string, Wording>;

/** Shows staff what the provider refuses or does not answer, since nobody else will see it. */
export function StoppedSenders() {
  const { member } = useSession();
  const sees = mayI(member, 'sender.read');
  const { data } = useQuery<Sender[]>(sees ? '/senders' : undefined, { every: askEvery });
  const { data: troubles } = useQuery<ProviderTroubles>(sees ? '/provider-troubles' : undefined, {
    every: askEvery,
  });
  const stopped = (data ?? []).filter((sender) => sender.stopped);
  return (
    <div role="status">
      {stopped.map((sender) => (
        <Stop key={sender.id} sender={sender} />
      ))}
      {troubles && <Silence troubles={troubles} />}
    </div>
  );
}

function Silence({ troubles: { lookUps, doubts } }: { troubles: ProviderTroubles }) {
  const { say, format } = useSpeech();
  const [longest] = lookUps;
  if (!longest) return null;
  return (
    <div class="note note-failure">
      <p>
        <strong>{say(words.silent, { reason: longest.reason, moment: format.moment(longest.since) })}</strong>
      </p>
      {doubts.waiting > 0 && <p>{say(words.doubts, { n: doubts.waiting })}</p>}
      <p>{say(words.mendLookUps)}</p>
    </div>
  );
}

function Stop({ sender: { id, address, stopped } }: { sender: Sender }) {
  const { say, format } = useSpeech();
  const { member } = useSession();
  const { busy, failure, run } = useMutation(
    () => call('DELETE', `/senders/${encodeURIComponent(id)}/stop`),
    '/senders',
  );
  if (!stopped) return null;
  return (
    <div class="note note-failure">
      <p>
        <strong>
          {say(words.stopped, { sender: address, moment: format.moment(stopped.at), reason: stopped.reason })}
        </strong>
      </p>
      <p>{say(words.what)}</p>
      {stopped.probeAt && <p>{say(words.probe, { moment: format.moment(stopped.probeAt) })}</p>}
      <FailureNote failure={failure} />
      {mayI(member, 'sender.restart') && (
        <BusyButton busy={busy} look="quiet" onClick={() => void run(undefined)}>
          {say(words.restart, { sender: address })}
        </BusyButton>
      )}
    </div>
  );
}
