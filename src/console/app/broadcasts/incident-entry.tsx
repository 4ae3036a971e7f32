import type { Incident } from '../api/answers.js';
import { counted } from '../contents/counted.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { Badges } from './badges.js';
import { badgeWords, relationWords, stateWords } from './broadcast.words.js';
import { words } from './list.words.js';
import { ProgressBar } from './progress-bar.js';

/** An incident in the list: one broadcast, or several with a link to each. */
export function IncidentEntry({ incident }: { incident: Incident }) {
  const { say, count, format } = useSpeech();
  const { root, title, named, exercise, broadcasts } = incident;
  const newest = broadcasts.at(-1)!;
  const alone = broadcasts.length === 1;
  const going = broadcasts.filter(
    ({ state, webOnly: isOnWeb }) => !isOnWeb && ['approved', 'sending', 'paused'].includes(state),
  );
  const waiting = broadcasts.filter(
    ({ state, heldUntil, startsAt }) => state === 'scheduled' && (heldUntil ?? startsAt) !== undefined,
  );
  const { planned, webOnly } = broadcasts[0]!;
  return (
    <li class={exercise ? 'entry entry-exercise' : 'entry'}>
      <Link
        href={alone && !named ? paths.broadcast(root) : paths.incident(root)}
        class="entry-link"
        id={`incident-${root}`}
      >
        {title}
      </Link>
      {alone ? (
        <Badges broadcast={newest} />
      ) : (
        exercise && <span class="badge badge-exercise">{say(badgeWords.exercise)}</span>
      )}
      {!alone && (
        <ul class="entry-parts" aria-label={say(words.parts)}>
          {broadcasts.map(({ id, state, follows }) => (
            <li key={id}>
              <Link href={paths.broadcast(id)}>
                {say(follows ? relationWords[follows.relation] : words.alert)}
              </Link>{' '}
              <span class={`badge badge-state badge-${state}`}>{say(stateWords[state])}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="entry-excerpt">{newest.excerpt}</p>
      {going.map(({ id, percent, audienceName }) => (
        <ProgressBar key={id} percent={percent} label={say(words.progress, { audience: audienceName })} />
      ))}
      <p class="entry-facts">
        {waiting.map(({ id, heldUntil, startsAt }) => (
          <strong key={id}>{say(words.starts, { moment: format.moment((heldUntil ?? startsAt)!) })}</strong>
        ))}
        {planned !== undefined && (
          <span>{webOnly ? say(words.webOnly) : count(planned, counted.phones)}</span>
        )}
        <span>
          {say(words.writtenBy, {
            name: newest.createdBy?.name ?? say(words.system),
            moment: format.moment(newest.createdAt),
          })}
        </span>
      </p>
    </li>
  );
}
