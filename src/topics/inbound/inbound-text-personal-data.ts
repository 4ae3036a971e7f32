import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Wording } from '../../kernel/refusal.js';
import type { Erased, HeldRows, PersonalDataStore } from '../../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { Config } from '../../platform/config/config.js';
import { InboundTextsRepository, type InboundOutcome } from './inbound-texts.repository.js';

const outcomeWords: Readonly<Record<InboundOutcome, Wording>> = {
  stopped: { sv: 'Ämnen avslutade', en: 'Topics ended' },
  started: { sv: 'Fick veta hur man börjar', en: 'Told how to start' },
  answered: { sv: 'Fick ett svar med hjälp', en: 'Answered with help' },
  unanswered: { sv: 'Fick inget svar', en: 'Not answered' },
};

/** The texts that a phone has sent to our numbers. */
@Injectable()
export class InboundTextPersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly texts: InboundTextsRepository,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const rows = await this.texts.of(e164);
    return [
      {
        kind: 'inbound-texts',
        title: { sv: 'Sms som har skickats till oss', en: 'Texts sent to us' },
        rows: rows.map(({ at, recipient, body, outcome }) => ({
          at: at.toISOString(),
          to: recipient,
          text: body,
          outcome: outcomeWords[outcome],
        })),
      },
    ];
  }

  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    return [{ kind: 'inbound-texts', erased: await this.texts.erase(e164, tx), anonymised: 0 }];
  }

  disposeOfOld(): Promise<void> {
    return this.texts.disposeOfOlderThan(this.config.get('RETENTION_DAYS'));
  }
}
