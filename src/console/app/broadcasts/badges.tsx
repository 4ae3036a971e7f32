import type { BroadcastSummary } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { badgeWords, laneWords, relationWords, stateWords } from './broadcast.words.js';

interface BadgesProps {
  broadcast: Pick<BroadcastSummary, 'state' | 'lane' | 'exercise' | 'follows'>;
}

/** State, lane, relation and exercise, always in words: the colour is only an aid. */
export function Badges({ broadcast: { state, lane, exercise, follows } }: BadgesProps) {
  const { say } = useSpeech();
  return (
    <span class="badges">
      {exercise && <span class="badge badge-exercise">{say(badgeWords.exercise)}</span>}
      {follows && <span class="badge badge-relation">{say(relationWords[follows.relation])}</span>}
      <span class={`badge badge-state badge-${state}`}>{say(stateWords[state])}</span>
      <span class={`badge badge-lane badge-${lane}`}>{say(laneWords[lane])}</span>
    </span>
  );
}
