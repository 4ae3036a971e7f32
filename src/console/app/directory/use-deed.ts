import { useCallback, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { Failure } from '../api/failure.js';

interface Done<Answer> {
  readonly answer: Answer;
}

export interface Deed {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns the answer, or undefined when it failed and `failure` says how */
  readonly run: <Answer>(path: string, body: unknown) => Promise<Done<Answer> | undefined>;
}

/**
 * Something done about one person. Each may be repeated without harm, so no key is kept for it: the browser must remember
 * no number.
 */
export function useDeed(): Deed {
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false });
  const run = useCallback(async <Answer>(path: string, body: unknown): Promise<Done<Answer> | undefined> => {
    setState({ busy: true });
    try {
      const answer = await call<Answer>('POST', path, { body });
      setState({ busy: false });
      return { answer };
    } catch (error) {
      setState({ busy: false, failure: failureIn(error) });
      return undefined;
    }
  }, []);
  return { ...state, run };
}
