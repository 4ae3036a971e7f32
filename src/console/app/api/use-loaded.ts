import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, failureIn } from './call.js';
import type { Failure } from './failure.js';

export interface Loaded<Answer> {
  readonly data?: Answer;
  readonly failure?: Failure;
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts a newer answer in place, e.g. the one a change gave. */
  readonly replace: (newer: (now: Answer | undefined) => Answer | undefined) => void;
}

/** An answer of the API, fetched when the path changes; an older one stays in view while it is fetched again. */
export function useLoaded<Answer>(path: string | undefined): Loaded<Answer> {
  const [state, setState] = useState<{ path?: string; data?: Answer; failure?: Failure; loading: boolean }>({
    loading: path !== undefined,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    setState((now) => (now.path === path ? { ...now, loading: true } : { path, loading: true }));
    call<Answer>('GET', path, { signal: abort.signal }).then(
      (data) => {
        setState({ path, data, loading: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((now) => ({ ...now, loading: false, failure: failureIn(error) }));
      },
    );
    return () => {
      abort.abort();
    };
  }, [path, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const replace = useCallback(
    (newer: (now: Answer | undefined) => Answer | undefined) =>
      setState((now) => ({ ...now, data: newer(now.data), failure: undefined })),
    [],
  );
  return { ...state, reload, replace };
}
