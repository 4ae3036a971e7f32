import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import type { HeldRows } from './personal-data-store.js';
import { PersonalDataStores } from './personal-data-stores.js';
import { LookAllowance } from './look-allowance.js';
import { PersonLog } from './person-log.js';

/** What the installation holds of one person, as they may have it. */
export interface PersonalDataDocument {
  readonly phone: string;
  readonly municipality: string;
  readonly at: string;
  readonly holds: readonly HeldRows[];
}

export interface PersonRequest {
  /** In any usual form. */
  readonly phone: string;
  /** Why: a case number, or what the person asked for. */
  readonly reason: string;
  /** Undefined for whoever sits at the server. */
  readonly memberId?: string;
}

/** Everything that is kept of a phone, for whoever has it. */
@Injectable()
export class ExportPerson {
  constructor(
    private readonly holders: PersonalDataStores,
    private readonly log: PersonLog,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly looks: LookAllowance,
  ) {}

  /** @throws phone.not-a-number, personal-data.too-many-looks */
  async run({ phone, reason, memberId }: PersonRequest): Promise<PersonalDataDocument> {
    const number = this.log.read(phone);
    if (memberId !== undefined) await this.looks.take(memberId);
    // Before anything is read: a look that is not in the log must not happen.
    await this.log.record(number, { memberId, action: 'personal-data.export', detail: { reason } });
    return {
      phone: number.e164,
      municipality: this.config.get('MUNICIPALITY_NAME'),
      at: this.clock.now().toISOString(),
      holds: await this.holders.exportRows(number.e164),
    };
  }
}
