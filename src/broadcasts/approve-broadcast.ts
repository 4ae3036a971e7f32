import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { AuditLog, type AuditEntry } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { may, requireMay } from '../staff/rights.js';
import { Log } from '../platform/logging/log.js';
import {
  brokenGlass,
  FourEyesRequired,
  hadAHandIn,
  isAgreed,
  requireAllowed,
  requireExpiry,
  type Broadcast,
} from './broadcast.js';
import { ApproveFollowUp } from './follow-up/approve-follow-up.js';
import { BroadcastChecklist, checklistEntry } from './checklist/broadcast-checklist.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { requireRightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { contentHash } from './content-hash.js';
import { HoldForTopic } from './schedule/hold-for-topic.js';
import { broadcastsEvents } from './log-events.js';
import { readOpened } from './opened.js';
import { approvedAs } from './schedule/schedule.js';
import { requireReminderRead } from './schedule/reminder.js';
import { Reminders } from './schedule/reminders.js';
import { CountRequired, TooManyForRole } from './submit-broadcast.js';

const ContentChanged = refusal('broadcast.content-changed', 'conflict', {
  sv: 'Utskicket är inte längre det du såg. Läs det igen.',
  en: 'The broadcast is no longer what you saw. Read it again.',
});
const ContentHashRequired = refusal('broadcast.content-hash-required', 'invalid', {
  sv: 'Läs utskicket och ange dess contentHash, så att det du godkänner är det du har läst.',
  en: 'Read the broadcast and give its contentHash, so that what you approve is what you have read.',
});
const CountChanged = refusal('broadcast.count-changed', 'conflict', {
  sv: 'Utskicket nådde {before} telefoner när det lämnades in, nu {now}. Se efter och godkänn det nya antalet.',
  en: 'The broadcast reached {before} phones when submitted, now {now}. Look again and approve the new count.',
});

export interface Approval {
  /** The hash of the broadcast that the approver saw. Refused if it is missing, or if the broadcast has changed. */
  readonly contentHash?: string | undefined;
  /** The hash of the reminder that the approver saw: required if the alert has one. */
  readonly reminderHash?: string | undefined;
  /**
   * The count as the approver typed it: required above TYPE_COUNT_ABOVE, and if it differs from the submitter's count.
   */
  readonly count?: number | undefined;
  /** What the approver opened: see `readOpened`. */
  readonly opened?: readonly string[] | undefined;
  /** A duty officer's reason for approving alone. */
  readonly breakGlass?: string | undefined;
}

/** The approval by the second person: freezes the audience, and starts the sending or schedules it. */
@Injectable()
export class ApproveBroadcast {
  private readonly log = new Log('approval', broadcastsEvents);

  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly followUp: ApproveFollowUp,
    private readonly reminders: Reminders,
    private readonly hold: HoldForTopic,
    private readonly audience: PreviewAudience,
    private readonly checklist: BroadcastChecklist,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Approves a broadcast, with its reminder.
   *
   * @throws broadcast.four-eyes, broadcast.wrong-state, broadcast.expired, broadcast.content-changed,
   *   broadcast.content-hash-required, broadcast.count-required, broadcast.count-changed (approve with the new count),
   *   broadcast.called-off, broadcast.opened-unknown, broadcast.corrected, broadcast.overtaken,
   *   broadcast.goes-on-missing,
   *   broadcast.too-many-for-role, audience.area-changed, staff.role-required,
   *   broadcast.goes-with-alert, broadcast.reminder-hash-required, broadcast.reminder-changed
   */
  async run(id: string, approver: Member, approval: Approval = {}): Promise<Broadcast> {
    // Read and checked before the transaction, which then holds only one connection. The version that was read refuses
    // any change in between.
    const broadcast = await this.broadcasts.get(id);
    const now = this.clock.now();
    await this.reminders.requireOwnStep(broadcast, 'approval');
    const { reminder, hash } = (await this.reminders.toDecide(broadcast)) ?? {};
    const hadAHand = [broadcast, reminder].some((one) => one && hadAHandIn(one, approver.id));
    this.requireMayApprove(broadcast, approver, { ...approval, hadAHand, now });
    requireReminderRead(reminder, hash, approval.reminderHash);
    await this.audience.check(broadcast.audience);
    const checklist = checklistEntry(broadcast, await this.checklist.run(broadcast));
    const opened = readOpened(approval.opened ?? [], broadcast);
    // Only a person who had a hand in it approves alone. From anybody else the reason is ignored.
    const alone = hadAHand ? approval.breakGlass : undefined;
    const heldUntil = await this.hold.until(broadcast, now);
    const approved = await this.db.transaction(async (tx) => {
      await this.followUp.lockOriginal(broadcast, tx);
      const decision = {
        state: approvedAs({ ...broadcast, heldUntil }),
        heldUntil,
        decidedBy: approver.id,
        // Read while the incident is locked: what was approved last has the last word about it.
        decidedAt: this.clock.now(),
        decisionNote: alone,
      };
      const doing = { act: alone === undefined ? 'approval' : 'break-glass', by: approver.id } as const;
      const changed = await this.broadcasts.update(broadcast, decision, doing, tx);
      const { mayShrink, replaced, entries } = await this.followUp.prepare(changed, approver, tx);
      const planned = await this.ledger.enrol(changed, tx);
      await this.requireAgreed(broadcast, approver, { planned, given: approval.count, mayShrink }, tx);
      const ended = await this.followUp.replace(replaced, approver, tx);
      const enrolled = await this.broadcasts.setPlanned(changed, planned, tx);
      const reminded = reminder ? await this.reminders.approve(reminder, decision, approver, tx) : [];
      const entry = entryOf(broadcast, approver, { planned, ...checklist, opened }, alone);
      await this.audit.recordAll([...entries, ...ended, ...reminded, entry], tx);
      return enrolled;
    });
    // For log monitoring. The reason may name a person, so it is not logged.
    if (brokenGlass(approved) !== undefined)
      this.log.write('broadcast.broken-glass', { broadcast: id, member: approver.id });
    if (approved.state === 'approved') await this.ledger.wake(approved);
    return approved;
  }

  private requireMayApprove(
    broadcast: Broadcast,
    approver: Member,
    { now, hadAHand, ...approval }: Approval & { readonly now: Date; readonly hadAHand: boolean },
  ): void {
    requireRightTo('approval', approver);
    requireAllowed(broadcast, 'approval');
    requireExpiry(broadcast.expiresAt, now, broadcast.startsAt);
    if (hadAHand) {
      if (approval.breakGlass === undefined) throw FourEyesRequired();
      requireMay(approver, 'broadcast.break-glass');
    }
    const { submittedCount = 0 } = broadcast;
    const hash = contentHash(broadcast, submittedCount);
    if (approval.contentHash === undefined) throw ContentHashRequired();
    if (hash !== broadcast.contentHash || approval.contentHash !== hash) throw ContentChanged();
    // A person who makes many phones ring must type how many. A program can't misread the number.
    const mustType = approver.via === 'session' && submittedCount > this.config.get('TYPE_COUNT_ABOVE');
    if (mustType && approval.count === undefined) throw CountRequired({ count: submittedCount });
  }

  /** Checks that what was enrolled is what was submitted, or what the approver has read since. */
  private async requireAgreed(
    { audience, areaVersions, submittedAt = new Date(0), submittedCount = 0 }: Broadcast,
    approver: Member,
    { planned, given, mayShrink }: { planned: number; given: number | undefined; mayShrink: boolean },
    tx: EntityManager,
  ): Promise<void> {
    // The hash only names saved areas. What counts is where they were at the submission.
    await this.audience.requireSameAreas(audience, { versions: areaVersions, at: submittedAt }, tx);
    if (!isAgreed(planned, { submitted: submittedCount, given, mayShrink }))
      throw CountChanged({ before: given ?? submittedCount, now: planned });
    // If the submitter may not send to that many, no approver can allow it by giving a number.
    const most = this.config.get('AUTHOR_MOST_PHONES');
    if (planned > most && planned > submittedCount && !may(approver, 'broadcast.submit-to-many'))
      throw TooManyForRole({ count: planned, most });
  }
}

const entryOf = (
  { id, submittedCount, contentHash: hash }: Broadcast,
  approver: Member,
  detail: { readonly planned: number; readonly opened: readonly string[] },
  breakGlass: string | undefined,
): AuditEntry => ({
  memberId: approver.id,
  action: breakGlass === undefined ? 'broadcast.approve' : 'broadcast.break-glass',
  subject: id,
  detail: {
    ...detail,
    submitted: submittedCount,
    contentHash: hash,
    ...(breakGlass === undefined ? {} : { breakGlass }),
  },
});
