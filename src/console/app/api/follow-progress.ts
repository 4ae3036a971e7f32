import type { Progress } from './answers.js';

/** Silence after which the caller should poll, in milliseconds: some proxies hold events back without an error. */
const silence = 12_000;

/** Whether events arrive: `silent` when the stream is open but sends nothing, `lost` when it is not open. */
export type Flow = 'live' | 'silent' | 'lost';

/**
 * A broadcast's progress, live by server-sent events.
 *
 * @param tell called with each event
 * @param tellFlow called with whether events arrive, initially `lost`; when they don't, the caller has to poll
 * @returns a function that stops following
 */
export function followProgress(
  id: string,
  tell: (progress: Progress) => void,
  tellFlow: (flow: Flow) => void,
): () => void {
  const events = new EventSource(`/api/v1/broadcasts/${encodeURIComponent(id)}/events`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flows = (flow: Flow): void => {
    clearTimeout(timer);
    if (flow === 'live') timer = setTimeout(() => tellFlow('silent'), silence);
    tellFlow(flow);
  };
  flows('lost');
  // Each stream begins with an event of the current state.
  events.addEventListener('open', () => flows('live'));
  events.addEventListener('error', () => flows('lost'));
  events.addEventListener('progress', (event: MessageEvent<string>) => {
    flows('live');
    tell(JSON.parse(event.data) as Progress);
  });
  return () => {
    clearTimeout(timer);
    events.close();
  };
}
