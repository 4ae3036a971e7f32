import { notifyManager, QueryCache, QueryClient } from '@tanstack/query-core';
import { call } from './call.js';
import { RequestFailed } from './failure.js';

// Results must reach the page in the same microtask turn, so that a pressed button is disabled before a second press.
notifyManager.setScheduler(queueMicrotask);

/**
 * The cache of answers that pages show. An answer is dropped when nothing shows it any more: no page starts with an old
 * one, and nothing remains after sign-out.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A refusal is shown where it happened. Any other error is a fault of ours.
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
 * Fetches one answer for an action, not for display.
 *
 * @param path under `/api/v1`, with its query
 * @throws RequestFailed
 */
export const read = <Answer>(path: string): Promise<Answer> =>
  // A separate key: otherwise the request would be cancelled with the last observer of the path.
  queryClient.query({ queryKey: ['once', path], queryFn: () => call<Answer>('GET', path) });

/** After a change: fetches again the answers of these paths that are on the page. */
export async function invalidate(...paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: [path] })));
}
