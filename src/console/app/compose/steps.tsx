import { useSpeech } from '../language/language.js';
import { words } from './compose.words.js';

interface StepsProps {
  step: 1 | 2 | 3;
  onStep: (step: 1 | 2 | 3) => void;
}

const steps = [
  [1, words.who],
  [2, words.what],
  [3, words.review],
] as const;

/** Shows the current step, with links to the others. */
export function Steps({ step, onStep }: StepsProps) {
  const { say } = useSpeech();
  return (
    <nav aria-label={say(words.steps)}>
      <ol class="steps">
        {steps.map(([number, wording]) => (
          <li key={number} class={number < step ? 'step-done' : undefined}>
            <button
              type="button"
              aria-current={number === step ? 'step' : undefined}
              onClick={() => onStep(number)}
            >
              <span class="step-number">{number}</span> <span>{say(wording)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
