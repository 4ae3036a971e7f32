import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { transitions, type Broadcast, type BroadcastAction } from '../broadcast.js';
import { BroadcastLedger } from '../broadcast-ledger.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { contentHash } from '../content-hash.js';
import { isUnsent, ReminderAlready, requireOwnStep } from './reminder.js';
import { voided } from '../voided.js';

type Alert = Pick<Broadcast, 'id' | 'follows' | 'planned' | 'state'>;

/**
 * The reminder of an alert that nobody has had yet: it does what the alert does, in the transaction of the alert
 * (ADR 53).
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
  ) {}

  /** Undefined once the alert was sent: its reminder is then an update like any other. */
  async of(alert: Alert, tx?: EntityManager): Promise<Broadcast | undefined> {
    if (alert.follows || !isUnsent(alert)) return undefined;
    const [reminder] = await this.broadcasts.waitingUpdates(alert.id, tx);
    return reminder;
  }

  /** The alert of an update; undefined for everything else. */
  async alertOf({ follows }: Pick<Broadcast, 'follows'>, tx?: EntityManager): Promise<Broadcast | undefined> {
    return follows?.relation === 'update' ? this.broadcasts.get(follows.root, tx) : undefined;
  }

  /** @throws broadcast.goes-with-alert */
  async requireOwnStep(broadcast: Broadcast, action: BroadcastAction, tx?: EntityManager): Promise<void> {
    requireOwnStep(await this.alertOf(broadcast, tx), action);
  }

  /** Locks the incident. @throws broadcast.reminder-already, broadcast.goes-with-alert */
  async requireFirst({ follows }: Pick<Broadcast, 'follows'>, tx: EntityManager): Promise<void> {
    if (follows?.relation !== 'update') return;
    await this.broadcasts.holdIncident(follows.root, tx);
    const alert = await this.broadcasts.get(follows.root, tx);
    requireOwnStep(alert, 'edit');
    if (await this.of(alert, tx)) throw ReminderAlready();
  }

  /** Returned or rejected with its alert. @returns entries for the audit log */
  async turnDown(
    alert: Broadcast,
    verdict: 'return' | 'rejection',
    decision: Pick<Broadcast, 'state' | 'decidedBy' | 'decidedAt' | 'decisionNote'>,
    by: Member,
    tx: EntityManager,
  ): Promise<AuditEntry[]> {
    const reminder = await this.of(alert, tx);
    if (reminder?.state !== 'pending-approval') return [];
    const hand = verdict === 'return' ? { returnedBy: [...(reminder.returnedBy ?? []), by.id] } : {};
    await this.broadcasts.update(reminder, { ...decision, ...hand }, { act: verdict, by: by.id }, tx);
    return [entry(`broadcast.${verdict}`, reminder, by, { note: decision.decisionNote })];
  }

  /** A draft again, because its alert was edited. @returns entries for the audit log */
  async undo(alert: Alert, by: Member, tx: EntityManager): Promise<AuditEntry[]> {
    const reminder = await this.of(alert, tx);
    if (reminder?.state !== 'pending-approval' && reminder?.state !== 'scheduled') return [];
    await this.broadcasts.update(reminder, voided(reminder), { act: 'edit', by: by.id }, tx);
    if (reminder.planned !== undefined) await this.ledger.forget(reminder.id, tx);
    return [entry('broadcast.edit', reminder, by, { because: 'original-edited' })];
  }

  /** Cancelled with its alert, of which nobody has had anything. @returns entries for the audit log */
  async cancel(alert: Alert, by: Member, tx: EntityManager): Promise<AuditEntry[]> {
    const reminder = await this.of(alert, tx);
    return reminder ? this.end(reminder, 'original-cancelled', by, tx) : [];
  }

  /** The reminder that is decided with the alert, and its hash as it is now. */
  async toDecide(alert: Broadcast): Promise<{ reminder: Broadcast; hash: string } | undefined> {
    const reminder = await this.of(alert);
    if (reminder?.state !== 'pending-approval') return undefined;
    return { reminder, hash: contentHash(reminder, reminder.submittedCount ?? 0) };
  }

  /**
   * Approves it with its alert, whose enrolment it reads: the same phones. If its time has passed, it is cancelled:
   * people would read the same thing twice in a row.
   *
   * @returns entries for the audit log
   */
  async approve(
    reminder: Broadcast,
    decision: Pick<Broadcast, 'decidedBy' | 'decidedAt' | 'decisionNote'> & { decidedAt: Date },
    approver: Member,
    tx: EntityManager,
  ): Promise<AuditEntry[]> {
    if (!reminder.startsAt || reminder.startsAt <= decision.decidedAt)
      return this.end(reminder, 'start-passed', approver, tx);
    const alone = decision.decisionNote;
    const act = alone === undefined ? 'approval' : 'break-glass';
    const change = { ...decision, state: 'scheduled' } as const;
    const decided = await this.broadcasts.update(reminder, change, { act, by: approver.id }, tx);
    const planned = await this.ledger.enrol(decided, tx);
    await this.broadcasts.setPlanned(decided, planned, tx);
    const detail = { planned, submitted: reminder.submittedCount, contentHash: reminder.contentHash };
    return [
      alone === undefined
        ? entry('broadcast.approve', reminder, approver, detail)
        : entry('broadcast.break-glass', reminder, approver, { ...detail, breakGlass: alone }),
    ];
  }

  private async end(
    reminder: Broadcast,
    because: 'original-cancelled' | 'start-passed',
    by: Member,
    tx: EntityManager,
  ): Promise<AuditEntry[]> {
    const doing = { act: 'cancellation', by: by.id } as const;
    await this.broadcasts.update(reminder, { state: transitions.cancellation.to }, doing, tx);
    if (reminder.planned !== undefined) await this.ledger.withdraw(reminder.id, tx);
    return [entry('broadcast.cancellation', reminder, by, { because })];
  }
}

const entry = (
  action: string,
  { id }: Broadcast,
  by: Member,
  detail: Record<string, unknown>,
): AuditEntry => ({
  memberId: by.id,
  action,
  subject: id,
  detail,
});
