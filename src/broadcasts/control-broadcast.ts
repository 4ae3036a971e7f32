import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { AuditLog, type AuditEntry } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireAllowed, requireExpiry, transitions, type Broadcast } from './broadcast.js';
import { HeldForTopic, HoldForTopic } from './schedule/hold-for-topic.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { requireRightTo } from './broadcast-rights.js';
import { isUnsent } from './schedule/reminder.js';
import { Reminders } from './schedule/reminders.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

export type Control = 'pause' | 'resumption' | 'start-now' | 'cancellation';

/**
 * Pauses, resumes or cancels a broadcast, or starts a scheduled one before its time. One person is enough, author or
 * approver, and it takes effect immediately.
 */
@Injectable()
export class ControlBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly reminders: Reminders,
    private readonly ledger: BroadcastLedger,
    private readonly hold: HoldForTopic,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws broadcast.wrong-state, broadcast.expired, broadcast.held-for-topic, broadcast.goes-with-alert, staff.role-required */
  async run(id: string, control: Control, member: Member): Promise<Broadcast> {
    requireRightTo(control, member);
    const controlled = await this.db.transaction(async (tx) => {
      // What is scheduled to follow it is cancelled with it, so the incident is locked first (ADR 27).
      if (control === 'cancellation') await this.broadcasts.holdIncident(id, tx);
      const broadcast = await this.broadcasts.getForUpdate(id, tx);
      requireAllowed(broadcast, control);
      if (control === 'start-now') await this.reminders.requireOwnStep(broadcast, control, tx);
      if (control === 'start-now') await this.requireOpen(broadcast, tx);
      if (control === 'start-now') requireExpiry(broadcast.expiresAt, this.clock.now(), broadcast.startsAt);
      const doing = { act: control, by: member.id };
      const after = await this.broadcasts.update(broadcast, { state: transitions[control].to }, doing, tx);
      if (control === 'start-now') await this.ledger.prepareStart(id, tx);
      if (control === 'cancellation' && broadcast.planned !== undefined) await this.ledger.withdraw(id, tx);
      const further = control === 'cancellation' ? await this.cancelFollowing(broadcast, member, tx) : [];
      const entry = { memberId: member.id, action: `broadcast.${control}`, subject: id };
      await this.audit.recordAll([entry, ...further], tx);
      return after;
    });
    if (control === 'resumption' || control === 'start-now') await this.ledger.wake(controlled);
    return controlled;
  }

  /** By the hours as they are now: they may have changed since the approval. @throws broadcast.held-for-topic */
  private async requireOpen({ audience, heldUntil }: Broadcast, tx: EntityManager): Promise<void> {
    if (heldUntil) throw HeldForTopic();
    if (!('topic' in audience)) return;
    const now = this.clock.now();
    const opening = await this.hold.openingFrom(audience.topic, now, tx);
    if (!opening || opening > now) throw HeldForTopic();
  }

  /** Cancels what is scheduled to follow the broadcast: nobody may get news of an alert that they did not get. */
  private async cancelFollowing(alert: Broadcast, member: Member, tx: EntityManager): Promise<AuditEntry[]> {
    const root = alert.id;
    if (isUnsent(alert)) return this.reminders.cancel(alert, member, tx);
    const notOver = await this.broadcasts.notOver(root, tx);
    const following = notOver.filter(({ id, state }) => id !== root && state === 'scheduled');
    for (const one of following) {
      const doing = { act: 'cancellation', by: member.id } as const;
      await this.broadcasts.update(one, { state: transitions.cancellation.to }, doing, tx);
      await this.ledger.withdraw(one.id, tx);
    }
    return following.map(({ id }) => ({
      memberId: member.id,
      action: 'broadcast.cancellation',
      subject: id,
      detail: { because: 'original-cancelled' },
    }));
  }
}
