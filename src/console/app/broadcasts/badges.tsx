import type { BroadcastState, Lane } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { badgeWords, laneWords, stateWords } from './broadcast.words.js';

interface BadgesProps {
  broadcast: { readonly state: BroadcastState; readonly lane: Lane; readonly exercise: boolean };
}

/** State, lane and whether it is an exercise: always in words, the colour only helps. */
export function Badges({ broadcast: { state, lane, exercise } }: BadgesProps) {
  const { say } = useSpeech();
  return (
    <span class="badges">
      {exercise && <span class="badge badge-exercise">{say(badgeWords.exercise)}</span>}
      <span class={`badge badge-state badge-${state}`}>{say(stateWords[state])}</span>
      <span class={`badge badge-lane badge-${lane}`}>{say(laneWords[lane])}</span>
    </span>
  );
}
