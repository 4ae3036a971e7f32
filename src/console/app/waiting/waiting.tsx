import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import type { BroadcastSummary } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { chime, isSoundOn } from './sound.js';
import { hasNews, waitingFor } from './waiting-for.js';

/** Milliseconds, also in a hidden tab. */
const askEvery = 15_000;

const WaitingContext = createContext(0);

/** Counts what waits for this user's approval, on every page and in a hidden tab, and plays a sound if they allow it. */
export function WaitingProvider({ children }: { children: ComponentChildren }) {
  const { member } = useSession();
  const asks = mayI(member, 'broadcast.approve');
  const { data } = useQuery<readonly BroadcastSummary[]>(
    asks ? '/broadcasts?state=pending-approval&limit=200' : undefined,
    { every: askEvery, everyUnseen: askEvery },
  );
  const ids = useMemo(
    () => (data && member ? waitingFor(data, member).map(({ id }) => id) : undefined),
    [data, member],
  );
  const before = useRef<readonly string[] | undefined>(undefined);
  useEffect(() => {
    if (ids && hasNews(before.current, ids) && isSoundOn()) chime();
    before.current = ids;
  }, [ids]);
  return <WaitingContext.Provider value={ids?.length ?? 0}>{children}</WaitingContext.Provider>;
}

/** How many broadcasts wait for this user's approval. */
export const useWaiting = (): number => useContext(WaitingContext);
