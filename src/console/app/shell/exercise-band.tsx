import { useSpeech } from '../language/language.js';
import { words } from './shell.words.js';

/** Says that all on this page is an exercise, so that nobody takes it for the real thing, or the other way round. */
export function ExerciseBand() {
  const { say } = useSpeech();
  return (
    <div class="exercise-band">
      <p>
        <strong>{say(words.exercise)}</strong> <span>{say(words.exerciseExplained)}</span>
      </p>
    </div>
  );
}
