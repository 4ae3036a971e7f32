import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { words } from './compose.words.js';
import type { FormFault } from './form/form-faults.js';

interface FaultSummaryProps {
  faults: readonly FormFault[];
  /** Incremented by every attempt to go forward. Only then does the focus move. */
  tries: number;
}

/** All faults at the top of the form, each with a link to its field. Gets the focus when there are any. */
export function FaultSummary({ faults, tries }: FaultSummaryProps) {
  const { say } = useSpeech();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [tries]);
  if (faults.length === 0) return null;
  return (
    <div ref={summary} class="note note-failure" tabIndex={-1} aria-labelledby="faults-title" role="group">
      <p id="faults-title">
        <strong>{say(words.faults)}</strong>
      </p>
      <ul>
        {faults.map(({ field, wording, values }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {say(wording, values)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
