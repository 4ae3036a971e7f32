import { MutationObserver, notifyManager } from '@tanstack/query-core';
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { RequestFailed, type Failure } from './failure.js';
import { invalidate, queryClient } from './query-client.js';
import { failureOf } from './use-observer.js';

export interface Mutation<Variables, Answer> {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns the answer, or undefined when it failed: then `failure` says why */
  readonly run: (variables: Variables) => Promise<{ readonly answer: Answer } | undefined>;
}

/**
 * A user's action that changes what the API answers.
 *
 * @param changes paths whose answers it makes outdated
 */
export function useMutation<Variables, Answer>(
  send: (variables: Variables) => Promise<Answer>,
  ...changes: readonly string[]
): Mutation<Variables, Answer> {
  const [, setResults] = useState(0);
  const options = { mutationFn: send, onSuccess: () => void invalidate(...changes) };
  const observer = useMemo(() => new MutationObserver<Answer, Error, Variables>(queryClient, options), []);
  useLayoutEffect(
    () => observer.subscribe(notifyManager.batchCalls(() => setResults((n) => n + 1))),
    [observer],
  );
  useLayoutEffect(() => observer.setOptions(options));
  const run = useCallback<Mutation<Variables, Answer>['run']>(
    async (variables) => {
      try {
        return { answer: await observer.mutate(variables) };
      } catch (error) {
        if (error instanceof RequestFailed) return undefined;
        throw error;
      }
    },
    [observer],
  );
  const { isPending, error } = observer.getCurrentResult();
  return { busy: isPending, failure: failureOf(error), run };
}
