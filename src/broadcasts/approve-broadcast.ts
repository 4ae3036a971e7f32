import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { AuditLog, type AuditEntry } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { may, requireMay } from '../staff/rights.js';
import {
  brokenGlass,
  FourEyesRequired,
  hadAHandIn,
  isAgreed,
  requireAllowed,
  requireExpiry,
  transitions,
  type Broadcast,
} from './broadcast.js';
import { ApproveFollowUp } from './approve-follow-up.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { requireRightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { contentHash } from './content-hash.js';
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
  /** What the approver saw; refused when the broadcast is another by now, or when it is left out. */
  readonly contentHash?: string | undefined;
  /** The count as the approver typed it: above TYPE_COUNT_ABOVE, and when it is another by now than the submitter's. */
  readonly count?: number | undefined;
  /** A duty officer's reason to approve alone. */
  readonly breakGlass?: string | undefined;
}

/** Who may approve what, and the trace it leaves. */
@Injectable()
export class ApprovalRules {
  private readonly log = new Logger('approval');

  constructor(
    private readonly audience: PreviewAudience,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
    readonly followUp: ApproveFollowUp,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async check(broadcast: Broadcast, approver: Member, approval: Approval): Promise<void> {
    requireRightTo('approval', approver);
    requireAllowed(broadcast, 'approval');
    requireExpiry(broadcast.expiresAt, this.now());
    if (hadAHandIn(broadcast, approver.id)) {
      if (approval.breakGlass === undefined) throw FourEyesRequired();
      requireMay(approver, 'broadcast.break-glass');
    }
    const hash = contentHash(broadcast, broadcast.submittedCount ?? 0);
    if (approval.contentHash === undefined) throw ContentHashRequired();
    if (hash !== broadcast.contentHash || approval.contentHash !== hash) throw ContentChanged();
    this.requireTyped(broadcast, approver, approval);
    await this.audience.check(broadcast.audience);
  }

  /** A person who lets many phones ring has typed how many; a program can't misread. */
  private requireTyped({ submittedCount = 0 }: Broadcast, { via }: Member, { count }: Approval): void {
    const must = via === 'session' && submittedCount > this.config.get('TYPE_COUNT_ABOVE');
    if (must && count === undefined) throw CountRequired({ count: submittedCount });
  }

  /**
   * What was enrolled is what was submitted, or what the approver has read since; called when it was, in its transaction.
   *
   * @throws audience.area-changed, broadcast.count-changed, broadcast.too-many-for-role
   */
  async requireAgreed(
    { audience, areaVersions, submittedAt = new Date(0), submittedCount = 0 }: Broadcast,
    approver: Member,
    { planned, given, mayShrink }: { planned: number; given: number | undefined; mayShrink: boolean },
    within: EntityManager,
  ): Promise<void> {
    // The hash names saved areas; where they lay when it was submitted is what was meant.
    const submitted = { versions: areaVersions, at: submittedAt };
    await this.audience.requireSameAreas(audience, submitted, within);
    if (!isAgreed(planned, { submitted: submittedCount, given, mayShrink }))
      throw CountChanged({ before: given ?? submittedCount, now: planned });
    // What the submitter could not have submitted no approver makes of it by giving a number.
    const most = this.config.get('AUTHOR_MOST_PHONES');
    if (planned > most && planned > submittedCount && !may(approver, 'broadcast.submit-to-many'))
      throw TooManyForRole({ count: planned, most });
  }

  /** What the broadcast keeps of it. */
  decision(broadcast: Broadcast, approver: Member, { breakGlass }: Approval): Partial<Broadcast> {
    return {
      state: transitions.approval.to,
      decidedBy: approver.id,
      decidedAt: this.now(),
      decisionNote: hadAHandIn(broadcast, approver.id) ? breakGlass : undefined,
    };
  }

  /** The entry of the approval, after those of what it ended: the last write of the transaction. */
  async record(
    broadcast: Broadcast,
    approver: Member,
    { breakGlass }: Approval,
    { planned, ended }: { planned: number; ended: readonly AuditEntry[] },
    within: EntityManager,
  ): Promise<void> {
    const alone = breakGlass !== undefined && hadAHandIn(broadcast, approver.id);
    const submitted = broadcast.submittedCount;
    const detail = {
      planned,
      submitted,
      contentHash: broadcast.contentHash,
      ...(alone ? { breakGlass } : {}),
    };
    const action = alone ? 'broadcast.break-glass' : 'broadcast.approve';
    const entry = { memberId: approver.id, action, subject: broadcast.id, detail };
    await this.audit.recordAll([...ended, entry], within);
  }

  /** For whoever watches the logs: one person alone approved. The reason may name somebody, so it stays out. */
  alarm(approved: Broadcast): void {
    if (brokenGlass(approved) === undefined) return;
    this.log.error({
      msg: 'the glass was broken: one person alone approved a broadcast',
      broadcast: approved.id,
      member: approved.decidedBy,
    });
  }
}

/** The second person's yes: freezes the audience and lets it go. */
@Injectable()
export class ApproveBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly rules: ApprovalRules,
  ) {}

  /**
   * @throws broadcast.four-eyes, broadcast.wrong-state, broadcast.expired, broadcast.content-changed,
   *   broadcast.content-hash-required, broadcast.count-required, broadcast.count-changed (approve with the new count), broadcast.called-off,
   *   broadcast.too-many-for-role, audience.area-changed, staff.role-required
   */
  async run(id: string, approver: Member, approval: Approval = {}): Promise<Broadcast> {
    // Read and judged before the transaction, which then holds one connection only; the version it was read at
    // refuses whatever changed meanwhile.
    const broadcast = await this.broadcasts.get(id);
    await this.rules.check(broadcast, approver, approval);
    const outcome = await this.db.transaction(async (db) => {
      await this.rules.followUp.hold(broadcast, db);
      const decided = await this.broadcasts.update(
        broadcast,
        this.rules.decision(broadcast, approver, approval),
        db,
      );
      const { mayShrink, entries } = await this.rules.followUp.prepare(decided, approver, db);
      const planned = await this.ledger.enrol(decided, db);
      const counted = { planned, given: approval.count, mayShrink };
      await this.rules.requireAgreed(broadcast, approver, counted, db);
      const approved = await this.broadcasts.update(decided, { planned }, db);
      await this.rules.record(broadcast, approver, approval, { planned, ended: entries }, db);
      return approved;
    });
    this.rules.alarm(outcome);
    await this.ledger.wake(outcome);
    return outcome;
  }
}
