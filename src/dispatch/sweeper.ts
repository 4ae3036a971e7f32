import { Injectable, Logger } from '@nestjs/common';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { Clock } from '../kernel/clock.js';
import { BatchesRepository } from '../deliveries/batches.repository.js';
import { LedgerRepository } from '../deliveries/ledger.repository.js';

/** After the last send, how long a broadcast waits for receipts before it counts as completed without them. */
const settleMs = 10 * 60_000;

/**
 * Brings back what was lost, from the ledger alone: batches of dead workers, broadcasts that have expired or were
 * cancelled with something planned, what is planned and in no batch, broadcasts that are done. Every statement is safe to repeat and to run twice.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('sweeper');

  constructor(
    private readonly batches: BatchesRepository,
    private readonly ledger: LedgerRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const reclaimed = await this.batches.reclaim();
    if (reclaimed > 0)
      this.log.warn({ msg: 'took back batches of workers that were lost', batches: reclaimed });
    const now = this.clock.now();
    for (const { id, state, expiresAt } of await this.broadcasts.unsettled()) {
      if (state === 'cancelled') await this.ledger.close(id, 'cancelled');
      // A call turned out busy in the very moment its broadcast was counted as done.
      else if (state === 'completed') await this.ledger.close(id, 'expired');
      else if (expiresAt <= now) await this.ledger.close(id, 'expired');
      await this.completeIfDone(id, now);
    }
  }

  private async completeIfDone(id: string, now: Date): Promise<void> {
    const { planned, unsent, unreceipted, lastSentAt } = await this.ledger.open(id);
    if (planned > 0) await this.ledger.gatherStray(id);
    if (unsent > 0) return;
    const settled =
      unreceipted === 0 || (lastSentAt !== null && now.getTime() - lastSentAt.getTime() > settleMs);
    if (settled && (await this.broadcasts.move(id, ['approved', 'sending', 'paused'], 'completed', now))) {
      this.log.log({ msg: 'broadcast completed', broadcast: id });
      await this.broadcasts.forgetCode(id);
    }
  }
}
