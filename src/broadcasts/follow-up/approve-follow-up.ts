import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { transitions, type Broadcast } from '../broadcast.js';
import { BroadcastLedger } from '../broadcast-ledger.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { wordOf } from '../../kernel/called-off.js';
import { isEndedByAllClear, isReplacedBy, Overtaken, textOf } from './follow-up.js';
import { requireGoesOn } from './goes-on.js';

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
   * before the mistake was known. If it says that the danger goes on, it also ends every other text that says the
   * opposite. Both may always reach fewer phones than were submitted: they must not wait because somebody cancelled
   * the alert first.
   *
   * @throws broadcast.called-off, broadcast.corrected, broadcast.overtaken, broadcast.goes-on-missing
   */
  async prepare(broadcast: Broadcast, approver: Member, tx: EntityManager): Promise<FollowUpApproved> {
    const { follows } = broadcast;
    if (!follows) return { mayShrink: false, replaced: [], entries: [] };
    await this.broadcasts.requireExtendable(follows, tx);
    // It may have been submitted before there was such a question.
    requireGoesOn(broadcast, await this.broadcasts.get(follows.id, tx), follows.relation);
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
          replaced: notOver.filter(
            (one) => isReplacedBy(broadcast, one) || (broadcast.goesOn === true && saysItIsOver(one)),
          ),
          entries: [],
        };
      default:
        return { mayShrink: notOver.length > 0, replaced: [], entries: [] };
    }
  }

  /**
   * Two people may write at once. Nobody may hear of the danger after it was called off, or have one correction replaced
   * by another, unless somebody has read it since. Nor may an all-clear go out that was written before it was known that
   * the danger goes on.
   */
  private async requireNoNews(broadcast: Broadcast, tx: EntityManager): Promise<void> {
    const { follows, submittedAt } = broadcast;
    if (!follows || !submittedAt || follows.relation === 'extension') return;
    const { root, relation } = follows;
    if (relation === 'all-clear') {
      if (await this.broadcasts.isReopened(root, submittedAt, tx)) throw Overtaken();
      return;
    }
    const text = relation === 'update' ? root : textOf(broadcast);
    if (await this.broadcasts.isOvertaken(root, text, submittedAt, tx)) throw Overtaken();
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

const saysItIsOver = ({ follows, goesOn }: Broadcast): boolean =>
  wordOf({ relation: follows?.relation, goesOn }) === 'over';
