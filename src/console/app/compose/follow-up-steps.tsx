import type { Broadcast } from '../api/contract.js';
import { AsReceived } from '../broadcast/as-received.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words } from './follow-up.words.js';

/** What a follow-up follows, with the way there. */
export function Followed({ original: { id, audienceName } }: { original: Broadcast }) {
  const { say } = useSpeech();
  return (
    <p class="crumb">
      <Link href={paths.broadcast(id)}>{say(words.follows, { audience: audienceName })}</Link>
    </p>
  );
}

/** Whom an update or an all-clear is for: nobody's choice. */
export function WhoHadIt() {
  const { say } = useSpeech();
  return (
    <div class="card" id="audience" tabIndex={-1}>
      <h3>{say(words.whoHadIt)}</h3>
      <p>{say(words.whoHadItHow)}</p>
      <p>{say(words.whoHadItCount)}</p>
    </div>
  );
}

/** What an extension says: nobody's choice either. */
export function SameText({ original }: { original: Broadcast }) {
  const { say } = useSpeech();
  return (
    <>
      <p class="note">
        <strong>{say(words.sameText)}.</strong> {say(words.sameTextHow)}
      </p>
      <AsReceived broadcast={original} heading="h3" />
    </>
  );
}
