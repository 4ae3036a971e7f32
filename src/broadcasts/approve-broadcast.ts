import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import {
  brokenGlass,
  FourEyesRequired,
  hadAHandIn,
  requireAllowed,
  requireExpiry,
  transitions,
  type Broadcast,
} from './broadcast.js';
import { ApproveFollowUp } from './approve-follow-up.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { contentHash } from './content-hash.js';

const ContentChanged = refusal('broadcast.content-changed', 'conflict', {
  sv: 'Utskicket är inte längre det du såg. Läs det igen.',
  en: 'The broadcast is no longer what you saw. Read it again.',
});
const CountChanged = refusal('broadcast.count-changed', 'conflict', {
  sv: 'Utskicket nådde {before} telefoner när det lämnades in, nu {now}. Se efter och godkänn det nya antalet.',
  en: 'The broadcast reached {before} phones when submitted, now {now}. Look again and approve the new count.',
});

export interface Approval {
  /** What the approver saw; refused when the broadcast is another by now. */
  readonly contentHash?: string;
  /** The count that the approver has read, when it is another by now than the submitter's. */
  readonly count?: number;
  /** A duty officer's reason to approve alone. */
  readonly breakGlass?: string;
}

/** Who may approve what, and the trace it leaves. */
@Injectable()
export class ApprovalRules {
  private readonly log = new Logger('approval');

  constructor(
    private readonly audience: PreviewAudience,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    readonly followUp: ApproveFollowUp,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async check(broadcast: Broadcast, approver: Member, approval: Approval): Promise<void> {
    requireMay(approver, 'broadcast.approve');
    requireAllowed(broadcast, 'approval');
    requireExpiry(broadcast.expiresAt, this.now());
    if (hadAHandIn(broadcast, approver.id)) {
      if (approval.breakGlass === undefined) throw FourEyesRequired();
      requireMay(approver, 'broadcast.break-glass');
    }
    const hash = contentHash(broadcast, broadcast.submittedCount ?? 0);
    if (hash !== broadcast.contentHash || (approval.contentHash ?? hash) !== hash) throw ContentChanged();
    await this.audience.check(broadcast.audience);
  }

  /** The hash names saved areas; where they lay when it was submitted is what was meant. */
  async requireSameAreas({ audience, submittedAt }: Broadcast, within: EntityManager): Promise<void> {
    if (submittedAt) await this.audience.requireSameAreas(audience, submittedAt, within);
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

  async record(
    broadcast: Broadcast,
    approver: Member,
    { breakGlass }: Approval,
    planned: number,
    within: Parameters<AuditLog['record']>[1],
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
    await this.audit.record({ memberId: approver.id, action, subject: broadcast.id, detail }, within);
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
   *   broadcast.count-changed (approve with the new count), broadcast.called-off, audience.area-changed,
   *   staff.role-required
   */
  async run(id: string, approver: Member, approval: Approval = {}): Promise<Broadcast> {
    // Read and judged before the transaction, which then holds one connection only; the version it was read at
    // refuses whatever changed meanwhile.
    const broadcast = await this.broadcasts.get(id);
    await this.rules.check(broadcast, approver, approval);
    const expected = approval.count ?? broadcast.submittedCount;
    const outcome = await this.db.transaction(async (db) => {
      const decided = await this.broadcasts.update(
        broadcast,
        this.rules.decision(broadcast, approver, approval),
        db,
      );
      const mayHaveMoved = await this.rules.followUp.prepare(decided, approver, db);
      const planned = await this.ledger.enrol(decided, db);
      await this.rules.requireSameAreas(broadcast, db);
      if (planned !== expected && !mayHaveMoved) throw CountChanged({ before: expected, now: planned });
      await this.rules.record(broadcast, approver, approval, planned, db);
      return this.broadcasts.update(decided, { planned }, db);
    });
    this.rules.alarm(outcome);
    await this.ledger.wake(outcome);
    return outcome;
  }
}
