import { keepPreviousData, QueryObserver } from '@tanstack/query-core';
import { useCallback, useMemo } from 'preact/hooks';
import { call } from './call.js';
import type { Failure } from './failure.js';
import { queryClient } from './query-client.js';
import { failureOf, polled, useObserver, type Every } from './use-observer.js';

export interface Query<Answer> {
  readonly data?: Answer;
  readonly failure?: Failure;
  /** Whether it is being fetched, for the first time or again. */
  readonly loading: boolean;
  readonly reload: () => void;
  /** Sets a newer answer, e.g. the result of a change. Cancels a pending request, whose answer would be older. */
  readonly replace: (newer: (now: Answer | undefined) => Answer | undefined) => void;
}

interface Options<Answer> {
  /** Fetches by POST with this body. */
  readonly body?: object;
  /** An additional part of the cache key, beside path and body. */
  readonly of?: unknown;
  /** How to fetch the answer, when it is not one request for the path. */
  readonly ask?: (signal: AbortSignal) => Promise<Answer>;
  /** An answer that is already known: nothing is fetched before `reload`. */
  readonly initial?: Answer;
  /** Whether the previous path's answer stays until this path has one. */
  readonly keepsBefore?: boolean;
  /** The polling interval while the page is visible, in milliseconds. */
  readonly every?: Every<Answer>;
  /** The polling interval in a hidden tab; without it, a hidden tab does not poll. */
  readonly everyUnseen?: number;
}

/** An answer of the API by its path under `/api/v1`, with its query. Nothing is fetched without a path. */
export function useQuery<Answer>(
  path: string | undefined,
  { body, of, ask, initial, keepsBefore = false, every = false, everyUnseen }: Options<Answer> = {},
): Query<Answer> {
  const queryKey = [path ?? '', body, of];
  const options = queryClient.defaultQueryOptions<Answer, Error, Answer, Answer>({
    queryKey,
    queryFn: ({ signal }) => {
      if (ask) return ask(signal);
      return call<Answer>(body ? 'POST' : 'GET', path!, { body, signal });
    },
    enabled: path !== undefined,
    ...polled(every, everyUnseen),
    ...(initial === undefined ? {} : { initialData: () => initial, staleTime: Infinity }),
    ...(keepsBefore ? { placeholderData: keepPreviousData } : {}),
  });
  // A query that was disabled for a while must start without its old answer.
  const observer = useMemo(() => new QueryObserver(queryClient, options), [options.enabled]);
  const { data, error, isFetching, refetch } = useObserver(observer, options);
  const reload = useCallback(() => void refetch(), [refetch]);
  const replace = useCallback<Query<Answer>['replace']>(
    (newer) => {
      void queryClient.cancelQueries({ queryKey, exact: true });
      queryClient.setQueryData<Answer>(queryKey, newer);
    },
    [options.queryHash],
  );
  return { data, failure: failureOf(error), loading: isFetching, reload, replace };
}
