import { useEffect, useRef } from 'preact/hooks';
import { mayRetry, unreachedWording, type Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { words } from './shell.words.js';

interface FailureNoteProps {
  failure: Failure | undefined;
  /** Offered when repeating the request may succeed. */
  retry?: () => void;
}

/** What went wrong, in text, where it happened. Announced to screen readers at once. */
export function FailureNote({ failure, retry }: FailureNoteProps) {
  const { say } = useSpeech();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) note.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const requestId =
    failure?.kind === 'refused' && failure.problem.status === 500 ? failure.problem.requestId : undefined;
  return (
    <div ref={note} role="alert" class={failure ? 'note note-failure' : undefined}>
      {failure && (
        <>
          <p>
            <strong>
              {failure.kind === 'refused' ? failure.problem.title : say(unreachedWording(failure))}
            </strong>
          </p>
          {failure.kind === 'refused' && failure.problem.errors && failure.problem.errors.length > 0 && (
            <ul>
              {failure.problem.errors.map(({ path, message }) => (
                <li key={path + message}>
                  {path && <code>{path}</code>} {message}
                </li>
              ))}
            </ul>
          )}
          {requestId && <p>{say(words.requestId, { id: requestId })}</p>}
          {retry && mayRetry(failure) && (
            <button type="button" class="button button-quiet" onClick={retry}>
              {say(words.retry)}
            </button>
          )}
        </>
      )}
    </div>
  );
}
