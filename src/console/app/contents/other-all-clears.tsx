import type { OtherAllClear } from '../api/answers.js';
import { stateWords } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words } from './follow-up.words.js';

/**
 * Shown beside an all-clear: other all-clears of the same alert. A second one may be intended, so this does not block.
 */
export function OtherAllClears({ others }: { others: readonly OtherAllClear[] }) {
  const { say, format } = useSpeech();
  if (others.length === 0) return null;
  return (
    <section class="note" aria-labelledby="other-all-clears">
      <p>
        <strong id="other-all-clears">{say(words.calledOffAlready)}.</strong> {say(words.calledOffTwice)}
      </p>
      <ul class="followers">
        {others.map(({ id, state, createdBy, createdAt }) => (
          <li key={id}>
            <Link href={paths.broadcast(id)}>
              {say(words.writtenBy, {
                name: createdBy?.name || say(words.system),
                moment: format.moment(createdAt),
              })}
            </Link>{' '}
            <span class={`badge badge-state badge-${state}`}>{say(stateWords[state])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
