import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { BroadcastSummary } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { loadPages, type Pages } from './load-pages.js';

/** How often the list is fetched anew while it is looked at, in milliseconds. */
const refreshEvery = 15_000;

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
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, refreshEvery);
    return () => clearInterval(timer);
  }, [reload]);
  return { ...shown, pages: asked.pages, reload, showOlder };
}
