import { useMemo } from 'preact/hooks';
import type { BroadcastSummary } from '../api/answers.js';
import { usePages } from '../api/use-pages.js';

/** Broadcasts that are shown at a time. */
const pageSize = 100;

/** How often the list is fetched again while it is looked at, in milliseconds. */
const refreshEvery = 15_000;
/** And in a tab that nobody looks at, whose title says how many wait for approval. */
const refreshUnseenEvery = 60_000;

/** One more than is shown is asked for, which tells whether there is more. */
export const pagesOfBroadcasts = {
  pathAfter: (id: string | undefined) => `/broadcasts?limit=${pageSize + 1}${id ? `&before=${id}` : ''}`,
  markOf: (page: readonly BroadcastSummary[]) =>
    page.length > pageSize ? page[pageSize - 1]!.id : undefined,
};

/** The list of broadcasts, newest first, kept up to date while it is looked at; older ones when they are asked for. */
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
