import { useEffect } from 'preact/hooks';
import type { Hold } from '../api/hold-contract.js';
import { useLoaded } from '../api/use-loaded.js';
import { useSession } from '../session/session.js';
import { HeldPanel } from './held-panel.js';
import { WaitingPanel } from './waiting-panel.js';

/** How often it is asked, in milliseconds. */
const askEvery = 10_000;

/** Tells everybody on every page that nothing is sent, and why; those who may, decide. */
export function HoldBanner() {
  const { member } = useSession();
  const { data, reload } = useLoaded<Hold>(member?.may.includes('broadcast.read') ? '/hold' : undefined);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, askEvery);
    return () => clearInterval(timer);
  }, [reload]);
  const mayDecide = member?.may.includes('hold.decide') ?? false;
  return (
    <div role="status">
      {data?.waiting && <WaitingPanel waiting={data.waiting} mayDecide={mayDecide} onDecided={reload} />}
      {data?.held && <HeldPanel held={data.held} mayDecide={mayDecide} onDecided={reload} />}
    </div>
  );
}
