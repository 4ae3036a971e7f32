import { Injectable } from '@nestjs/common';
import { BroadcastsRepository, type Unsettled } from '../broadcasts/broadcasts.repository.js';
import { BatchesRepository } from '../deliveries/ledger/batches.repository.js';
import { CallOffsRepository } from '../deliveries/ledger/call-offs.repository.js';
import { EnrolmentRepository } from '../deliveries/ledger/enrolment.repository.js';
import { LedgerRepository } from '../deliveries/ledger/ledger.repository.js';
import { Log } from '../platform/logging/log.js';
import { dispatchEvents } from './log-events.js';

/**
 * Seconds that an expired broadcast waits for receipts after its last send. Then it counts as completed without them.
 */
const settleSeconds = 30 * 60;
/** Counting or closing a million deliveries takes a while: at most this share of the time is spent on it. */
const maxTimeShare = 1 / 20;

/**
 * Repairs the state from the ledger alone: batches of dead workers, expired or cancelled broadcasts with planned
 * deliveries, planned deliveries in no batch, broadcasts that are done. Every statement is safe to repeat and to run in
 * two workers at once. All use the database's clock, because the clocks of workers may differ.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Log('sweeper', dispatchEvents);
  /** When to count the deliveries of a broadcast again, by this process's monotonic clock. */
  private readonly countAgainAt = new Map<string, number>();

  constructor(
    private readonly batches: BatchesRepository,
    private readonly ledger: LedgerRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly enrolment: EnrolmentRepository,
    private readonly callOffs: CallOffsRepository,
  ) {}

  async run(): Promise<void> {
    const reclaimed = await this.batches.reclaim();
    if (reclaimed > 0) this.log.write('batches.reclaimed', { batches: reclaimed });
    const unsettled = await this.broadcasts.unsettled();
    for (const broadcast of unsettled) await this.settle(broadcast);
    for (const id of this.countAgainAt.keys())
      if (!unsettled.some((one) => one.id === id)) this.countAgainAt.delete(id);
  }

  /** Creates the ledger's partitions for the coming months. */
  prepareMonths(): Promise<void> {
    return this.enrolment.prepareMonths();
  }

  private async settle({ id, state, expired, hasWork }: Unsettled): Promise<void> {
    const began = performance.now();
    if (began < (this.countAgainAt.get(id) ?? 0)) return;
    const { planned, unsent, unreceipted, quietSeconds } = await this.ledger.open(id);
    // A completed broadcast can have planned deliveries: a call may report busy just as the broadcast completes.
    const isOver = expired || state === 'cancelled' || state === 'completed';
    if (isOver && (planned > 0 || hasWork))
      await this.ledger.close(id, state === 'cancelled' ? 'cancelled' : 'expired');
    else if (planned > 0) await this.ledger.gatherStray(id);
    if (expired && unreceipted > 0) await this.callOffs.add(id);
    if (unsent > planned) await this.batches.doubtForgotten(id);
    const now = performance.now();
    this.countAgainAt.set(id, now + (now - began) / maxTimeShare);
    const open = isOver ? unsent - planned : unsent;
    // A delivery without a receipt may have to be retried while the broadcast lives.
    const isSettled = unreceipted === 0 || (expired && quietSeconds !== null && quietSeconds > settleSeconds);
    if (open > 0 || !isSettled) return;
    if (await this.broadcasts.complete(id)) {
      this.log.write('broadcast.completed', { broadcast: id });
      await this.broadcasts.forgetCode(id);
    }
  }
}
