import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { words } from '../report/report.words.js';

/** What is only published reaches no phone, so there is nothing to count. */
export function OnWeb({ broadcast: { state } }: { broadcast: Pick<Broadcast, 'state'> }) {
  const { say } = useSpeech();
  return <p role="status">{say(state === 'cancelled' ? words.offWeb : words.onWeb)}</p>;
}
