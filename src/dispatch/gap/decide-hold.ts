import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BroadcastsRepository, NoSuchBroadcast } from '../../broadcasts/broadcasts.repository.js';
import { mayStillBeSent, requireAllowed, transitions } from '../../broadcasts/broadcast.js';
import { BroadcastLedger } from '../../broadcasts/broadcast-ledger.js';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog, type AuditEntry } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { SendGateRepository } from './send-gate.repository.js';
import { SendHolds } from './send-holds.repository.js';

export const NothingHeld = refusal('hold.nothing-held', 'conflict', {
  sv: 'Inga utskick är stoppade längre.',
  en: 'Sending is not held any more.',
});
const Undecided = refusal('hold.undecided', 'conflict', {
  sv: 'Bestäm först om de {open} utskick som väntar.',
  en: 'Decide on the {open} broadcasts that wait first.',
});
const NothingWaits = refusal('hold.nothing-waits', 'conflict', {
  sv: 'Operatören har svarat, så inget väntar på den.',
  en: 'The provider has answered, so nothing waits for it.',
});

export type HoldDecision = 'go-on' | 'cancel';

/**
 * Staff decide about broadcasts that a gap in the ledger holds: nobody else knows whether the rest should still be
 * sent.
 */
@Injectable()
export class DecideHold {
  constructor(
    private readonly db: DataSource,
    private readonly holds: SendHolds,
    private readonly gate: SendGateRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The rest of one broadcast is sent, at its time if it is scheduled, or never. When the last one is decided, the hold ends.
   *
   * @throws hold.nothing-held, broadcast.not-found, broadcast.wrong-state, staff.role-required
   */
  async decide(id: string, decision: HoldDecision, member: Member): Promise<void> {
    requireMay(member, 'hold.decide');
    const broadcast = await this.db.transaction(async (tx) => {
      const hold = await this.holds.lockOpen(tx);
      if (!hold) throw NothingHeld();
      const held = await this.broadcasts.getForUpdate(id, tx);
      if (!mayStillBeSent(held.state)) throw NoSuchBroadcast();
      if (decision === 'go-on') await this.holds.letGoOn(hold.id, id, member.id, tx);
      else {
        requireAllowed(held, 'cancellation');
        const cancellation = { act: 'cancellation', by: member.id } as const;
        await this.broadcasts.update(held, { state: transitions.cancellation.to }, cancellation, tx);
        await this.ledger.withdraw(id, tx);
      }
      if ((await this.holds.undecided(hold.id, tx)) === 0) await this.holds.end(hold.id, member.id, tx);
      const detail = { decision, hold: hold.id, takenOver: hold.takenOver };
      // In the broadcast's history it is a normal cancellation.
      const cancelled = entryOf('broadcast.cancellation', id, { because: 'hold' }, member);
      const decided = entryOf('hold.decide', id, detail, member);
      await this.audit.recordAll(decision === 'cancel' ? [cancelled, decided] : [decided], tx);
      return held;
    });
    if (decision === 'go-on') await this.ledger.wake(broadcast);
  }

  /**
   * Ends a hold with nothing left to decide.
   *
   * @throws hold.nothing-held, hold.undecided, staff.role-required
   */
  async end(member: Member): Promise<void> {
    requireMay(member, 'hold.decide');
    await this.db.transaction(async (tx) => {
      const hold = await this.holds.lockOpen(tx);
      if (!hold) throw NothingHeld();
      const open = await this.holds.undecided(hold.id, tx);
      if (open > 0) throw Undecided({ open });
      await this.holds.end(hold.id, member.id, tx);
      const detail = { unknown: hold.unknown, fitsNone: hold.fitsNone };
      await this.audit.record(entryOf('hold.end', hold.id, detail, member), tx);
    });
  }

  /**
   * Allows sending although the provider can't list what it has sent: for a crisis in which its list stays unavailable.
   *
   * @throws hold.nothing-waits, staff.role-required
   */
  async sendUnasked(member: Member): Promise<void> {
    requireMay(member, 'hold.decide');
    await this.db.transaction(async (tx) => {
      if (!(await this.gate.openUnasked(tx))) throw NothingWaits();
      await this.audit.record(entryOf('hold.send-unasked', 'ledger', {}, member), tx);
    });
  }
}

const entryOf = (
  action: string,
  subject: string,
  detail: AuditEntry['detail'],
  { id }: Member,
): AuditEntry => ({
  memberId: id,
  action,
  subject,
  detail,
});
