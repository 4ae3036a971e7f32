import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { transitions, type Broadcast } from './broadcast.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** What the approval of a follow-up did to the alert it follows. */
export interface FollowUpApproved {
  /** Whether fewer may be reached than were submitted: the count goes by the ledger, which moves. */
  readonly mayShrink: boolean;
  /** For the audit log. */
  readonly entries: readonly AuditEntry[];
}

/** What the approval of a follow-up means for the alert it follows, in the transaction of the approval. */
@Injectable()
export class ApproveFollowUp {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
  ) {}

  /** First of all in the transaction, so that two follow-ups can't count each other's phones as not told. */
  async lockOriginal({ follows }: Broadcast, tx: EntityManager): Promise<void> {
    if (follows) await this.broadcasts.holdFamily(follows.root, tx);
  }

  /**
   * Ends with an all-clear what has not been sent of the danger: nobody must hear of it after they heard that it is over.
   * The all-clear itself may always reach fewer than were submitted: it must not wait because somebody cancelled first.
   *
   * @throws broadcast.called-off
   */
  async prepare({ follows }: Broadcast, approver: Member, tx: EntityManager): Promise<FollowUpApproved> {
    if (!follows) return { mayShrink: false, entries: [] };
    await this.broadcasts.requireNotCalledOff(follows, tx);
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
