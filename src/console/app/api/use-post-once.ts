import { useCallback } from 'preact/hooks';
import { call, failureIn } from './call.js';
import { mayRetry, type Failure } from './failure.js';
import { IntentKeys } from './intent-keys.js';
import { useMutation } from './use-mutation.js';

const keys = new IntentKeys(sessionStorage);

export interface PostOnce {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns the answer, or undefined when it failed: then `failure` says why */
  readonly run: <Answer>(path: string, body?: unknown) => Promise<Answer | undefined>;
}

/**
 * A POST that is done only once, however often the button is pressed or the network fails.
 *
 * @param changes paths whose answers it makes outdated
 */
export function usePostOnce(name: string, ...changes: readonly string[]): PostOnce {
  const { busy, failure, run } = useMutation(
    async ({ path, body }: { readonly path: string; readonly body: unknown }) => {
      try {
        const answer = await call('POST', path, { body, idempotencyKey: keys.keyFor(name, { path, body }) });
        keys.settle(name);
        return answer;
      } catch (error) {
        if (!mayRetry(failureIn(error))) keys.settle(name);
        throw error;
      }
    },
    ...changes,
  );
  const runOnce = useCallback(
    async <Answer>(path: string, body: unknown = {}) =>
      (await run({ path, body }))?.answer as Answer | undefined,
    [run],
  );
  return { busy, failure, run: runOnce };
}
