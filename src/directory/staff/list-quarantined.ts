import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { KnownPhonesRepository, type QuarantinedPhone } from '../known-phones.repository.js';
import { openCursor, sealCursor } from './quarantine-cursor.js';

export const UnknownCursor = refusal('directory.unknown-cursor', 'invalid', {
  sv: 'Listan går inte att fortsätta därifrån. Börja om från början.',
  en: 'The list can’t be continued from there. Start again.',
});

export interface QuarantineList {
  /** All reasons, by the provider's code. */
  readonly reasons: readonly { readonly reason: string; readonly phones: number }[];
  readonly phones: readonly QuarantinedPhone[];
  /** Where the next page starts; undefined if there is none. */
  readonly next: string | undefined;
}

/** The numbers that fail permanently. A list of phones is a list of persons, so each look is in the audit log. */
@Injectable()
export class ListQuarantined {
  constructor(
    private readonly phones: KnownPhonesRepository,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * @param asked `reason`, a code; default: all. `after`, the `next` of the page before
   * @throws staff.role-required, directory.unknown-cursor
   */
  async run(asked: {
    readonly reason?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
    readonly member: Member;
  }): Promise<QuarantineList> {
    const { reason, limit, member } = asked;
    requireMay(member, 'quarantine.read');
    const secret = this.config.get('SECRET_KEY');
    const after = asked.after === undefined ? undefined : openCursor(asked.after, secret);
    if (asked.after !== undefined && !after) throw UnknownCursor();
    const reasons = await this.phones.quarantineReasons();
    const found = await this.phones.quarantined(reason, limit + 1, after);
    const phones = found.slice(0, limit);
    const last = found.length > limit ? phones.at(-1) : undefined;
    await this.audit.record({
      memberId: member.id,
      action: 'directory.list-quarantined',
      subject: 'quarantine',
      detail: { reason: reason ?? null, phones: phones.length },
    });
    return { reasons, phones, next: last && sealCursor(last, secret) };
  }
}
