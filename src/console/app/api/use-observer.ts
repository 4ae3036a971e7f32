import { notifyManager, type QueryObserverOptions } from '@tanstack/query-core';
import { useLayoutEffect, useState } from 'preact/hooks';
import { RequestFailed, type Failure } from './failure.js';

interface Observer<Options, Result> {
  readonly getOptimisticResult: (options: Options) => Result;
  readonly setOptions: (options: Options) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Binds an observer of the library to a component: asks while the component is on the page, draws it again for each result.
 * `@tanstack/preact-query` does the same for Preact 10 only.
 */
export function useObserver<Options extends { _optimisticResults?: 'optimistic' | 'isRestoring' }, Result>(
  observer: Observer<Options, Result>,
  options: Options,
): Result {
  const [, setResults] = useState(0);
  // `isFetching` is true in this render already, not only after the effect that starts the request.
  options._optimisticResults = 'optimistic';
  const result = observer.getOptimisticResult(options);
  // In the layout effect: with `gcTime: 0` an answer without an observer would be dropped before a later effect runs.
  useLayoutEffect(
    () => observer.subscribe(notifyManager.batchCalls(() => setResults((n) => n + 1))),
    [observer],
  );
  useLayoutEffect(() => observer.setOptions(options));
  return result;
}

type Polling<Answer> = Pick<
  QueryObserverOptions<Answer, Error, Answer, Answer>,
  'refetchInterval' | 'refetchIntervalInBackground' | 'refetchOnWindowFocus' | 'staleTime'
>;

/** How often one asks, in milliseconds; it may depend on the last answer. */
export type Every<Answer> = number | false | ((answer: Answer | undefined) => number | false);

/**
 * Asks again and again while somebody looks at the page, and when they come back to it.
 *
 * @param everyUnseen in a tab that nobody looks at, where nothing is asked otherwise
 */
export function polled<Answer>(every: Every<Answer>, everyUnseen?: number): Polling<Answer> {
  const seen = (answer: Answer | undefined) => (typeof every === 'function' ? every(answer) : every);
  const unseen = () => everyUnseen !== undefined && document.visibilityState !== 'visible';
  return {
    refetchInterval: ({ state }) => (unseen() ? everyUnseen! : seen(state.data)),
    refetchIntervalInBackground: everyUnseen !== undefined,
    refetchOnWindowFocus: ({ state }) => seen(state.data) !== false,
    // Who switches between tabs does not ask each time.
    staleTime: ({ state }) => (seen(state.data) || 0) / 2,
  };
}

/** Anything else than a failed request is a fault of ours, which the client has reported. */
export const failureOf = (error: unknown): Failure | undefined =>
  error instanceof RequestFailed ? error.failure : undefined;
