import { Injectable } from '@nestjs/common';
import { BroadcastsRepository, type Unsettled } from '../broadcasts/broadcasts.repository.js';
import { BatchesRepository } from '../deliveries/ledger/batches.repository.js';
import { CallOffsRepository } from '../deliveries/ledger/call-offs.repository.js';
import { EnrolmentRepository } from '../deliveries/ledger/enrolment.repository.js';
import { LedgerRepository } from '../deliveries/ledger/ledger.repository.js';
import { Log } from '../platform/logging/log.js';
import { dispatchEvents } from './log-events.js';

/** After the last send, how many seconds one that has expired waits for receipts before it counts as completed without them. */
const settleSeconds = 30 * 60;
/** To count or close a million deliveries takes a while: at most this share of the time is spent on it. */
const maxTimeShare = 1 / 20;

/**
 * Brings back what was lost, from the ledger alone: batches of dead workers, broadcasts that have expired or were
 * cancelled with something planned, what is planned and in no batch, broadcasts that are done. Every statement is safe
 * to repeat and to run twice, and all go by the database's clock, since the workers' may differ.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Log('sweeper', dispatchEvents);
  /** When to count a broadcast's deliveries again, by this process's monotonic clock. */
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

  /** Room in the ledger for the months to come. */
  prepareMonths(): Promise<void> {
    return this.enrolment.prepareMonths();
  }

  private async settle({ id, state, expired, hasWork }: Unsettled): Promise<void> {
    const began = performance.now();
    if (began < (this.countAgainAt.get(id) ?? 0)) return;
    const { planned, unsent, unreceipted, quietSeconds } = await this.ledger.open(id);
    // Of one that is completed a call turned out busy in the very moment it was counted as done.
    const isOver = expired || state === 'cancelled' || state === 'completed';
    if (isOver && (planned > 0 || hasWork))
      await this.ledger.close(id, state === 'cancelled' ? 'cancelled' : 'expired');
    else if (planned > 0) await this.ledger.gatherStray(id);
    if (expired && unreceipted > 0) await this.callOffs.add(id);
    if (unsent > planned) await this.batches.doubtForgotten(id);
    const now = performance.now();
    this.countAgainAt.set(id, now + (now - began) / maxTimeShare);
    const open = isOver ? unsent - planned : unsent;
    // What is still to be heard of may have to be tried again, as long as the broadcast lives.
    const isSettled = unreceipted === 0 || (expired && quietSeconds !== null && quietSeconds > settleSeconds);
    if (open > 0 || !isSettled) return;
    if (await this.broadcasts.complete(id)) {
      this.log.write('broadcast.completed', { broadcast: id });
      await this.broadcasts.forgetCode(id);
    }
  }
}
