import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonRequest } from './export-person.js';
import type { Erased } from './personal-data-store.js';
import { PersonalDataStores } from './personal-data-stores.js';
import { PersonLog } from './person-log.js';

/**
 * Erases a person. Afterwards nothing leads to the phone except the audit log, by a keyed hash, and what docs/adr/0025
 * lists as kept. All or nothing: no capability may keep a person whom another reports as erased.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly log: PersonLog,
    private readonly db: DataSource,
  ) {}

  /** Safe to repeat. @throws phone.not-a-number, or a store's refusal */
  async run({ phone, reason, memberId }: PersonRequest): Promise<readonly Erased[]> {
    const number = this.log.read(phone);
    return this.db.transaction(async (tx) => {
      const erased = await this.stores.erase(number.e164, tx);
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
