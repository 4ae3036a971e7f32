import { call } from './call.js';
import type { Broadcast, Progress } from './answers.js';

/** How often to ask when events do not come through, in milliseconds. */
const pollEvery = 4_000;
/** Silence after which we ask ourselves: some proxies hold events back without an error. */
const silence = 12_000;

/**
 * A broadcast's progress, live: server-sent events, and where a proxy or the network stops them, asking now and then.
 *
 * @returns how to stop following
 */
export function followProgress(id: string, tell: (progress: Progress) => void): () => void {
  let ended = false;
  let lastHeard = Date.now();
  const events = new EventSource(`/api/v1/broadcasts/${id}/events`);

  const hear = (progress: Progress): void => {
    lastHeard = Date.now();
    tell(progress);
    if (isOver(progress)) end();
  };
  events.addEventListener('progress', (event: MessageEvent<string>) => {
    hear(JSON.parse(event.data) as Progress);
  });

  const timer = setInterval(() => {
    const quiet = Date.now() - lastHeard > silence;
    if (events.readyState === EventSource.OPEN && !quiet) return;
    call<Broadcast>('GET', `/broadcasts/${id}`).then(
      ({ state, percent, report, account, pace }) => {
        if (ended || !report) return;
        hear({ state, percent, report, ...(account ? { account } : {}), ...(pace ? { pace } : {}) });
      },
      () => undefined, // The next turn asks again.
    );
  }, pollEvery);

  function end(): void {
    ended = true;
    clearInterval(timer);
    events.close();
  }
  return end;
}

const isOver = ({ state, percent }: Progress): boolean =>
  (state === 'completed' || state === 'cancelled') && percent >= 100;
