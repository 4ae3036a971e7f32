import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog } from '../audit-log.js';
import type { Member } from '../member.js';
import { AccountsRepository } from './accounts.repository.js';

const AccountUnknown = refusal('account.not-waiting', 'not-found', {
  sv: 'Kontot väntar inte längre.',
  en: 'The account does not wait any more.',
});

const NobodyHasAddress = refusal('account.no-member', 'conflict', {
  sv: 'Ingen i Budkavle har adressen längre. Låt personen logga in igen.',
  en: 'Nobody in Budkavle has the address any more. Let the person sign in again.',
});

/** An administrator says whether a waiting account belongs to the member who has its address. */
@Injectable()
export class DecideWaitingAccount {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * It is theirs: they sign in with it from now on, also if they had another account before.
   *
   * @throws account.not-waiting, account.no-member
   */
  async link(id: string, member: Member): Promise<void> {
    await this.accounts.atomically(async (tx) => {
      const found = await this.accounts.takeWaiting(id, tx);
      if (!found) throw AccountUnknown();
      if (found.memberId === undefined) throw NobodyHasAddress();
      await this.accounts.link(found.account, found.memberId, tx);
      await this.audit.record({ memberId: member.id, action: 'account.link', subject: found.memberId }, tx);
    });
  }

  /**
   * It is somebody else's, or nobody's. They wait again if they try again.
   *
   * @throws account.not-waiting
   */
  async drop(id: string, member: Member): Promise<void> {
    await this.accounts.atomically(async (tx) => {
      if (!(await this.accounts.takeWaiting(id, tx))) throw AccountUnknown();
      await this.accounts.dropWaiting(id, tx);
      await this.audit.record({ memberId: member.id, action: 'account.refuse', subject: id }, tx);
    });
  }
}
