import type { Broadcast } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './publishing.words.js';

/** Whether it is published, and how. What was written before there was a choice says nothing. */
export function Publishing({ isPublic, webOnly, pageLink, posts, noPosts }: Broadcast) {
  const { say } = useSpeech();
  const said = [isPublic, webOnly, pageLink, posts, noPosts];
  if (said.every((field) => field === undefined)) return null;
  return (
    <div>
      <dt>{say(words.web)}</dt>
      <dd>
        {say(isPublic ? words.published : words.notPublished)} {webOnly && say(words.webOnly)}{' '}
        {pageLink && say(words.pageLink)} {noPosts && say(words.noPosts)}
        {Object.entries(posts ?? {}).map(([language, post]) => (
          <span key={language} class="own-post">
            {say(words.ownPost)} <q lang={language}>{post}</q>
          </span>
        ))}
      </dd>
    </div>
  );
}
