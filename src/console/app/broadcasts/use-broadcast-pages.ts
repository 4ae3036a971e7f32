import { useMemo } from 'preact/hooks';
import type { BroadcastSummary } from '../api/answers.js';
import { usePages } from '../api/use-pages.js';

/** Broadcasts on each page. */
const pageSize = 100;

/** Polling interval while the list is visible, in milliseconds. */
const refreshEvery = 15_000;
/** Polling interval in a hidden tab. */
const refreshUnseenEvery = 60_000;

/** One more than is shown is requested, to know whether there are more. */
export const pagesOfBroadcasts = {
  pathAfter: (id: string | undefined) => `/broadcasts?limit=${pageSize + 1}${id ? `&before=${id}` : ''}`,
  markOf: (page: readonly BroadcastSummary[]) =>
    page.length > pageSize ? page[pageSize - 1]!.id : undefined,
};

/** The list of broadcasts, newest first, kept up to date. Older ones are loaded on request. */
export function useBroadcastPages() {
  const {
    data: pages,
    more,
    ...list
  } = usePages<readonly BroadcastSummary[]>('/broadcasts', {
    ...pagesOfBroadcasts,
    every: refreshEvery,
    everyUnseen: refreshUnseenEvery,
  });
  const data = useMemo(
    () => pages && { broadcasts: pages.flatMap((page) => page.slice(0, pageSize)), more },
    [pages, more],
  );
  return { ...list, data };
}
