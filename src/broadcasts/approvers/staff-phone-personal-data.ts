import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Erased, HeldRows, PersonalDataStore } from '../../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { MembersRepository } from '../../staff/members.repository.js';

const kind = 'staff-phones';

/** That a phone is a member of staff's. */
@Injectable()
export class StaffPhonePersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly members: MembersRepository,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const names = await this.members.withPhone(e164);
    return [
      {
        kind,
        title: { sv: 'Medarbetare som nås på numret', en: 'Staff who are reached at the number' },
        rows: names.map((name) => ({ name })),
      },
    ];
  }

  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    return [{ kind, erased: await this.members.erasePhone(e164, tx), anonymised: 0 }];
  }
}
