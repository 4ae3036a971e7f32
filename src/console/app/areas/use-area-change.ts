import { useCallback, useState } from 'preact/hooks';
import type { Shape } from '../api/answers.js';
import { call, failureIn } from '../api/call.js';
import type { Failure } from '../api/failure.js';

export interface AreaChange {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** Another name, and another shape where one is given. @returns whether it was done; `failure` says why not */
  readonly change: (id: string, to: { name: string; polygon?: Shape }) => Promise<boolean>;
  /** @returns whether it was done; `failure` says why not */
  readonly remove: (id: string) => Promise<boolean>;
}

/** What is done to a saved area. Each may be repeated without harm. */
export function useAreaChange(): AreaChange {
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false });
  const attempt = useCallback(async (act: () => Promise<unknown>): Promise<boolean> => {
    setState({ busy: true });
    try {
      await act();
      setState({ busy: false });
      return true;
    } catch (error) {
      setState({ busy: false, failure: failureIn(error) });
      return false;
    }
  }, []);
  const change = useCallback(
    (id: string, to: object) => attempt(() => call('PUT', `/areas/${id}`, { body: to })),
    [attempt],
  );
  const remove = useCallback((id: string) => attempt(() => call('DELETE', `/areas/${id}`)), [attempt]);
  return { ...state, change, remove };
}
