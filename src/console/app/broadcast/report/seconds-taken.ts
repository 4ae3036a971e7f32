import type { Broadcast } from '../../api/answers.js';

/** From the first message until completion or cancellation; undefined before that. */
export function secondsTaken({
  state,
  startedAt,
  completedAt,
  history,
}: Pick<Broadcast, 'state' | 'startedAt' | 'completedAt' | 'history'>): number | undefined {
  const end = state === 'cancelled' ? history.findLast(({ act }) => act === 'cancellation')?.at : completedAt;
  if (startedAt === undefined || end === undefined) return undefined;
  return Math.max(0, (Date.parse(end) - Date.parse(startedAt)) / 1000);
}
