import { useEffect, useRef, useState } from 'preact/hooks';
import { points } from '../../../../messages/checklist/points.js';
import type { PointAnswer, SettledPoint } from '../../../../messages/checklist/settle-points.js';
import { languageWording } from '../../broadcasts/broadcast.words.js';
import { howWords } from '../../contents/checklist.words.js';
import { useSpeech } from '../../language/language.js';
import { words } from './checklist.words.js';
import { pointField } from './point-field.js';

interface ChecklistPointProps {
  point: SettledPoint;
  /** Whether there are texts in several languages. */
  several: boolean;
  hasPage: boolean;
  /** Without an answer, the words of the text decide. */
  onAnswer: (answer: PointAnswer | undefined) => void;
}

/** A point of the checklist: how it is met, or the ways to meet it. */
export function ChecklistPoint({ point, several, hasPage, onAnswer }: ChecklistPointProps) {
  const { say } = useSpeech();
  const [changing, setChanging] = useState(false);
  const { id, how, reason, missingIn } = point;
  const label = say(points[id].label);
  const isOpen = how === 'open';
  const where = missingIn.map((language) => say(languageWording(language)).toLowerCase()).join(', ');
  const answer = (given: PointAnswer | undefined) => {
    setChanging(false);
    onAnswer(given);
  };
  return (
    <li id={pointField(id)} tabIndex={-1} class={isOpen ? 'point point-open' : 'point'}>
      <p>
        <span aria-hidden="true">{isOpen ? '○' : '✓'}</span> {label}
        {isOpen && several && where !== '' && ` (${where})`}
        {!isOpen && (
          <span class="hint">
            {' '}
            – {say(howWords[how])}
            {reason !== undefined && `: ${reason}`}
          </span>
        )}
        {!isOpen && !changing && (
          <button
            type="button"
            class="button button-plain"
            aria-label={say(words.changeOf, { point: label })}
            onClick={() => setChanging(true)}
          >
            {say(words.change)}
          </button>
        )}
      </p>
      {(isOpen || changing) && (
        <Ways
          label={label}
          hasPage={hasPage}
          onAnswer={answer}
          onClear={isOpen ? undefined : () => answer(undefined)}
        />
      )}
    </li>
  );
}

interface WaysProps {
  label: string;
  hasPage: boolean;
  onAnswer: (answer: PointAnswer) => void;
  onClear: (() => void) | undefined;
}

/** The ways in which the writer may say that a point is met. */
function Ways({ label, hasPage, onAnswer, onClear }: WaysProps) {
  const { say } = useSpeech();
  const [reason, setReason] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [reason === undefined]);
  if (reason !== undefined)
    return (
      <form
        class="point-reason"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onAnswer({ how: 'waived', reason: reason.trim() });
        }}
      >
        <label>
          {say(words.reason)}
          <input
            type="text"
            maxLength={500}
            autocomplete="off"
            value={reason}
            ref={input}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button button-quiet">
          {say(words.done)}
        </button>
      </form>
    );
  const way = (wording: keyof typeof words, of: keyof typeof words, use: () => void) => (
    <button
      type="button"
      class="button button-quiet"
      aria-label={say(words[of], { point: label })}
      onClick={use}
    >
      {say(words[wording])}
    </button>
  );
  return (
    <div class="point-ways">
      {way('inText', 'inTextOf', () => onAnswer({ how: 'in-text' }))}
      {way('onPage', 'onPageOf', () => {
        onAnswer({ how: 'on-page' });
        if (!hasPage) document.getElementById('page')?.focus();
      })}
      {way('notNeeded', 'notNeededOf', () => setReason(''))}
      {onClear && way('byWords', 'byWordsOf', onClear)}
    </div>
  );
}
