import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import type { HeldRows } from './personal-data-store.js';
import { PersonalDataStores } from './personal-data-stores.js';
import { LookAllowance } from './look-allowance.js';
import { PersonLog } from './person-log.js';

/** What the installation stores about one person, in the form that the person may receive. */
export interface PersonalDataDocument {
  readonly phone: string;
  readonly municipality: string;
  readonly at: string;
  readonly holds: readonly HeldRows[];
}

export interface PersonRequest {
  /** In any usual form. */
  readonly phone: string;
  /** Why: a case number, or the person's request. */
  readonly reason: string;
  /** Undefined when the command is run at the server. */
  readonly memberId?: string;
}

/** Exports everything that is stored about a phone, for its owner. */
@Injectable()
export class ExportPerson {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly log: PersonLog,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly looks: LookAllowance,
  ) {}

  /** @throws phone.not-a-number, personal-data.too-many-looks */
  async run({ phone, reason, memberId }: PersonRequest): Promise<PersonalDataDocument> {
    const number = this.log.read(phone);
    if (memberId !== undefined) await this.looks.take(memberId);
    // Recorded before anything is read: nobody may look without an entry in the log.
    await this.log.record(number, { memberId, action: 'personal-data.export', detail: { reason } });
    return {
      phone: number.e164,
      municipality: this.config.get('MUNICIPALITY_NAME'),
      at: this.clock.now().toISOString(),
      holds: await this.stores.exportRows(number.e164),
    };
  }
}
