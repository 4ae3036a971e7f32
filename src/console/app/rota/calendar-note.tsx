import type { Rota } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './rota.words.js';

/** When the calendar was read, and what in it could not be used. */
export function CalendarNote({
  calendar: { readAt, failingSince, unmatched },
}: {
  calendar: NonNullable<Rota['calendar']>;
}) {
  const { say, format } = useSpeech();
  return (
    <>
      {readAt && <p class="hint">{say(words.calendarRead, { at: format.moment(readAt) })}</p>}
      {failingSince && (
        <p class="note">{say(words.calendarFailing, { since: format.moment(failingSince) })}</p>
      )}
      {unmatched.length > 0 && (
        <div class="note">
          <p>{say(words.unmatched)}</p>
          <ul>
            {unmatched.map(({ summary, startsAt, endsAt }, i) => (
              <li key={i}>
                {say(words.event, {
                  title: summary,
                  from: format.moment(startsAt),
                  to: format.moment(endsAt),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
