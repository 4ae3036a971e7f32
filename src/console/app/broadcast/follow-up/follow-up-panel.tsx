import { Fragment } from 'preact';
import type { Broadcast } from '../../api/answers.js';
import { relationWords, stateWords } from '../../broadcasts/broadcast.words.js';
import { relationsFor } from '../../contents/relations-for.js';
import { titleWords } from '../../contents/follow-up.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { followsWords, words } from '../../contents/follow-up.words.js';
import { followersByGroup, isToBeCalledOff } from './follow-ups.js';

/** On a follow-up: links to the broadcast that it follows. */
export function FollowsLine({ broadcast: { follows } }: { broadcast: Pick<Broadcast, 'follows'> }) {
  const { say } = useSpeech();
  if (!follows) return null;
  return (
    <p class="follows">
      {say(followsWords[follows.relation])}{' '}
      <Link href={paths.broadcast(follows.id)}>{say(words.earlier)}</Link>
    </p>
  );
}

/** The follow-ups of an alert, with links to write each possible one. */
export function FollowUpPanel({ broadcast }: { broadcast: Broadcast }) {
  const { say } = useSpeech();
  const { id, followedBy, mayBeFollowed } = broadcast;
  const callOffFirst = isToBeCalledOff(broadcast);
  const relations = relationsFor(broadcast);
  if (!mayBeFollowed && followedBy.length === 0) return null;
  return (
    <section class={followedBy.length === 0 ? 'card screen-only' : 'card'} aria-labelledby="follow-up-title">
      <h2 id="follow-up-title">{say(words.title)}</h2>
      {followersByGroup(followedBy).map(([group, followers]) => (
        <Fragment key={group}>
          <p class="sub" id={`followers-${group}`}>
            {say(words[group])}
          </p>
          <ul class="followers" aria-labelledby={`followers-${group}`}>
            {followers.map((follower) => (
              <li key={follower.id}>
                <Link href={paths.broadcast(follower.id)}>{say(relationWords[follower.relation])}</Link>{' '}
                <span class={`badge badge-state badge-${follower.state}`}>
                  {say(stateWords[follower.state])}
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {mayBeFollowed && (
        <>
          <p class="hint screen-only">{say(relations.length > 1 ? words.how : words.howToUpdate)}</p>
          <div class="buttons">
            {relations.map((relation) => (
              <Link
                key={relation}
                class={`button ${relation === 'all-clear' && callOffFirst ? 'button-main' : 'button-quiet'}`}
                href={paths.follow(id, relation)}
              >
                {say(titleWords[relation])}
              </Link>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
