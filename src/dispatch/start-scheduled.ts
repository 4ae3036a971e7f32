import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ScheduledStarts, type Started } from '../broadcasts/schedule/scheduled-starts.repository.js';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { LedgerRepository } from '../deliveries/ledger/ledger.repository.js';
import { Log } from '../platform/logging/log.js';
import { dispatchEvents } from './log-events.js';

/**
 * Starts scheduled broadcasts at their time. One that could only start after its expiry is closed, and staff are told.
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
    private readonly ledger: BroadcastLedger,
    private readonly deliveries: LedgerRepository,
  ) {}

  /**
   * One that can't be started is tried again in the next round, and keeps no other waiting.
   *
   * @returns whether there may be more to start now
   */
  async run(): Promise<boolean> {
    let tried: Started | undefined;
    try {
      await this.db.transaction(async (tx) => {
        tried = await this.starts.next([...this.inVain], tx);
        if (tried?.state === 'approved') await this.ledger.prepareStart(tried.id, tx);
        if (tried?.state === 'missed') await this.deliveries.close(tried.id, 'expired', tx);
      });
    } catch (err) {
      if (!tried) throw err;
      this.inVain.add(tried.id);
      this.log.write('broadcast.not-started', { broadcast: tried.id, err });
      return true;
    }
    if (!tried) {
      this.inVain.clear();
      return false;
    }
    const { id, state } = tried;
    this.log.write(state === 'missed' ? 'broadcast.missed' : 'broadcast.due', { broadcast: id });
    if (state === 'approved') await this.ledger.wake(tried);
    return true;
  }
}
