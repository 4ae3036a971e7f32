import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { PhonesRepository } from '../phones.repository.js';

export interface Objection {
  /** In any usual form. */
  readonly phone: string;
  /** True to be left out of alerts from now on, false to be reached again. */
  readonly objects: boolean;
  /** The member who enters it. It silences alerts, so it requires a service owner. */
  readonly member: Member;
}

/**
 * Records that a person does not want alerts, or wants them again. The outcome is the same whether or not the number is
 * known, so that nobody can find out who is in the directory.
 */
@Injectable()
export class RecordObjection {
  constructor(
    private readonly phones: PhonesRepository,
    private readonly retainedObjections: RetainedObjections,
    private readonly clock: Clock,
    private readonly log: PersonLog,
  ) {}

  /** @throws phone.not-a-number, staff.role-required */
  async run({ phone, objects, member }: Objection): Promise<void> {
    requireMay(member, 'objection.record');
    const number = this.log.read(phone);
    await this.phones.atomically(async (tx) => {
      if (objects) await this.phones.object(number, this.clock.now(), tx);
      else {
        await this.phones.withdrawObjection(number, this.clock.now(), tx);
        await this.retainedObjections.forget(number.e164, tx);
      }
      await this.log.record(
        number,
        { memberId: member.id, action: 'directory.objection', detail: { objects } },
        tx,
      );
    });
  }
}
