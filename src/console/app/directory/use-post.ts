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
  /** @returns the answer, or undefined when it failed and `failure` says how */
  readonly run: <Answer>(path: string, body: unknown) => Promise<Done<Answer> | undefined>;
}

/**
 * Something done about one person. Each may be repeated without harm, so no key is kept for it: the browser must remember
 * no number.
 *
 * @param changes paths whose answers it makes older
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
