import type { Broadcast, BroadcastState, Progress } from '../api/answers.js';

/** An answer of the API, and when it was asked for, on the page's own clock. */
export interface Asked {
  readonly askedAt: number;
  readonly broadcast: Broadcast;
}

/** An event, and when it came. */
export interface Heard {
  readonly heardAt: number;
  readonly progress: Progress;
}

/**
 * A broadcast with what an event tells of it. An answer that was asked for before the event came may have been read before it
 * too, however late it arrives.
 */
export function withProgress({ askedAt, broadcast }: Asked, heard: Heard | undefined): Broadcast {
  if (!heard || heard.heardAt < askedAt) return broadcast;
  // A pace that is not told any more is over.
  const { pace: _before, ...rest } = broadcast;
  return { ...rest, ...heard.progress };
}

/** Whether a person must do something before it is sent; until then whom it reaches changes. */
export const waits = ({ state }: Broadcast): boolean =>
  state === 'pending-approval' || state === 'returned' || state === 'draft';

const mayMove: readonly BroadcastState[] = ['approved', 'sending', 'paused', 'completed', 'cancelled'];

/** Whether its deliveries may still change. */
export function moves({ state, percent, report }: Broadcast): boolean {
  const isOver = (state === 'completed' || state === 'cancelled') && percent >= 100;
  return report !== undefined && mayMove.includes(state) && !isOver;
}
