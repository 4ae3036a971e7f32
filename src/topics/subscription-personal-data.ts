import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { languageWording } from '../kernel/language-words.js';
import type { Wording } from '../kernel/refusal.js';
import type { Erased, HeldRows, PersonalDataStore } from '../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../personal-data/personal-data-stores.js';
import {
  PersonalSubscriptionsRepository,
  type PersonalConsent,
} from './personal-subscriptions.repository.js';

const actWords: Readonly<Record<PersonalConsent['act'], Wording>> = {
  began: { sv: 'Anmälan', en: 'Signed up' },
  ended: { sv: 'Avslutat', en: 'Stopped' },
};
const howWords: Readonly<Record<PersonalConsent['how'], Wording>> = {
  web: { sv: 'På webbplatsen', en: 'On the website' },
  text: { sv: 'Med ett sms', en: 'By a text' },
};

/** A phone's subscriptions, and the consents behind them. */
@Injectable()
export class SubscriptionPersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly subscriptions: PersonalSubscriptionsRepository,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const consents = await this.subscriptions.consents(e164);
    return [
      await this.subscribed(e164),
      {
        kind: 'consents',
        title: { sv: 'Samtycken, och när de togs tillbaka', en: 'Consents, and when they were withdrawn' },
        rows: consents.map(({ at, act, how, ...row }) => ({
          at: at.toISOString(),
          ...row,
          act: actWords[act],
          how: howWords[how],
        })),
      },
    ];
  }

  async recent(e164: string): Promise<HeldRows[]> {
    return [await this.subscribed(e164)];
  }

  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    const { subscriptions, consents } = await this.subscriptions.erase(e164, tx);
    return [
      { kind: 'subscriptions', erased: subscriptions, anonymised: 0 },
      { kind: 'consents', erased: consents, anonymised: 0 },
    ];
  }

  private async subscribed(e164: string): Promise<HeldRows> {
    const rows = await this.subscriptions.of(e164);
    return {
      kind: 'subscriptions',
      title: { sv: 'Prenumerationer', en: 'Subscriptions' },
      rows: rows.map(({ topic, language, since }) => ({
        topic,
        language: languageWording(language),
        since: since.toISOString(),
      })),
    };
  }
}
