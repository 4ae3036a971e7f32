import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Waiting } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { hasNews } from './has-news.js';
import { chime, isSoundOn } from './sound.js';

/** Milliseconds, also in a hidden tab. */
const askEvery = 15_000;

const WaitingContext = createContext(0);

/** Counts what this user may approve now, on every page and in a hidden tab, and plays a sound if they allow it. */
export function WaitingProvider({ children }: { children: ComponentChildren }) {
  const { member } = useSession();
  const asks = mayI(member, 'broadcast.approve');
  const { data } = useQuery<Waiting>(asks ? '/broadcasts/waiting' : undefined, {
    every: askEvery,
    everyUnseen: askEvery,
  });
  const ids = data?.ids;
  const before = useRef<readonly string[] | undefined>(undefined);
  useEffect(() => {
    if (ids && hasNews(before.current, ids) && isSoundOn()) chime();
    before.current = ids;
  }, [ids]);
  return <WaitingContext.Provider value={ids?.length ?? 0}>{children}</WaitingContext.Provider>;
}

/** How many broadcasts wait for this user's approval. */
export const useWaiting = (): number => useContext(WaitingContext);
