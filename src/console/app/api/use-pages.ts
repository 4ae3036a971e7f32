import {
  InfiniteQueryObserver,
  type DefaultedInfiniteQueryObserverOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/query-core';
import { useMemo } from 'preact/hooks';
import { call } from './call.js';
import { queryClient } from './query-client.js';
import { failureOf, polled, useObserver } from './use-observer.js';
import type { Query } from './use-query.js';

/** Where a page begins. */
type Mark = string | undefined;
type Listed<Page> = InfiniteData<Page, Mark>;

interface Pages<Page> extends Omit<Query<readonly Page[]>, 'replace'> {
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
}

interface Options<Page> {
  /** The path of the page after a mark, or of the first page without one. */
  readonly pathAfter: (mark: Mark) => string;
  /** The mark after this page; undefined after the last page. */
  readonly markOf: (page: Page) => Mark;
  readonly every?: number | false;
  /** The interval in a hidden tab. */
  readonly everyUnseen?: number;
}

/**
 * A list from the API, page by page (keyset pagination). Each page begins where the one before it ended, so new items
 * leave no gap. A reload fetches all pages, so that none shows an outdated state.
 *
 * @param path of the list, which is its key in the cache
 */
export function usePages<Page>(
  path: string,
  { pathAfter, markOf, every = false, everyUnseen }: Options<Page>,
): Pages<Page> {
  const options = {
    ...queryClient.defaultQueryOptions<Listed<Page>, Error, Listed<Page>, Listed<Page>>({
      queryKey: [path],
      ...polled<Listed<Page>>(every, everyUnseen),
    }),
    queryFn: ({ pageParam, signal }) => call<Page>('GET', pathAfter(pageParam), { signal }),
    initialPageParam: undefined,
    getNextPageParam: markOf,
    // The library's adapters cast here too: a request returns one page, the query keeps all of them.
  } as DefaultedInfiniteQueryObserverOptions<Page, Error, Listed<Page>, QueryKey, Mark>;
  const observer = useMemo(() => new InfiniteQueryObserver(queryClient, options), []);
  const result = useObserver(observer, options);
  return {
    data: result.data?.pages,
    failure: failureOf(result.error),
    loading: result.isFetching,
    reload: () => void result.refetch(),
    more: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
  };
}
