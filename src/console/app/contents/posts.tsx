import { useState } from 'preact/hooks';
import type { Broadcast, SocialPost } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useQuery } from '../api/use-query.js';
import { directionOf } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { networkNames, postWords as words, reasonWording } from '../social/social.words.js';

interface PostsProps {
  broadcast: Pick<Broadcast, 'id' | 'isPublic' | 'version' | 'planned'>;
  heading: 'h2' | 'h3';
}

/** What social media will say of a broadcast, or what became of it. With the text to copy where it did not succeed. */
export function Posts({ broadcast: { id, isPublic, version, planned }, heading: Heading }: PostsProps) {
  const { say } = useSpeech();
  const path = `/broadcasts/${id}/posts`;
  const { data, failure, reload } = useQuery<SocialPost[]>(isPublic ? path : undefined, {
    of: version,
    keepsBefore: true,
    every: planned === undefined ? false : 3000,
  });
  if (!isPublic || (!failure && (data ?? []).length === 0)) return null;
  return (
    <section aria-labelledby="posts-title" class="card posts">
      <Heading id="posts-title">{say(words.title)}</Heading>
      <FailureNote failure={failure} retry={reload} />
      {data?.map((post) => (
        <Post key={post.id ?? post.account.id} post={post} path={path} />
      ))}
    </section>
  );
}

function Post({ post, path }: { post: SocialPost; path: string }) {
  const { say, format } = useSpeech();
  const { account, state, text, language, characters, mostCharacters, isCut, url, withdrawal } = post;
  const isWrong = state === 'failed' || (state === 'waiting' && post.tries > 0 && post.reason !== undefined);
  return (
    <div class="posts-one">
      <p>
        <strong>{account.name}</strong> ({networkNames[account.network]})
      </p>
      <p class={isWrong ? 'fault' : 'hint'}>
        {stateOf(post, say, (at) => format.moment(at))}{' '}
        {isWrong && say(reasonWording(post), { reason: post.reason ?? '' })}
      </p>
      {withdrawal && <p class="hint">{say(words.withdrawal)}</p>}
      <blockquote class="bubble" lang={language} dir={directionOf(language)}>
        {text}
      </blockquote>
      <p class="hint">
        {say(words.characters, { n: format.number(characters), most: format.number(mostCharacters) })}
        {isCut && <> {say(words.cut)}</>}
      </p>
      {url !== undefined && (
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {say(words.open)}
            <span class="unseen"> {say(words.on, { name: account.name })}</span>
          </a>
        </p>
      )}
      {isWrong && <ByHand post={post} path={path} />}
    </div>
  );
}

type Say = ReturnType<typeof useSpeech>['say'];

function stateOf(
  { state, isReply, nextTryAt, tries, reason }: SocialPost,
  say: Say,
  moment: (at: string) => string,
): string {
  if (state === 'planned') return say(isReply ? words.plannedReply : words.planned);
  if (state === 'waiting' && tries > 0 && reason !== undefined && nextTryAt !== undefined)
    return say(words.again, { at: moment(nextTryAt) });
  return say(words[state]);
}

/** What staff can do about a post that did not succeed. */
function ByHand({ post, path }: { post: SocialPost; path: string }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const [told, tell] = useState('');
  const again = usePostOnce('post-again', path);
  const stop = usePostOnce('post-stop', path);
  const copy = () =>
    void navigator.clipboard.writeText(post.text).then(
      () => tell(say(words.copied)),
      () => tell(say(words.notCopied)),
    );
  const named = <span class="unseen"> {say(words.on, { name: post.account.name })}</span>;
  return (
    <>
      <p>{say(post.mayBePosted ? words.copyUnsure : words.copyLead)}</p>
      <div class="buttons screen-only">
        <button type="button" class="button button-quiet" onClick={copy}>
          {say(words.copy)}
          {named}
        </button>
        {mayI(member, 'broadcast.control') &&
          (post.state === 'failed' ? (
            <BusyButton
              busy={again.busy}
              look="quiet"
              onClick={() => void again.run(`${path}/${post.id}/again`)}
            >
              {say(words.retry)}
              {named}
            </BusyButton>
          ) : (
            <BusyButton
              busy={stop.busy}
              look="quiet"
              onClick={() => void stop.run(`${path}/${post.id}/stop`)}
            >
              {say(words.stop)}
              {named}
            </BusyButton>
          ))}
      </div>
      <p role="status">{told}</p>
      <FailureNote failure={again.failure ?? stop.failure} />
    </>
  );
}
