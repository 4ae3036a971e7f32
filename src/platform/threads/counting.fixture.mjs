// A thread as `serveThread` makes one, in plain JavaScript: a thread can't read the tests' sources.
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

if (workerData.fails) throw new Error('out of ink');
for (let n = 0; n < workerData.pieces; n += 1) {
  // Works as hard as drawing does: whoever shares its thread waits.
  const end = Date.now() + workerData.busy;
  while (Date.now() < end);
  parentPort.postMessage({ bytes: Buffer.from(`${n};`) });
  await once(parentPort, 'message');
}
parentPort.postMessage({ isOver: true });
