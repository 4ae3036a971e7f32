import { useCallback, useState } from 'preact/hooks';
import { call, failureIn } from './call.js';
import { mayRetry, type Failure } from './failure.js';
import { IntentKeys } from './intent-keys.js';

const keys = new IntentKeys(sessionStorage);

export interface Intent {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns the answer, or undefined when it failed and `failure` says how */
  readonly run: <Answer>(path: string, body?: unknown) => Promise<Answer | undefined>;
}

/** Something a person wants done by POST: made once, however often the button is pressed or the network fails. */
export function useIntent(name: string): Intent {
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false });
  const run = useCallback(
    async <Answer>(path: string, body: unknown = {}): Promise<Answer | undefined> => {
      setState({ busy: true });
      try {
        const idempotencyKey = keys.keyFor(name, { path, body });
        const answer = await call<Answer>('POST', path, { body, idempotencyKey });
        keys.settle(name);
        setState({ busy: false });
        return answer;
      } catch (error) {
        const failure = failureIn(error);
        if (!mayRetry(failure)) keys.settle(name);
        setState({ busy: false, failure });
        return undefined;
      }
    },
    [name],
  );
  return { ...state, run };
}
