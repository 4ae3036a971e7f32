import { abreast } from './abreast.js';
import { answerParent, tell } from './child.js';
import { atOnce, clients, phoneOf } from './clients.js';
import { monotonicMs } from './monotonic.js';

/** Sends in a loop, `atOnce` requests at a time, and does nothing else: `bare-loop <client> <address>`. */
export function run([client, url]: readonly string[]): Promise<void> {
  const send = clients[client as keyof typeof clients](url!);
  answerParent(async ({ count }: { count: number }) => {
    const begun = monotonicMs();
    await abreast(count, atOnce, (i) => send(phoneOf(i)));
    return { seconds: (monotonicMs() - begun) / 1000 };
  });
  tell({ ready: true });
  return Promise.resolve();
}
