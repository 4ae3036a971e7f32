import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { deliveriesEvents } from '../log-events.js';
import { DisposalRepository } from './disposal.repository.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import { isToOnePhone } from '../../kernel/broadcast-kinds.js';

/** Limits of one run, in broadcasts and milliseconds, so that a long backlog does not delay a worker's shutdown. */
const atOnce = 20;
const maxMs = 5000;

/**
 * Erases who got which text once it is as old as the municipality has decided. The text itself and the number of
 * recipients stay. Nothing is kept of a code or a notice. Safe to repeat and to run in two workers at once.
 */
@Injectable()
export class DisposeOfDeliveries {
  private readonly log = new Log('disposal', deliveriesEvents);

  constructor(
    private readonly disposal: DisposalRepository,
    private readonly ledger: LedgerRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly config: Config,
  ) {}

  /** @returns whether there may be more to dispose of now */
  async run(): Promise<boolean> {
    const days = this.config.get('RETENTION_DAYS');
    const until = performance.now() + maxMs;
    let broadcasts = 0;
    let more = true;
    while (more && broadcasts < atOnce && performance.now() < until)
      if ((more = await this.disposeOfNext(days))) broadcasts++;
    if (broadcasts > 0) this.log.write('deliveries.disposed', { broadcasts });
    if (!more) await this.disposal.dropEmptyMonths(days);
    return more;
  }

  /** @returns false when no broadcast is due, or other workers hold all that are */
  private disposeOfNext(days: number): Promise<boolean> {
    return this.disposal.atomically(async (tx) => {
      const due = await this.disposal.holdNext(days, tx);
      if (!due) return false;
      const { id, kind, state } = due;
      if (isToOnePhone(kind)) {
        await this.disposal.erase(id, tx);
        await this.broadcasts.removeCode(id, tx);
        return true;
      }
      // After a long downtime the sweeper may not have closed this broadcast yet, and would find nothing to close.
      await this.ledger.close(id, state === 'cancelled' ? 'cancelled' : 'expired', tx);
      await this.disposal.keepSums(id, tx);
      await this.disposal.erase(id, tx);
      return true;
    });
  }
}
