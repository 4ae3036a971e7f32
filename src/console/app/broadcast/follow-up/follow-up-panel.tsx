import { Fragment } from 'preact';
import type { Relation } from '../../../../kernel/relations.js';
import type { Broadcast } from '../../api/answers.js';
import { relationWords, stateWords } from '../../broadcasts/broadcast.words.js';
import { relationsFor } from '../../contents/relations-for.js';
import { titleWords } from '../../contents/follow-up.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { followsWords, words } from '../../contents/follow-up.words.js';
import { followersByGroup, isCancelledUnsent, isToBeCalledOff } from './follow-ups.js';

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

/** On a broadcast whose text was wrong: a link to the right one. */
export function CorrectedLine({
  broadcast: { correctedBy, planned },
}: {
  broadcast: Pick<Broadcast, 'correctedBy' | 'planned'>;
}) {
  const { say } = useSpeech();
  if (!correctedBy || planned === undefined) return null;
  return (
    <p class="note">
      <strong>{say(words.corrected)}</strong>{' '}
      <Link href={paths.broadcast(correctedBy)}>{say(words.seeCorrection)}</Link>
    </p>
  );
}

/** What says the text now: a correction or an extension begins with it. */
const saidBy = ({ id, correctedBy }: Broadcast, relation: Relation): string =>
  relation === 'correction' || relation === 'extension' ? (correctedBy ?? id) : id;

/** The follow-ups of an alert, with links to write each possible one. */
export function FollowUpPanel({ broadcast }: { broadcast: Broadcast }) {
  const { say } = useSpeech();
  const { followedBy, reminder } = broadcast;
  const mayBeFollowed = broadcast.mayBeFollowed && !isCancelledUnsent(broadcast);
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
                <Link href={paths.broadcast(follower.id)}>
                  {say(follower.id === reminder?.id ? words.reminder : relationWords[follower.relation])}
                </Link>{' '}
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
          <p class="hint screen-only">
            {say(relations.includes('all-clear') ? words.how : words.howToUpdate)}
          </p>
          <div class="buttons">
            {relations.map((relation) => (
              <Link
                key={relation}
                class={`button ${relation === 'all-clear' && callOffFirst ? 'button-main' : 'button-quiet'}`}
                href={paths.follow(saidBy(broadcast, relation), relation)}
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
