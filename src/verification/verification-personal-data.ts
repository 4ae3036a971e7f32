import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { languageWording } from '../kernel/language-words.js';
import type { Erased, HeldRows, PersonalDataStore } from '../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../personal-data/personal-data-stores.js';
import { VerificationsRepository } from './verifications.repository.js';

/** Codes and trusted sessions of a phone. They are kept for an hour after they have expired. */
@Injectable()
export class VerificationPersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly verifications: VerificationsRepository,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const rows = await this.verifications.ofPhone(e164);
    return [
      {
        kind: 'codes',
        title: { sv: 'Koder för att visa att numret är ditt', en: 'Codes to show that the number is yours' },
        rows: rows.map(({ language, expiresAt, confirmedAt }) => ({
          language: languageWording(language),
          expires: expiresAt.toISOString(),
          confirmed: confirmedAt?.toISOString() ?? null,
        })),
      },
    ];
  }

  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    return [{ kind: 'codes', erased: await this.verifications.erase(e164, tx), anonymised: 0 }];
  }

  /** Needed when nobody asks for a code: a new code deletes the expired ones itself. */
  disposeOfOld(): Promise<void> {
    return this.verifications.sweep();
  }
}
