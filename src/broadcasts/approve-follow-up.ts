import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { transitions, type Broadcast } from './broadcast.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** The effect of a follow-up's approval on the alert that it follows. */
export interface FollowUpApproved {
  /** Whether fewer phones than submitted are acceptable: the count depends on the ledger, which changes. */
  readonly mayShrink: boolean;
  /** Entries for the audit log. */
  readonly entries: readonly AuditEntry[];
}

/** Applies the effect of a follow-up's approval on the alert that it follows, in the transaction of the approval. */
@Injectable()
export class ApproveFollowUp {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
  ) {}

  /**
   * Must be the first lock of the transaction, so that two follow-ups can't both count the same phones as not reached.
   */
  async lockOriginal({ follows }: Broadcast, tx: EntityManager): Promise<void> {
    if (follows) await this.broadcasts.holdFamily(follows.root, tx);
  }

  /**
   * An all-clear cancels what is still unsent of the alert: nobody may hear of the danger after hearing that it is
   * over. The all-clear may always reach fewer phones than were submitted: it must not wait because somebody cancelled
   * the alert first.
   *
   * @throws broadcast.called-off
   */
  async prepare({ follows }: Broadcast, approver: Member, tx: EntityManager): Promise<FollowUpApproved> {
    if (!follows) return { mayShrink: false, entries: [] };
    await this.broadcasts.requireNoAllClear(follows, tx);
    const underWay = await this.broadcasts.underWay(follows.root, tx);
    if (follows.relation !== 'all-clear') return { mayShrink: underWay.length > 0, entries: [] };
    for (const alert of underWay) {
      const cancellation = { act: 'cancellation', by: approver.id } as const;
      await this.broadcasts.update(alert, { state: transitions.cancellation.to }, cancellation, tx);
      await this.ledger.withdraw(alert.id, tx);
    }
    const entries = underWay.map(({ id }) => ({
      memberId: approver.id,
      action: 'broadcast.cancellation',
      subject: id,
      detail: { because: 'all-clear' },
    }));
    return { mayShrink: true, entries };
  }
}
