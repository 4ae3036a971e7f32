import { Injectable, Logger } from '@nestjs/common';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { BatchesRepository } from '../deliveries/batches.repository.js';
import { EnrolmentRepository } from '../deliveries/enrolment.repository.js';
import { LedgerRepository } from '../deliveries/ledger.repository.js';

/**
 * After the last send, how many seconds a broadcast waits for receipts before it counts as completed without them: longer
 * than it takes to hear that a phone is out of reach, which is then tried again.
 */
const settleSeconds = 30 * 60;
/** To count a million deliveries takes a while: at most this share of the time is spent on it. */
const mostOfTheTime = 1 / 20;

/**
 * Brings back what was lost, from the ledger alone: batches of dead workers, broadcasts that have expired or were
 * cancelled with something planned, what is planned and in no batch, broadcasts that are done. Every statement is safe
 * to repeat and to run twice, and all go by the database's clock, since the workers' may differ.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('sweeper');
  /** When to count a broadcast's deliveries again, by this process's monotonic clock. */
  private readonly countAgainAt = new Map<string, number>();

  constructor(
    private readonly batches: BatchesRepository,
    private readonly ledger: LedgerRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly enrolment: EnrolmentRepository,
  ) {}

  async run(): Promise<void> {
    const reclaimed = await this.batches.reclaim();
    if (reclaimed > 0)
      this.log.warn({ msg: 'took back batches of workers that were lost', batches: reclaimed });
    const unsettled = await this.broadcasts.unsettled();
    for (const { id, state, expired } of unsettled) {
      if (state === 'cancelled') await this.ledger.close(id, 'cancelled');
      // A call turned out busy in the very moment its broadcast was counted as done.
      else if (state === 'completed') await this.ledger.close(id, 'expired');
      else if (expired) await this.ledger.close(id, 'expired');
      await this.completeIfDone(id);
    }
    for (const id of this.countAgainAt.keys())
      if (!unsettled.some((one) => one.id === id)) this.countAgainAt.delete(id);
  }

  /** Room in the ledger for the months to come. */
  prepareMonths(): Promise<void> {
    return this.enrolment.prepareMonths();
  }

  private async completeIfDone(id: string): Promise<void> {
    const began = performance.now();
    if (began < (this.countAgainAt.get(id) ?? 0)) return;
    const { planned, unsent, unreceipted, quietSeconds } = await this.ledger.open(id);
    const now = performance.now();
    this.countAgainAt.set(id, now + (now - began) / mostOfTheTime);
    if (planned > 0) await this.ledger.gatherStray(id);
    if (unsent > planned) await this.batches.doubtForgotten(id);
    if (unsent > 0) return;
    const settled = unreceipted === 0 || (quietSeconds !== null && quietSeconds > settleSeconds);
    if (settled && (await this.broadcasts.move(id, ['approved', 'sending', 'paused'], 'completed'))) {
      this.log.log({ msg: 'broadcast completed', broadcast: id });
      await this.broadcasts.forgetCode(id);
    }
  }
}
