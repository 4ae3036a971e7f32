import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { BroadcastSummary } from '../api/answers.js';
import type { Failure } from '../api/failure.js';
import { loadPages, type Pages } from './load-pages.js';

/** How often the list is fetched anew while it is looked at, in milliseconds. */
const refreshEvery = 15_000;
/** And in a tab that nobody looks at, whose title says how many wait for approval. */
const refreshUnseenEvery = 60_000;

interface Shown {
  readonly data?: Pages;
  readonly failure?: Failure;
  readonly loading: boolean;
}

/** The list of broadcasts, kept up to date while it is looked at; older ones as soon as they are asked for. */
export function useBroadcastPages() {
  const [shown, setShown] = useState<Shown>({ loading: true });
  const [asked, setAsked] = useState({ pages: 1, turn: 0 });
  useEffect(() => {
    const abort = new AbortController();
    setShown((now) => ({ ...now, loading: true }));
    const ask = (path: string) => call<BroadcastSummary[]>('GET', path, { signal: abort.signal });
    loadPages(ask, asked.pages).then(
      (data) => setShown({ data, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setShown((now) => ({ ...now, loading: false, failure: failureIn(error) }));
      },
    );
    return () => {
      abort.abort();
    };
  }, [asked]);
  const reload = useCallback(() => setAsked((now) => ({ ...now, turn: now.turn + 1 })), []);
  const showOlder = useCallback(() => setAsked(({ pages, turn }) => ({ pages: pages + 1, turn })), []);
  useEffect(() => {
    let last = Date.now();
    const look = (every: number) => {
      if (Date.now() - last < every) return;
      last = Date.now();
      reload();
    };
    const isSeen = () => document.visibilityState === 'visible';
    // Half the time, so that a timer a little early does not put it off to the next.
    const timer = setInterval(() => look(isSeen() ? refreshEvery / 2 : refreshUnseenEvery), refreshEvery);
    const seen = () => isSeen() && look(refreshEvery / 2);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [reload]);
  return { ...shown, pages: asked.pages, reload, showOlder };
}
