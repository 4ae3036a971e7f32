import { subscribe } from 'node:diagnostics_channel';
import { BatchesRepository } from '../../../src/deliveries/ledger/batches.repository.js';
import { LedgerRepository } from '../../../src/deliveries/ledger/ledger.repository.js';
import type { CrashPoint } from './crash-point.js';

/**
 * Loaded into a worker before the program (`NODE_OPTIONS=--import`). It lets the worker die at a moment that can't be
 * hit from outside, without a hook in the product. Environment variables:
 *
 * - CHAOS_CRASH `point:nth`: armed by SIGUSR2, the process kills itself the nth time it passes the point after that;
 * - CHAOS_CLOCK_MS: how far its clock is wrong, in milliseconds.
 */

const [point, nth] = (process.env['CHAOS_CRASH'] ?? '').split(':');
let left = Infinity;

process.on('SIGUSR2', () => {
  left = Number(nth);
});

function passed(here: CrashPoint): void {
  if (here !== point) return;
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
}

interface Sent {
  readonly request: { readonly method: string; readonly path: string };
  readonly response?: { readonly statusCode: number };
}
const creates = ({ request }: Sent): boolean =>
  request.method === 'POST' && /\/(Messages|Calls)\.json$/.test(request.path);

/** `sending` is committed, and no byte of the request is written. */
const startSending = Object.getOwnPropertyDescriptor(BatchesRepository.prototype, 'startSending')!
  .value as BatchesRepository['startSending'];
BatchesRepository.prototype.startSending = async function (...args) {
  const outgoing = await startSending.apply(this, args);
  if (outgoing.length > 0) passed('after-commit');
  return outgoing;
};

/** The request is written, and no answer has arrived. */
subscribe('undici:request:bodySent', (message) => {
  if (creates(message as Sent)) passed('after-write');
});

/** The provider's 201 has arrived, and is not read yet. */
subscribe('undici:request:headers', (message) => {
  const sent = message as Sent;
  if (creates(sent) && sent.response?.statusCode === 201) passed('after-answer');
});

/** The result is in the ledger, and its batch is still held. */
const record = Object.getOwnPropertyDescriptor(LedgerRepository.prototype, 'record')!
  .value as LedgerRepository['record'];
LedgerRepository.prototype.record = async function (...args) {
  await record.apply(this, args);
  passed('after-record');
};

const offset = Number(process.env['CHAOS_CLOCK_MS'] ?? 0);
if (offset !== 0) {
  const RightDate = Date;
  globalThis.Date = class extends RightDate {
    constructor(...args: [] | ConstructorParameters<typeof Date>) {
      if (args.length === 0) super(RightDate.now() + offset);
      else super(...args);
    }

    static override now(): number {
      return RightDate.now() + offset;
    }
  } as DateConstructor;
}
