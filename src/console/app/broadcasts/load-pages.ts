import type { BroadcastSummary } from '../api/answers.js';

/** Broadcasts that are shown at a time. */
export const pageSize = 100;

export interface Pages {
  readonly broadcasts: readonly BroadcastSummary[];
  /** Whether there are older ones than those. */
  readonly more: boolean;
}

/**
 * So many pages of broadcasts, newest first. Each begins where the one before it ended, so that what was written meanwhile
 * leaves no gap; all are read again each time, so that none shows a state of before.
 *
 * @param ask takes a path under `/api/v1`
 */
export async function loadPages(
  ask: (path: string) => Promise<readonly BroadcastSummary[]>,
  pages: number,
): Promise<Pages> {
  const broadcasts: BroadcastSummary[] = [];
  for (let page = 0; page < pages; page++) {
    const last = broadcasts.at(-1);
    // One more than is shown, which tells whether there is more.
    const found = await ask(`/broadcasts?limit=${pageSize + 1}${last ? `&before=${last.id}` : ''}`);
    broadcasts.push(...found.slice(0, pageSize));
    if (found.length <= pageSize) return { broadcasts, more: false };
  }
  return { broadcasts, more: true };
}
