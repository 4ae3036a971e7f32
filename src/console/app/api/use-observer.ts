import { notifyManager, type QueryObserverOptions } from '@tanstack/query-core';
import { useLayoutEffect, useState } from 'preact/hooks';
import { RequestFailed, type Failure } from './failure.js';

interface Observer<Options, Result> {
  readonly getOptimisticResult: (options: Options) => Result;
  readonly setOptions: (options: Options) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Binds one of the library's observers to a component: fetches while the component is mounted, and renders it for each
 * result. `@tanstack/preact-query` does the same, but only for Preact 10.
 */
export function useObserver<Options extends { _optimisticResults?: 'optimistic' | 'isRestoring' }, Result>(
  observer: Observer<Options, Result>,
  options: Options,
): Result {
  const [, setResults] = useState(0);
  // Makes `isFetching` true already in this render, not only after the effect that starts the request.
  options._optimisticResults = 'optimistic';
  const result = observer.getOptimisticResult(options);
  // Must be a layout effect: with `gcTime: 0`, an answer without an observer would be dropped before a later effect
  // runs.
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

/** Polling interval in milliseconds. It may depend on the last answer. */
export type Every<Answer> = number | false | ((answer: Answer | undefined) => number | false);

/**
 * Polls while the page is visible, and when the user comes back to it.
 *
 * @param everyUnseen the interval in a hidden tab; without it, a hidden tab does not poll
 */
export function polled<Answer>(every: Every<Answer>, everyUnseen?: number): Polling<Answer> {
  const seen = (answer: Answer | undefined) => (typeof every === 'function' ? every(answer) : every);
  const unseen = () => everyUnseen !== undefined && document.visibilityState !== 'visible';
  return {
    refetchInterval: ({ state }) => (unseen() ? everyUnseen! : seen(state.data)),
    refetchIntervalInBackground: everyUnseen !== undefined,
    refetchOnWindowFocus: ({ state }) => seen(state.data) !== false,
    // Prevents a request at each switch between tabs.
    staleTime: ({ state }) => (seen(state.data) || 0) / 2,
  };
}

/** Any other error is a fault of ours, which the client has reported. */
export const failureOf = (error: unknown): Failure | undefined =>
  error instanceof RequestFailed ? error.failure : undefined;
