import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parsePhoneNumber, type PhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { hashPhone } from '../platform/logging/hash-phone.js';
import { AuditLog } from '../staff/audit-log.js';

/** Something that was done with the data of one person. */
export interface PersonAct {
  /** Undefined when it was done at the server, or by the program itself. */
  readonly memberId?: string | undefined;
  /** `capability.verb` */
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Reads the number that somebody asks about, and records the act in the audit log. The log has the number only as a
 * keyed hash.
 */
@Injectable()
export class PersonLog {
  constructor(
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** @param text in any usual form @throws phone.not-a-number */
  read(text: string): PhoneNumber {
    return parsePhoneNumber(text, this.config.get('DEFAULT_COUNTRY'));
  }

  async record({ e164 }: Pick<PhoneNumber, 'e164'>, act: PersonAct, tx?: EntityManager): Promise<void> {
    const { memberId, ...entry } = act;
    await this.audit.record(
      { ...(memberId === undefined ? {} : { memberId }), ...entry, subject: this.subjectOf(e164) },
      tx,
    );
  }

  /** The phone's subject in the audit log: a keyed hash. */
  subjectOf(e164: string): string {
    return hashPhone(e164, this.config.get('SECRET_KEY'));
  }
}
