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

/** Maximum number of threads at a time in a process. Each takes a processor and about 100 MB. */
const maxThreads = 3;
let threads = 0;

type News = { readonly bytes: Uint8Array } | { readonly isOver: true };

/** Makes bytes from an order; used where that takes long. */
export type Make<Order> = (order: Order) => AsyncIterable<Buffer>;

/**
 * Makes bytes in a separate thread, so that other requests don't wait. The thread makes only as much as the reader
 * takes, and stops when the reader leaves.
 *
 * @param entry the thread's file, which calls {@link serveThread}
 * @param order the input for `make`: plain data
 * @param make does the same in this thread if the program was not built (as in tests: a thread can't load their
 * sources)
 * @throws request.too-much-at-once, in this call or in the first read
 */
export function fromThread<Order>(entry: URL, order: Order, make: Make<Order>): AsyncIterable<Buffer> {
  if (!existsSync(fileURLToPath(entry))) return make(order);
  // If the limit is already reached, refuse now, before any part of the answer is sent.
  requireThread();
  return read(entry, order);
}

/** @throws request.too-much-at-once */
function requireThread(): void {
  if (threads >= maxThreads) throw TooMuchAtOnce();
}

async function* read(entry: URL, order: unknown): AsyncGenerator<Buffer> {
  // Runs at the first read. Check again: other threads may have started since the call.
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

/**
 * Lowers the priority of this thread, so that requests come first, also on two processors. Only on Linux: elsewhere the
 * priority would change for the whole process.
 */
function yieldToOthers(): void {
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}

/** The thread's side: makes the bytes of the order, one piece each time the reader wants one. */
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
