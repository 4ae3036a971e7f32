import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { isUnderWay, requireAllowed, transitions, type Broadcast } from './broadcast.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { requireRightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

export type Control = 'pause' | 'resumption' | 'cancellation';

/**
 * Pauses, resumes or cancels a broadcast. One person is enough, author or approver, and it takes effect immediately.
 */
@Injectable()
export class ControlBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly audit: AuditLog,
  ) {}

  /** @throws broadcast.wrong-state, staff.role-required */
  async run(id: string, control: Control, member: Member): Promise<Broadcast> {
    requireRightTo(control, member);
    const controlled = await this.db.transaction(async (tx) => {
      const broadcast = await this.broadcasts.getForUpdate(id, tx);
      requireAllowed(broadcast, control);
      const doing = { act: control, by: member.id };
      const after = await this.broadcasts.update(broadcast, { state: transitions[control].to }, doing, tx);
      if (control === 'cancellation' && isUnderWay(broadcast.state)) await this.ledger.withdraw(id, tx);
      await this.audit.record({ memberId: member.id, action: `broadcast.${control}`, subject: id }, tx);
      return after;
    });
    if (control === 'resumption') await this.ledger.wake(controlled);
    return controlled;
  }
}
