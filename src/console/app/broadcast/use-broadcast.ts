import { useEffect } from 'preact/hooks';
import type { Broadcast, BroadcastState, Progress } from '../api/answers.js';
import { followProgress } from '../api/follow-progress.js';
import { useLoaded, type Loaded } from '../api/use-loaded.js';

/** Whether deliveries of a broadcast may still change. */
const moves: readonly BroadcastState[] = ['approved', 'sending', 'paused', 'completed', 'cancelled'];

/** How often a broadcast that waits for somebody is counted anew, in milliseconds: that is dear for a whole municipality. */
const lookAgain = 10_000;

/** A broadcast, and as it changes: its state and progress live, whom it would reach now and then. */
export function useBroadcast(id: string): Loaded<Broadcast> {
  const loaded = useLoaded<Broadcast>(`/broadcasts/${encodeURIComponent(id)}`);
  const { data, reload, replace } = loaded;
  const state = data?.state;
  const waits = state === 'pending-approval' || state === 'returned' || state === 'draft';
  const live =
    waits ||
    (data?.report !== undefined &&
      state !== undefined &&
      moves.includes(state) &&
      !isOver(state, data.percent));

  useEffect(() => {
    if (!live) return;
    return followProgress(id, (progress) => {
      replace((now) => (now ? merge(now, progress, reload) : now));
    });
  }, [id, live, replace, reload]);

  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, lookAgain);
    return () => clearInterval(timer);
  }, [waits, reload]);
  return loaded;
}

const isOver = (state: BroadcastState, percent: number | null | undefined): boolean =>
  (state === 'completed' || state === 'cancelled') && (percent ?? 0) >= 100;

/** What one may do depends on the state, so another state is asked for in full. */
function merge(now: Broadcast, progress: Progress, reload: () => void): Broadcast {
  if (progress.state !== now.state) reload();
  // A pace that is not told any more is over.
  const { pace: _before, ...rest } = now;
  return { ...rest, ...progress };
}
