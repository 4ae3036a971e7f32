import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog } from '../audit-log.js';
import { AccountsRepository } from './accounts.repository.js';
import { IdentityProvider, SignInInvalid } from './identity-provider.js';

const LogoutRefused = refusal('sign-in.logout-refused', 'invalid', {
  sv: 'Utloggningen gick inte att lita på.',
  en: 'The logout could not be trusted.',
});

/** The identity provider says that a person signed out there, or was blocked: their sessions here end at once. */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly accounts: AccountsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Safe to repeat.
   *
   * @throws sign-in.logout-refused, sign-in.no-provider, sign-in.provider-unreachable
   */
  async run(token: string): Promise<void> {
    const logout = await this.provider.readLogout(token).catch((error: unknown) => {
      throw (error as { code?: string }).code === SignInInvalid().code ? LogoutRefused() : error;
    });
    await this.accounts.atomically(async (tx) => {
      const ended = await this.accounts.endSessions(logout, tx);
      await this.audit.recordAll(
        ended.map((memberId) => ({
          action: 'staff.sign-out',
          subject: memberId,
          detail: { by: 'identity-provider' },
        })),
        tx,
      );
    });
  }
}
