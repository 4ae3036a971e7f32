import type { Broadcast } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './contents.words.js';

/** Says, before the approval, that a topic's hours begin later; and if that is too late. */
export function WaitsForHours({ broadcast: { opensAt, expiresAt } }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  if (opensAt === undefined) return null;
  const isTooLate = Date.parse(opensAt) >= Date.parse(expiresAt);
  return (
    <p class={isTooLate ? 'note note-failure' : 'note'}>
      {say(isTooLate ? words.opensTooLate : words.waitsUntil, { moment: format.moment(opensAt) })}
    </p>
  );
}
