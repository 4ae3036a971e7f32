import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireAllowed, transitions, type Broadcast } from './broadcast.js';
import { requireRightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** The refusal by the second person: returned for changes, or rejected for good. */
@Injectable()
export class TurnDownBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws broadcast.wrong-state, staff.role-required */
  async run(id: string, verdict: 'return' | 'rejection', approver: Member, note: string): Promise<Broadcast> {
    requireRightTo(verdict, approver);
    const broadcast = await this.broadcasts.get(id);
    requireAllowed(broadcast, verdict);
    const decision = {
      state: transitions[verdict].to,
      decidedBy: approver.id,
      decidedAt: this.clock.now(),
      decisionNote: note,
      // Whoever asked for a change has had a hand in what comes back.
      ...(verdict === 'return' ? { returnedBy: [...(broadcast.returnedBy ?? []), approver.id] } : {}),
    };
    const entry = { memberId: approver.id, action: `broadcast.${verdict}`, subject: id, detail: { note } };
    return this.db.transaction(async (tx) => {
      const decided = await this.broadcasts.update(
        broadcast,
        decision,
        { act: verdict, by: approver.id },
        tx,
      );
      await this.audit.record(entry, tx);
      return decided;
    });
  }
}
