import { useCallback } from 'preact/hooks';
import { call } from '../api/call.js';
import type { Failure } from '../api/failure.js';
import { useMutation } from '../api/use-mutation.js';

interface Done<Answer> {
  readonly answer: Answer;
}

export interface Post {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns the answer, or undefined when it failed: then `failure` says why */
  readonly run: <Answer>(path: string, body: unknown) => Promise<Done<Answer> | undefined>;
}

/**
 * A POST about one person. Each is safe to repeat, so no idempotency key is stored: the browser must not remember a
 * number.
 *
 * @param changes paths whose answers it makes outdated
 */
export function usePost(...changes: readonly string[]): Post {
  const { busy, failure, run } = useMutation(
    ({ path, body }: { readonly path: string; readonly body: unknown }) => call('POST', path, { body }),
    ...changes,
  );
  const runPost = useCallback(
    async <Answer>(path: string, body: unknown): Promise<Done<Answer> | undefined> =>
      (await run({ path, body })) as Done<Answer> | undefined,
    [run],
  );
  return { busy, failure, run: runPost };
}
