import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { KnownPhonesRepository, type QuarantinedPhone } from './known-phones.repository.js';

export interface QuarantineList {
  /** All of them, by the provider's code. */
  readonly reasons: readonly { readonly reason: string; readonly phones: number }[];
  readonly phones: readonly QuarantinedPhone[];
}

/** The numbers that fail for good. A list of phones is a list of persons: each look is in the audit log. */
@Injectable()
export class ListQuarantined {
  constructor(
    private readonly phones: KnownPhonesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @param asked the reason, a code; all when left out @throws staff.role-required */
  async run(asked: {
    readonly reason?: string | undefined;
    readonly limit: number;
    readonly member: Member;
  }): Promise<QuarantineList> {
    const { reason, limit, member } = asked;
    requireMay(member, 'quarantine.read');
    const reasons = await this.phones.quarantineReasons();
    const phones = await this.phones.quarantined(reason, limit);
    await this.audit.record({
      memberId: member.id,
      action: 'directory.list-quarantined',
      subject: 'quarantine',
      detail: { reason: reason ?? null, phones: phones.length },
    });
    return { reasons, phones };
  }
}
