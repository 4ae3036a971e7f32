import type { Broadcast, BroadcastState, Progress } from '../api/answers.js';

/** An answer of the API, and when it was requested, by the page's own clock. */
export interface Asked {
  readonly askedAt: number;
  readonly broadcast: Broadcast;
}

/** An event, and when it arrived. */
export interface Heard {
  readonly heardAt: number;
  readonly progress: Progress;
}

/**
 * A broadcast, updated by an event. An answer that was requested before the event may hold older data than the event,
 * even if it arrives later.
 */
export function withProgress({ askedAt, broadcast }: Asked, heard: Heard | undefined): Broadcast {
  if (!heard || heard.heardAt < askedAt) return broadcast;
  // If the event has no pace, the earlier one is outdated.
  const { pace: _before, ...rest } = broadcast;
  return { ...rest, ...heard.progress };
}

/** Whether a person must act before it is sent. Until then its reach can change. */
export const waits = ({ state }: Pick<Broadcast, 'state'>): boolean =>
  state === 'pending-approval' || state === 'returned' || state === 'draft';

const mayMove: readonly BroadcastState[] = [
  'scheduled',
  'approved',
  'sending',
  'paused',
  'completed',
  'cancelled',
];

/** Whether its deliveries may still change. */
export function moves({ state, percent, report }: Broadcast): boolean {
  const isOver = (state === 'completed' || state === 'cancelled') && percent >= 100;
  return report !== undefined && mayMove.includes(state) && !isOver;
}
