import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonRequest } from './export-person.js';
import type { Erased } from './personal-data-store.js';
import { PersonalDataStores } from './personal-data-stores.js';
import { PersonLog } from './person-log.js';

/**
 * Nothing leads to the phone afterwards but the audit log, by a keyed hash, and what docs/adr/0025 says is kept. All or
 * nothing, so that no capability has it when another says it is gone.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly holders: PersonalDataStores,
    private readonly log: PersonLog,
    private readonly db: DataSource,
  ) {}

  /** Safe to repeat. @throws phone.not-a-number, or what a holder refuses with */
  async run({ phone, reason, memberId }: PersonRequest): Promise<readonly Erased[]> {
    const number = this.log.read(phone);
    return this.db.transaction(async (tx) => {
      const erased = await this.holders.erase(number.e164, tx);
      const counts = Object.fromEntries(erased.map(({ kind, ...count }) => [kind, count]));
      await this.log.record(
        number,
        { memberId, action: 'personal-data.erase', detail: { reason, counts } },
        tx,
      );
      return erased;
    });
  }
}
