import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ScheduledStarts } from '../broadcasts/scheduled-starts.repository.js';
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

  constructor(
    private readonly db: DataSource,
    private readonly starts: ScheduledStarts,
    private readonly ledger: BroadcastLedger,
    private readonly deliveries: LedgerRepository,
  ) {}

  /** @returns whether there may be more to start now */
  async run(): Promise<boolean> {
    const started = await this.db.transaction(async (tx) => {
      const next = await this.starts.next(tx);
      if (next?.state === 'approved') await this.ledger.prepareStart(next.id, tx);
      if (next?.state === 'missed') await this.deliveries.close(next.id, 'expired', tx);
      return next;
    });
    if (!started) return false;
    const { id, state } = started;
    this.log.write(state === 'missed' ? 'broadcast.missed' : 'broadcast.due', { broadcast: id });
    if (state === 'approved') await this.ledger.wake(started);
    return true;
  }
}
