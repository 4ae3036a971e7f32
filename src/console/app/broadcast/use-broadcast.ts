import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Broadcast } from '../api/answers.js';
import { call } from '../api/call.js';
import { followProgress, type Flow } from '../api/follow-progress.js';
import { useQuery, type Query } from '../api/use-query.js';
import { moves, waits, withProgress, type Asked, type Heard } from './with-progress.js';

/** Interval for counting a waiting broadcast again, in milliseconds. Counting a whole municipality is expensive. */
const countEvery = 10_000;
/** Polling interval of a broadcast that is being sent, by the state of its event stream, in milliseconds. */
const askEvery: Record<Flow, number | false> = { live: false, silent: 12_000, lost: 4_000 };

/** A broadcast, kept up to date: state and progress from events, the reach before approval by polling. */
export function useBroadcast(id: string): Query<Broadcast> {
  const path = `/broadcasts/${encodeURIComponent(id)}`;
  const [heard, setHeard] = useState<Heard>();
  const [flow, setFlow] = useState<Flow>('lost');
  const query = useQuery<Asked>(path, {
    ask: async (signal) => {
      const askedAt = performance.now();
      return { askedAt, broadcast: await call<Broadcast>('GET', path, { signal }) };
    },
    every: (asked) => {
      const now = asked && withProgress(asked, heard);
      if (!now) return false;
      return waits(now) ? countEvery : moves(now) && askEvery[flow];
    },
  });
  const { data: asked, reload, replace: replaceAsked } = query;
  const data = useMemo(() => asked && withProgress(asked, heard), [asked, heard]);
  const shown = useRef(data);
  shown.current = data;

  const live = data !== undefined && (waits(data) || moves(data));
  useEffect(() => {
    if (!live) return;
    return followProgress(
      id,
      (progress) => {
        setHeard({ heardAt: performance.now(), progress });
        // The allowed actions depend on the state, so a new state requires a full reload.
        if (progress.state !== shown.current?.state) reload();
      },
      (next) => {
        setFlow(next);
        if (next === 'silent' && shown.current && moves(shown.current)) reload();
      },
    );
  }, [id, live, reload]);

  const replace = useCallback<Query<Broadcast>['replace']>(
    (newer) =>
      replaceAsked((now) => {
        const broadcast = newer(now?.broadcast);
        return broadcast && { askedAt: performance.now(), broadcast };
      }),
    [replaceAsked],
  );
  return { ...query, data, replace };
}
