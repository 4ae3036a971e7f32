import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { AnswerUnderWay, type Change } from './answer-under-way.js';
import { call, failureIn } from './call.js';
import type { Failure } from './failure.js';

export interface Loaded<Answer> {
  readonly data?: Answer;
  readonly failure?: Failure;
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts a newer answer in place, e.g. the one a change gave. */
  readonly replace: (newer: Change<Answer>) => void;
}

/** An answer of the API, fetched when the path changes; an older one stays in view while it is fetched again. */
export function useLoaded<Answer>(path: string | undefined): Loaded<Answer> {
  const [state, setState] = useState<{ path?: string; data?: Answer; failure?: Failure; loading: boolean }>({
    loading: path !== undefined,
  });
  const [turn, setTurn] = useState(0);
  const underWay = useRef(new AnswerUnderWay<Answer>()).current;
  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    underWay.begin();
    setState((now) => (now.path === path ? { ...now, loading: true } : { path, loading: true }));
    call<Answer>('GET', path, { signal: abort.signal }).then(
      (data) => {
        if (abort.signal.aborted) return;
        setState({ path, data: underWay.end(data), loading: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        underWay.end();
        setState((now) => ({ ...now, loading: false, failure: failureIn(error) }));
      },
    );
    return () => {
      abort.abort();
    };
  }, [path, turn, underWay]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const replace = useCallback(
    (newer: Change<Answer>) => {
      underWay.note(newer);
      setState((now) => ({ ...now, data: newer(now.data), failure: undefined }));
    },
    [underWay],
  );
  return { ...state, reload, replace };
}
