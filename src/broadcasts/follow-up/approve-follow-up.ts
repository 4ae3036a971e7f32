import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { transitions, type Broadcast } from '../broadcast.js';
import { BroadcastLedger } from '../broadcast-ledger.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { isEndedByAllClear, isReplacedBy, Overtaken, textOf } from './follow-up.js';

/** The effect of a follow-up's approval on the broadcasts that it follows. */
export interface FollowUpApproved {
  /** Whether fewer phones than submitted are acceptable: the count depends on the ledger, which changes. */
  readonly mayShrink: boolean;
  /** Broadcasts to end after the enrolment, which reads whom they have not reached. */
  readonly replaced: readonly Broadcast[];
  /** Entries for the audit log. */
  readonly entries: readonly AuditEntry[];
}

/** Applies the effect of a follow-up's approval on what it follows, in the transaction of the approval. */
@Injectable()
export class ApproveFollowUp {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
  ) {}

  /**
   * Must be the first lock of the transaction, so that two follow-ups can't both count the same phones as not reached.
   */
  async lockOriginal({ id, follows }: Broadcast, tx: EntityManager): Promise<void> {
    await this.broadcasts.holdIncident(follows?.root ?? id, tx);
  }

  /**
   * An all-clear cancels what is still unsent of the incident: nobody may hear of the danger after hearing that it is
   * over. A correction replaces what is still unsent of the wrong text, and the updates that wait: they were written
   * before the mistake was known. Both may always reach fewer phones than were
   * submitted: they must not wait because somebody cancelled the alert first.
   *
   * @throws broadcast.called-off, broadcast.corrected, broadcast.overtaken
   */
  async prepare(broadcast: Broadcast, approver: Member, tx: EntityManager): Promise<FollowUpApproved> {
    const { follows } = broadcast;
    if (!follows) return { mayShrink: false, replaced: [], entries: [] };
    await this.broadcasts.requireExtendable(follows, tx);
    await this.requireNoNews(broadcast, tx);
    const notOver = (await this.broadcasts.notOver(follows.root, tx)).filter(({ id }) => id !== broadcast.id);
    switch (follows.relation) {
      case 'all-clear': {
        const entries = await this.end(notOver.filter(isEndedByAllClear), 'all-clear', approver, tx);
        return { mayShrink: true, replaced: [], entries };
      }
      case 'correction':
        return {
          mayShrink: true,
          replaced: notOver.filter((one) => isReplacedBy(broadcast, one)),
          entries: [],
        };
      default:
        return { mayShrink: notOver.length > 0, replaced: [], entries: [] };
    }
  }

  /**
   * Two people may write at once. Nobody may hear of the danger after it was called off, or have one correction replaced
   * by another, unless somebody has read it since.
   */
  private async requireNoNews(broadcast: Broadcast, tx: EntityManager): Promise<void> {
    const { follows, submittedAt } = broadcast;
    if (follows?.relation !== 'update' && follows?.relation !== 'correction') return;
    const text = follows.relation === 'update' ? follows.root : textOf(broadcast);
    if (submittedAt && (await this.broadcasts.isOvertaken(follows.root, text, submittedAt, tx)))
      throw Overtaken();
  }

  /**
   * Ends the wrong texts that a correction replaces. Those who had not had them are in its ledger by now.
   *
   * @returns entries for the audit log
   */
  replace(replaced: readonly Broadcast[], approver: Member, tx: EntityManager): Promise<AuditEntry[]> {
    return this.end(replaced, 'correction', approver, tx);
  }

  private async end(
    ended: readonly Broadcast[],
    because: 'all-clear' | 'correction',
    approver: Member,
    tx: EntityManager,
  ): Promise<AuditEntry[]> {
    for (const one of ended) {
      const cancellation = { act: 'cancellation', by: approver.id } as const;
      await this.broadcasts.update(one, { state: transitions.cancellation.to }, cancellation, tx);
      await this.ledger.withdraw(one.id, tx);
    }
    return ended.map(({ id }) => ({
      memberId: approver.id,
      action: 'broadcast.cancellation',
      subject: id,
      detail: { because },
    }));
  }
}
