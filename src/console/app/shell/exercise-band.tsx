import { useSpeech } from '../language/language.js';
import { words } from './shell.words.js';

/**
 * Says that everything on this page is an exercise, so that nobody mistakes it for a real alert, or a real alert for
 * it.
 */
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
