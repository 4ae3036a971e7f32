import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hold } from '../api/answers.js';
import { invalidate } from '../api/query-client.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { rescueFocus } from '../shell/page-title.js';
import { HeldPanel } from './held-panel.js';
import { newsOf } from './news.js';
import { WaitingPanel } from './waiting-panel.js';

/** Polling interval, in milliseconds. */
const askEvery = 10_000;

/** Says on every page that nothing is sent, and why. Users with the right can decide. */
export function HoldBanner() {
  const { member } = useSession();
  const { data } = useQuery<Hold>(mayI(member, 'broadcast.read') ? '/hold' : undefined, {
    every: askEvery,
  });
  const decided = async () => {
    await invalidate('/hold');
    // The pressed button is gone after a decision. The next one is in the same panel.
    rescueFocus('#held, main h1');
  };
  const mayDecide = mayI(member, 'hold.decide');
  return (
    <div class="screen-only">
      <HoldNews hold={data} />
      {data?.waiting && (
        <WaitingPanel waiting={data.waiting} mayDecide={mayDecide} onDecided={() => void decided()} />
      )}
      {data?.held && <HeldPanel held={data.held} mayDecide={mayDecide} onDecided={() => void decided()} />}
    </div>
  );
}

/** Announces to screen readers when a hold begins, changes or ends. The panel itself is there to read. */
function HoldNews({ hold }: { hold: Hold | undefined }) {
  const { say } = useSpeech();
  const before = useRef<Hold>(undefined);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (!hold) return;
    const news = newsOf(before.current, hold);
    before.current = hold;
    if (news) setSpoken(say(news.wording, news.values));
  }, [hold]);
  return (
    <p class="unseen" role="status">
      {spoken}
    </p>
  );
}
