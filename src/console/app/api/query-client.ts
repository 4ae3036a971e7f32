import { notifyManager, QueryCache, QueryClient } from '@tanstack/query-core';
import { call } from './call.js';
import { RequestFailed } from './failure.js';

// Results reach the page in the same turn, so that a pressed button is disabled before a second press.
notifyManager.setScheduler(queueMicrotask);

/**
 * The answers that pages show. An answer is dropped when nothing shows it any more: no page starts with an old one, and
 * nothing is left after somebody signs out.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A refusal is shown where it happened; anything else is a fault of ours.
    onError: (error) => {
      if (!(error instanceof RequestFailed)) reportError(error);
    },
  }),
  defaultOptions: {
    queries: { gcTime: 0, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { gcTime: 0, retry: false, networkMode: 'always' },
  },
});

/**
 * One answer for who pressed a button, which nothing on the page goes on to show.
 *
 * @param path under `/api/v1`, with its query
 * @throws RequestFailed
 */
export const read = <Answer>(path: string): Promise<Answer> =>
  // A key of its own: the request would end with the last observer of the path.
  queryClient.query({ queryKey: ['once', path], queryFn: () => call<Answer>('GET', path) });

/** After a change: answers of these paths that are on the page are asked for again. */
export async function invalidate(...paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: [path] })));
}
