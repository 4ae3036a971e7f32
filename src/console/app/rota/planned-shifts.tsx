import type { PlannedShifts } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './rota.words.js';

/** The shifts that a repetition would add, with those that are there at the same time. */
export function PlannedShiftList({ planned }: { planned: PlannedShifts }) {
  const { say, count, format } = useSpeech();
  const clashes = planned.filter(({ overlaps }) => overlaps.length > 0).length;
  return (
    <>
      <p>{count(planned.length, words.willAdd)}</p>
      {clashes > 0 && <p class="note">{count(clashes, words.clashes)}</p>}
      <ol>
        {planned.map(({ person, startsAt, endsAt, overlaps }) => (
          <li key={startsAt}>
            <strong>{person.name}</strong>,{' '}
            {say(words.span, { from: format.moment(startsAt), to: format.moment(endsAt) })}
            {overlaps.map((other) => (
              <span class="hint" key={`${other.person.id} ${other.startsAt}`}>
                {' '}
                {say(words.clash, {
                  name: other.person.name,
                  from: format.moment(other.startsAt),
                  to: format.moment(other.endsAt),
                })}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
