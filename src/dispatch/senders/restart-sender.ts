import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LedgerRepository } from '../../deliveries/ledger/ledger.repository.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import { SenderStops, type SenderStop } from './sender-stops.repository.js';
import { sendersOf } from './senders.js';

/** Starts senders that the provider refused. What waited for them goes out within the second. */
@Injectable()
export class RestartSender {
  private readonly log = new Log('senders', dispatchEvents);

  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
    private readonly stops: SenderStops,
    private readonly ledger: LedgerRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Safe to repeat. */
  async run(sender: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const stop = (await this.stops.all(tx)).find((one) => one.sender === sender);
      if (!(await this.stops.restart(sender, tx))) return;
      if (stop) await this.planAgain(stop, tx);
      await this.audit.record({ memberId: member.id, action: 'sender.restart', subject: sender }, tx);
    });
  }

  /** The one automatic try of those that something on the way may have stopped. */
  async probe(): Promise<void> {
    const started = await this.db.transaction(async (tx) => {
      const senders = await this.stops.startDueProbes(tx);
      const detail = { automatic: true };
      await this.audit.recordAll(
        senders.map((subject) => ({ action: 'sender.restart', subject, detail })),
        tx,
      );
      return senders;
    });
    for (const sender of started) this.log.write('sender.probed', { sender });
  }

  /**
   * What was refused for the reason of a stop, and came into the ledger after it: by another worker, or by one that died
   * before it could take it back.
   */
  async takeBack(): Promise<void> {
    for (const stop of await this.stops.all()) await this.planAgain(stop);
  }

  private async planAgain({ sender, reason, takesBack }: SenderStop, tx?: EntityManager): Promise<void> {
    const stopped = sendersOf(this.config).find(({ id }) => id === sender);
    if (!takesBack || !stopped) return;
    const { kinds, channel } = stopped;
    const again = await this.ledger.planAgain({ kinds, channel, reason }, tx);
    if (again > 0) this.log.write('sender.planned-again', { sender, again });
  }
}
