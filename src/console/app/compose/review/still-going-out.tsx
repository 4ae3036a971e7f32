import type { Wording } from '../../../../kernel/refusal.js';
import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { counted } from '../../contents/counted.words.js';

const words = {
  title: { sv: 'Larmet skickas fortfarande', en: 'The alert is still going out' },
  pending: { sv: '{phones} har inte fått det än.', en: '{phones} have not had it yet.' },
  what: {
    sv: 'När beskedet att det är över godkänns avbryts resten. De som inte har hunnit få larmet får inte heller beskedet.',
    en: 'When the all-clear is approved the rest is cancelled. Those who have not had the alert do not get the all-clear either.',
  },
} satisfies Record<string, Wording>;

/** Shown beside an all-clear: its alert is still being sent, and what happens to the rest. */
export function StillGoingOut({ alert }: { alert: Pick<Broadcast, 'stillGoingOut'> }) {
  const { say, count } = useSpeech();
  const { stillGoingOut } = alert;
  if (stillGoingOut.length === 0) return null;
  const pending = stillGoingOut.reduce((sum, part) => sum + part.pending, 0);
  return (
    <p class="note">
      <strong>{say(words.title)}.</strong>{' '}
      {pending > 0 && say(words.pending, { phones: count(pending, counted.phones) })} {say(words.what)}
    </p>
  );
}
