import type { Broadcast } from '../../api/answers.js';
import { counted } from '../../contents/counted.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { words } from './scheduled.words.js';

/** Says that a scheduled broadcast could not start in time. */
export function MissedNote({ broadcast: { startsAt, heldUntil, expiresAt } }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const start = heldUntil ?? startsAt;
  return (
    <div class="note note-failure" role="status">
      <p>
        <strong>{say(words.missedTitle)}</strong>
      </p>
      <p>
        {say(words.missed, {
          start: start === undefined ? '' : format.moment(start),
          end: format.moment(expiresAt),
        })}
      </p>
    </div>
  );
}

/** How many phones came into the area while the alert waited, with the way to reach them. */
export function MovedIn({ broadcast }: { broadcast: Broadcast }) {
  const { say, count } = useSpeech();
  const { id, movedIn, mayBeFollowed } = broadcast;
  if (!movedIn) return null;
  return (
    <p class="note">
      {say(words.movedIn, { phones: count(movedIn, counted.phones) })}{' '}
      {mayBeFollowed && <Link href={paths.follow(id, 'extension')}>{say(words.extend)}</Link>}
    </p>
  );
}

/** When it will be sent, if the reader approves it now. */
export function useWhenApproved({ startsAt, opensAt }: Broadcast, atOnce: string): string {
  const { say, format } = useSpeech();
  if (opensAt !== undefined) return say(words.approveAt, { moment: format.moment(opensAt) });
  const isPassed = startsAt !== undefined && Date.parse(startsAt) <= Date.now();
  return startsAt === undefined
    ? atOnce
    : say(isPassed ? words.approvePassed : words.approveAt, { moment: format.moment(startsAt) });
}
