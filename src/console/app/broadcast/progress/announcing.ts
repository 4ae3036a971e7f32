import type { BroadcastState, Progress } from '../../api/answers.js';

/** The last announcement of a broadcast's progress. */
export interface Said {
  readonly state: BroadcastState;
  readonly quarter: number;
}

/** A screen reader announces a change of state and every quarter done, not every event. */
export function worthSaying(
  said: Said | undefined,
  { state, percent }: Pick<Progress, 'state' | 'percent'>,
): Said | undefined {
  const now = { state, quarter: Math.floor(percent / 25) };
  const same = said?.state === now.state && said.quarter === now.quarter;
  return same ? undefined : now;
}
