import { keepPreviousData, QueryObserver } from '@tanstack/query-core';
import { useCallback, useMemo } from 'preact/hooks';
import { call } from './call.js';
import type { Failure } from './failure.js';
import { queryClient } from './query-client.js';
import { failureOf, polled, useObserver, type Every } from './use-observer.js';

export interface Query<Answer> {
  readonly data?: Answer;
  readonly failure?: Failure;
  /** Whether it is being asked for, for the first time or again. */
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts a newer answer in place, e.g. the one a change gave. A request under way is ended, since its answer is older. */
  readonly replace: (newer: (now: Answer | undefined) => Answer | undefined) => void;
}

interface Options<Answer> {
  /** Asks by POST with this body. */
  readonly body?: object;
  /** What else than the path tells the answer from another. */
  readonly of?: unknown;
  /** How the answer is made, where it is not that of one request for the path. */
  readonly ask?: (signal: AbortSignal) => Promise<Answer>;
  /** An answer that is there already: nothing is asked before `reload`. */
  readonly initial?: Answer;
  /** Whether the answer of the path before stays until there is one of this path. */
  readonly keepsBefore?: boolean;
  /** How often it is asked again while somebody looks at the page, in milliseconds. */
  readonly every?: Every<Answer>;
}

/** An answer of the API by its path under `/api/v1`, with its query; nothing is asked without a path. */
export function useQuery<Answer>(
  path: string | undefined,
  { body, of, ask, initial, keepsBefore = false, every = false }: Options<Answer> = {},
): Query<Answer> {
  const queryKey = [path ?? '', body, of];
  const options = queryClient.defaultQueryOptions<Answer, Error, Answer, Answer>({
    queryKey,
    queryFn: ({ signal }) => {
      if (ask) return ask(signal);
      return call<Answer>(body ? 'POST' : 'GET', path!, { body, signal });
    },
    enabled: path !== undefined,
    ...polled(every),
    ...(initial === undefined ? {} : { initialData: () => initial, staleTime: Infinity }),
    ...(keepsBefore ? { placeholderData: keepPreviousData } : {}),
  });
  // What was not asked for a while begins without its answer of before.
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
