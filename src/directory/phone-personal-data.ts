import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { languageWording } from '../kernel/language-words.js';
import type { Erased, HeldRows, PersonalDataStore } from '../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../personal-data/personal-data-stores.js';
import { DisposeOfPhones } from './dispose-of-phones.js';
import { RetainedObjections } from './retained-objections.repository.js';
import { KnownPhonesRepository } from './known-phones.repository.js';
import { StaffPhonesRepository } from './staff-phones.repository.js';
import { ReasonWords } from './reason-words.js';
import { roleWords } from './role-words.js';

/** What the directory stores about a phone. */
@Injectable()
export class PhonePersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly known: KnownPhonesRepository,
    private readonly phones: StaffPhonesRepository,
    private readonly retainedObjections: RetainedObjections,
    private readonly disposal: DisposeOfPhones,
    private readonly stores: PersonalDataStores,
    private readonly reasonWords: ReasonWords,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const phone = await this.known.find(e164);
    const time = (at: Date | null): string | null => at?.toISOString() ?? null;
    return [
      {
        kind: 'phone',
        title: { sv: 'Numret', en: 'The number' },
        rows: phone
          ? [
              {
                language: languageWording(phone.language),
                objectedSince: time(phone.objectedAt),
                heldBackSince: time(phone.quarantinedAt),
                heldBackBecause:
                  phone.quarantineReason === null ? null : this.reasonWords.of(phone.quarantineReason),
              },
            ]
          : [],
      },
      {
        kind: 'addresses',
        title: { sv: 'Adresser numret finns på', en: 'Addresses the number is at' },
        rows: (phone?.addresses ?? []).map((at) => ({
          address: at.address,
          postalCode: at.postalCode,
          locality: at.locality,
          source: at.source,
          role: roleWords[at.role],
          household: at.household,
          since: at.since.toISOString(),
          confirmed: time(at.confirmedAt),
        })),
      },
    ];
  }

  /** The objection outlives the erasure. Otherwise the next register would bring the alerts back. */
  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    await this.phones.holdForErasure(e164, tx);
    const kept = await this.retainedObjections.keep(e164, tx);
    const { pairs, phones } = await this.phones.erase(e164, tx);
    return [
      { kind: 'phone', erased: phones, anonymised: kept },
      { kind: 'addresses', erased: pairs, anonymised: 0 },
    ];
  }

  disposeOfOld(): Promise<void> {
    return this.disposal.run();
  }
}
