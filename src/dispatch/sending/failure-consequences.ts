import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReportedFailure } from '../../deliveries/failure.js';
import { LedgerRepository } from '../../deliveries/ledger/ledger.repository.js';
import { isAbroad } from '../../kernel/phone-number.js';
import { PhonesRepository } from '../../directory/phones.repository.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog, type AuditEntry } from '../../staff/audit-log.js';
import { RecordOptOut } from '../../topics/record-opt-out.js';
import { Log } from '../../platform/logging/log.js';
import { sendersFor, sendersOf } from '../senders/senders.js';
import { SenderStops } from '../senders/sender-stops.repository.js';
import { dispatchEvents } from '../log-events.js';

/**
 * Consequences of a failure beyond its delivery. A refused sender is stopped. A number that does not exist is not tried
 * by the next alert. A person who opted out at the provider loses their subscriptions. Safe to repeat.
 */
@Injectable()
export class FailureConsequences {
  private readonly log = new Log('failure', dispatchEvents);

  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
    private readonly stops: SenderStops,
    private readonly phones: PhonesRepository,
    private readonly optOut: RecordOptOut,
    private readonly ledger: LedgerRepository,
    private readonly audit: AuditLog,
  ) {}

  /** All or nothing. If the caller passes its transaction, this must be the last step in it. */
  async run(failures: readonly ReportedFailure[], tx?: EntityManager): Promise<void> {
    if (failures.length === 0) return;
    if (!tx) return this.db.transaction((tx) => this.run(failures, tx));
    const entries: AuditEntry[] = [];
    for (const failure of failures) entries.push(...(await this.follow(failure, tx)));
    await this.audit.recordAll(entries, tx);
  }

  /** @returns the entries for the audit log */
  private async follow(told: ReportedFailure, tx: EntityManager): Promise<AuditEntry[]> {
    switch (told.failure) {
      case 'sender-refused':
        return this.stopSender(told, tx);
      case 'country-refused':
        return this.refusedAbroad(told) ? [] : this.stopSender(told, tx);
      case 'no-such-number':
        await this.phones.quarantine(told.phone, told.reason ?? told.failure, tx);
        return [];
      case 'opted-out':
        // An opt-out from an alert's sender does not affect topics. The ledger plans a call to the household's landline
        // instead.
        if (told.kind === 'topic') await this.optOut.run(told.phone, tx);
        return [];
      default:
        return [];
    }
  }

  /** Refused for a phone abroad: that is no reason to stop sending in the country. It is logged for staff. */
  private refusedAbroad({ phone, reason }: ReportedFailure): boolean {
    const abroad = isAbroad(phone, this.config.get('DEFAULT_COUNTRY'));
    if (abroad) this.log.write('provider.refuses-country', { reason });
    return abroad;
  }

  private async stopSender(
    { kind, channel, reason, senderAddress, passing, takesBack }: ReportedFailure,
    tx: EntityManager,
  ): Promise<AuditEntry[]> {
    const senders = sendersFor(sendersOf(this.config), kind, channel);
    const named = senders.filter(({ address }) => address === senderAddress);
    const entries: AuditEntry[] = [];
    const because = reason ?? 'refused';
    for (const { id, kinds } of named.length > 0 ? named : senders) {
      const isNew = await this.stops.stop(id, because, { passing, takesBack }, tx);
      if (takesBack) await this.ledger.planAgain({ kinds, channel, reason: because }, tx);
      if (!isNew) continue;
      this.log.write('sender.stopped', { sender: id, reason: because });
      entries.push({ action: 'sender.stop', subject: id, detail: { reason: because } });
    }
    return entries;
  }
}
