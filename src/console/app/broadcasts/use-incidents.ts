import { useMemo } from 'preact/hooks';
import type { Incident } from '../api/answers.js';
import { usePages } from '../api/use-pages.js';
import { useQuery } from '../api/use-query.js';

/** Incidents on each page. */
const pageSize = 50;

/** Polling interval while the list is visible, in milliseconds. */
const refreshEvery = 15_000;
/** Polling interval in a hidden tab. */
const refreshUnseenEvery = 60_000;

/** Somebody has to act on these, however old they are. */
const pressing =
  '/incidents?limit=100&state=pending-approval&state=scheduled&state=approved&state=sending&state=paused';

/** One more than is shown is requested, to know whether there are more. */
export const pagesOfIncidents = (query: string) => ({
  pathAfter: (latest: string | undefined) =>
    `/incidents?limit=${pageSize + 1}${query && `&${query}`}${latest ? `&before=${latest}` : ''}`,
  markOf: (page: readonly Incident[]) => (page.length > pageSize ? page[pageSize - 1]!.latest : undefined),
});

/**
 * The incidents, the one with the newest broadcast first, kept up to date. Older ones are loaded on request. Without a
 * filter, those that somebody has to act on are there from the beginning.
 *
 * @param query a filter, as the API takes it
 */
export function useIncidents(query: string) {
  const {
    data: pages,
    more,
    ...list
  } = usePages<readonly Incident[]>(`/incidents?${query}`, {
    ...pagesOfIncidents(query),
    every: refreshEvery,
    everyUnseen: refreshUnseenEvery,
  });
  const { data: first } = useQuery<readonly Incident[]>(query === '' ? pressing : undefined, {
    every: refreshEvery,
    everyUnseen: refreshUnseenEvery,
  });
  const data = useMemo(
    () =>
      pages && {
        incidents: merged(
          first ?? [],
          pages.flatMap((page) => page.slice(0, pageSize)),
        ),
        more,
      },
    [pages, more, first],
  );
  return { ...list, data };
}

/** Each incident once, as it was fetched last, newest first. An incident moves when it gets a new broadcast. */
export function merged(...lists: readonly (readonly Incident[])[]): readonly Incident[] {
  const known = new Map<string, Incident>();
  for (const incident of lists.flat()) {
    const before = known.get(incident.root);
    if (!before || before.latest <= incident.latest) known.set(incident.root, incident);
  }
  return [...known.values()].toSorted((one, other) => (one.latest < other.latest ? 1 : -1));
}
