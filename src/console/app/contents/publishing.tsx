import type { Broadcast } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './publishing.words.js';

/** Whether it is published, and how. What was written before there was a choice says nothing. */
export function Publishing({ isPublic, webOnly, pageLink }: Broadcast) {
  const { say } = useSpeech();
  if (isPublic === undefined && webOnly === undefined && pageLink === undefined) return null;
  return (
    <div>
      <dt>{say(words.web)}</dt>
      <dd>
        {say(isPublic ? words.published : words.notPublished)} {webOnly && say(words.webOnly)}{' '}
        {pageLink && say(words.pageLink)}
      </dd>
    </div>
  );
}
