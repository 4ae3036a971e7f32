// Does the same as `serveThread`, in plain JavaScript: a thread can't load the TypeScript sources of tests.
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

if (workerData.fails) throw new Error('out of ink');
for (let n = 0; n < workerData.pieces; n += 1) {
  // Blocks its thread, as drawing does.
  const end = Date.now() + workerData.busy;
  while (Date.now() < end);
  parentPort.postMessage({ bytes: Buffer.from(`${n};`) });
  await once(parentPort, 'message');
}
parentPort.postMessage({ isOver: true });
