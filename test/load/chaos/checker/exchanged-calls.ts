import type { Heard, StoryEvent, Taken } from './story.js';

interface Side {
  readonly events: readonly StoryEvent[];
  readonly taken: Taken[];
  readonly heard: Heard[];
}

/**
 * The provider's list does not say what a call read out. After a restored backup, the ledger may therefore have swapped
 * answered calls of several broadcasts to one phone. Each broadcast was heard once, and nobody can know more.
 *
 * Such calls are moved to the delivery that the ledger names, but only if it is a true exchange: every delivery gains
 * as many calls as it loses, and each call was answered.
 *
 * @param sides the deliveries to one phone
 */
export function settleExchangedCalls(sides: readonly Side[]): void {
  const moves = sides.flatMap((to) =>
    takenOver(to).flatMap((sid) => {
      const from = sides.find(({ taken }) => taken.some((one) => one.sid === sid));
      const call = from?.taken.find((one) => one.sid === sid);
      const isAnswered = call?.kind === 'call' && call.status === 'completed';
      return from && from !== to && isAnswered ? [{ sid, from, to }] : [];
    }),
  );
  const isExchange = sides.every(
    (side) =>
      moves.filter(({ from }) => from === side).length === moves.filter(({ to }) => to === side).length,
  );
  if (!isExchange) return;
  const pieces = moves.map(({ sid, from, to }) => ({
    to,
    taken: removeFrom(from.taken, sid),
    heard: removeFrom(from.heard, sid),
  }));
  for (const { to, taken, heard } of pieces) {
    to.taken.push(...taken);
    to.heard.push(...heard);
  }
}

const takenOver = ({ events }: Side): string[] =>
  events.filter(({ kind }) => kind === 'taken-over').map(({ detail }) => String(detail['ref']));

function removeFrom<T extends { readonly sid: string }>(list: T[], sid: string): T[] {
  const removed = list.filter((one) => one.sid === sid);
  list.splice(0, list.length, ...list.filter((one) => one.sid !== sid));
  return removed;
}
