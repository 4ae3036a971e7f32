import { useRef } from 'preact/hooks';
import type { Place } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { kindWords, whoWords } from './compose.words.js';

interface ChosenPlacesProps {
  places: readonly Place[];
  onRemove: (id: string) => void;
}

/** The places chosen so far, each with a way to take it back. */
export function ChosenPlaces({ places, onRemove }: ChosenPlacesProps) {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say(whoWords.chosen)}
      </h3>
      {places.length === 0 ? (
        <p class="hint">{say(whoWords.nobodyYet)}</p>
      ) : (
        <ul class="chips">
          {places.map(({ id, kind, name }) => (
            <li key={id} class="chip">
              <span>
                <span class="chip-kind">{say(kindWords[kind])}</span> {name}
              </span>
              <button
                type="button"
                aria-label={say(whoWords.remove, { name })}
                onClick={() => {
                  onRemove(id);
                  // The button is gone: the focus must be somewhere near.
                  heading.current?.focus();
                }}
              >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                  <path
                    d="M3.5 3.5l9 9m0-9l-9 9"
                    stroke="currentColor"
                    stroke-width="2"
                    stroke-linecap="round"
                  />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
