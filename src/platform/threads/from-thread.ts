import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { constants, platform, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { refusal } from '../../kernel/refusal.js';

export const TooMuchAtOnce = refusal('request.too-much-at-once', 'unavailable', {
  sv: 'Flera stora dokument görs just nu. Försök igen om en minut.',
  en: 'Several large documents are being made right now. Try again in a minute.',
});

/** Threads at once in a process: each takes a processor, and some 100 MB. */
const maxThreads = 3;
let threads = 0;

type News = { readonly bytes: Uint8Array } | { readonly isOver: true };

/** Makes bytes of what it is asked, where that takes long. */
export type Make<Order> = (order: Order) => AsyncIterable<Buffer>;

/**
 * Bytes made in a thread of its own, so that nobody else waits for them: no more than the reader takes, and nothing any
 * more once it has left.
 *
 * @param entry the thread's file, which calls {@link serveThread}
 * @param order what it is asked: plain data
 * @param make does the same here, for a program that was not built (as in tests, whose sources no thread can read)
 * @throws request.too-much-at-once, here or with the first read
 */
export function fromThread<Order>(entry: URL, order: Order, make: Make<Order>): AsyncIterable<Buffer> {
  if (!existsSync(fileURLToPath(entry))) return make(order);
  // Refused before anything is answered, where that can be known yet.
  requireThread();
  return read(entry, order);
}

/** @throws request.too-much-at-once */
function requireThread(): void {
  if (threads >= maxThreads) throw TooMuchAtOnce();
}

async function* read(entry: URL, order: unknown): AsyncGenerator<Buffer> {
  // Begins with the first read: others that were asked for before it may have begun.
  requireThread();
  const worker = new Worker(entry, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  threads += 1;
  try {
    for await (const [news] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[News]>) {
      if ('isOver' in news) return;
      yield Buffer.from(news.bytes);
      worker.postMessage('more');
    }
    throw new Error('The thread ended before its work was done');
  } finally {
    threads -= 1;
    await worker.terminate();
  }
}

/** On Linux a priority is a thread's own, elsewhere the whole process's. Requests come first, also on two processors. */
function yieldToOthers(): void {
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}

/** The thread's side: makes what it was asked, a piece each time the reader wants one. */
export async function serveThread<Order>(make: Make<Order>): Promise<void> {
  yieldToOthers();
  const port = parentPort!;
  const wanted = on(port, 'message')[Symbol.asyncIterator]();
  for await (const bytes of make(workerData as Order)) {
    port.postMessage({ bytes } satisfies News);
    await wanted.next();
  }
  port.postMessage({ isOver: true } satisfies News);
  port.close();
}
