import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireAllowed, transitions, type Broadcast } from './broadcast.js';
import { requireRightTo } from './broadcast-rights.js';
import { Reminders } from './schedule/reminders.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** The refusal by the second person: returned for changes, or rejected for good. */
@Injectable()
export class TurnDownBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly reminders: Reminders,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Its reminder goes with it. @throws broadcast.wrong-state, broadcast.goes-with-alert, staff.role-required */
  async run(id: string, verdict: 'return' | 'rejection', approver: Member, note: string): Promise<Broadcast> {
    requireRightTo(verdict, approver);
    const broadcast = await this.broadcasts.get(id);
    requireAllowed(broadcast, verdict);
    await this.reminders.requireOwnStep(broadcast, verdict);
    const decision = {
      state: transitions[verdict].to,
      decidedBy: approver.id,
      decidedAt: this.clock.now(),
      decisionNote: note,
    };
    // Whoever asked for a change has had a hand in what comes back.
    const hand = verdict === 'return' ? { returnedBy: [...(broadcast.returnedBy ?? []), approver.id] } : {};
    const entry = { memberId: approver.id, action: `broadcast.${verdict}`, subject: id, detail: { note } };
    return this.db.transaction(async (tx) => {
      const decided = await this.broadcasts.update(
        broadcast,
        { ...decision, ...hand },
        { act: verdict, by: approver.id },
        tx,
      );
      const further = await this.reminders.turnDown(broadcast, verdict, decision, approver, tx);
      await this.audit.recordAll([...further, entry], tx);
      return decided;
    });
  }
}
