import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HoldForTopic } from '../broadcasts/schedule/hold-for-topic.js';
import { ScheduledStarts, type Due } from '../broadcasts/schedule/scheduled-starts.repository.js';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { LedgerRepository } from '../deliveries/ledger/ledger.repository.js';
import { Log } from '../platform/logging/log.js';
import { dispatchEvents } from './log-events.js';

/**
 * Starts scheduled broadcasts at their time. One that could only start after its expiry is closed, and staff are told.
 * One to a topic whose hours were changed since the approval waits for them, so that no text goes out at night.
 * Any number of workers may do this at once, and a restart over the time only delays it.
 */
@Injectable()
export class StartScheduled {
  private readonly log = new Log('start', dispatchEvents);
  /** Could not be started in this round. */
  private readonly inVain = new Set<string>();

  constructor(
    private readonly db: DataSource,
    private readonly starts: ScheduledStarts,
    private readonly hold: HoldForTopic,
    private readonly ledger: BroadcastLedger,
    private readonly deliveries: LedgerRepository,
  ) {}

  /**
   * One that can't be started is tried again in the next round, and keeps no other waiting.
   *
   * @returns whether there may be more to start now
   */
  async run(): Promise<boolean> {
    let due: Due | undefined;
    let outcome: Outcome | undefined;
    try {
      await this.db.transaction(async (tx) => {
        due = await this.starts.due([...this.inVain], tx);
        if (due) outcome = await this.moveOn(due, tx);
      });
    } catch (err) {
      if (!due) throw err;
      this.inVain.add(due.id);
      this.log.write('broadcast.not-started', { broadcast: due.id, err });
      return true;
    }
    if (!due || !outcome) {
      this.inVain.clear();
      return false;
    }
    this.log.write(eventOf[outcome], { broadcast: due.id });
    if (outcome === 'approved') await this.ledger.wake(due);
    return true;
  }

  private async moveOn(due: Due, tx: EntityManager): Promise<Outcome> {
    const { id, topic, now, expiresAt } = due;
    const opening = topic === null ? now : await this.hold.openingFrom(topic, now, tx);
    // Kept for one that is missed too: it says when it would have gone out.
    const isClosed = !due.isTooLate && (!opening || opening > now);
    if (isClosed && opening) await this.starts.hold(id, opening, tx);
    if (isClosed && opening && opening < expiresAt) return 'held';
    const outcome = isClosed || due.isTooLate ? 'missed' : 'approved';
    await this.starts.move(id, outcome, tx);
    if (outcome === 'approved') await this.ledger.prepareStart(id, tx);
    else await this.deliveries.close(id, 'expired', tx);
    return outcome;
  }
}

type Outcome = 'approved' | 'missed' | 'held';

const eventOf = {
  approved: 'broadcast.due',
  missed: 'broadcast.missed',
  held: 'broadcast.held-again',
} as const satisfies Record<Outcome, string>;
