import type { Progress } from './answers.js';

/** Silence after which one asks: some proxies hold events back without an error, in milliseconds. */
const silence = 12_000;

/** Whether events come: `silent` when the stream is open and tells nothing, `lost` when it is not open. */
export type Flow = 'live' | 'silent' | 'lost';

/**
 * A broadcast's progress, live by server-sent events.
 *
 * @param tell each event
 * @param tellFlow whether events come, at first `lost`: where they don't, one has to ask
 * @returns how to stop following
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
  // Each stream begins with where the broadcast is.
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
