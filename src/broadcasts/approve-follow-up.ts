import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { isUnderWay, transitions, type Broadcast } from './broadcast.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** What the approval of a follow-up means for the alert it follows, in the transaction of the approval. */
@Injectable()
export class ApproveFollowUp {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Holds the first alert, so that two follow-ups can't count each other's phones as not told, and ends with an all-clear
   * what has not been sent of the danger: nobody must hear of it after they heard that it is over.
   *
   * @returns whether the count may have moved since the submission: it goes by the ledger, which moves as long as anything
   *   of the alert is under way, and an all-clear has just changed it
   * @throws broadcast.called-off
   */
  async prepare({ follows }: Broadcast, approver: Member, db: EntityManager): Promise<boolean> {
    if (!follows) return false;
    await this.broadcasts.hold(follows.root, db);
    const family = await this.broadcasts.familyOf(follows.root, db);
    await this.broadcasts.requireNotCalledOff(follows, db);
    const underWay = family.filter(({ state }) => isUnderWay(state));
    if (follows.relation === 'all-clear') for (const alert of underWay) await this.end(alert, approver, db);
    return follows.relation !== 'extension' || underWay.length > 0;
  }

  private async end({ id }: Pick<Broadcast, 'id'>, approver: Member, db: EntityManager): Promise<void> {
    const alert = await this.broadcasts.hold(id, db);
    if (!isUnderWay(alert.state)) return;
    await this.broadcasts.update(alert, { state: transitions.cancellation.to }, db);
    await this.ledger.withdraw(id, db);
    const detail = { because: 'all-clear' };
    await this.audit.record(
      { memberId: approver.id, action: 'broadcast.cancellation', subject: id, detail },
      db,
    );
  }
}
