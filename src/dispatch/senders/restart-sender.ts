import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LedgerRepository } from '../../deliveries/ledger/ledger.repository.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import type { SenderStop } from './sender-stop.js';
import { SenderStops } from './sender-stops.repository.js';
import { sendersOf } from './senders.js';

/** Starts senders that the provider refused. Their waiting deliveries are sent within a second. */
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

  /** Starts the sender. Safe to repeat. */
  async run(sender: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const stop = (await this.stops.all(tx)).find((one) => one.sender === sender);
      if (!(await this.stops.restart(sender, tx))) return;
      if (stop) await this.planAgain(stop, tx);
      await this.audit.record({ memberId: member.id, action: 'sender.restart', subject: sender }, tx);
    });
  }

  /** The one automatic retry of senders that something between us and the provider may have stopped. */
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
   * Plans refusals again that were refused for the reason of a stop, but recorded after it: by another worker, or by
   * one that died before it could plan them again.
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
