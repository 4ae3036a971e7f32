import type { Topic } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { stateWords } from './topics.words.js';

/** Whether a topic takes subscribers, in words: the colour is only an aid. */
export function StateBadge({ state }: Pick<Topic, 'state'>) {
  const { say } = useSpeech();
  return (
    <span class="badges">
      <span class={`badge badge-state topic-${state}`}>{say(stateWords[state])}</span>
    </span>
  );
}
