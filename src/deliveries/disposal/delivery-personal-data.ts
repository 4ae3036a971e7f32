import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { refusal, type Wording } from '../../kernel/refusal.js';
import { reasonWording } from '../../messages/reason-words.js';
import type { Erased, HeldRows, PersonalDataStore } from '../../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { factsOf } from '../../kernel/channel.js';
import { statusWords } from '../delivery-words.js';
import { DisposalRepository } from './disposal.repository.js';
import { PersonalDeliveriesRepository, type PersonalDelivery } from './personal-deliveries.repository.js';
import { isToOnePhone } from '../../kernel/broadcast-kinds.js';

export const MessageUnderWay = refusal('personal-data.message-under-way', 'conflict', {
  sv: 'Ett meddelande är på väg till numret just nu. Radera när utskicket är klart.',
  en: 'A message is on its way to the number right now. Erase when the broadcast is done.',
});

/** The maximum number of messages that a look-up shows. */
const recentAtMost = 20;

const kindWords: Readonly<Record<PersonalDelivery['kind'], Wording>> = {
  alert: { sv: 'Meddelande', en: 'Alert' },
  topic: { sv: 'SMS-tjänst', en: 'Topic' },
  verification: { sv: 'Kod', en: 'Code' },
  notice: { sv: 'Besked till medarbetare', en: 'Notice to staff' },
};

const title: Wording = { sv: 'Meddelanden', en: 'Messages' };
const lastOfThem: Wording = {
  sv: `De senaste ${recentAtMost} meddelandena`,
  en: `The last ${recentAtMost} messages`,
};

/** Personal data of one phone in the ledger. */
@Injectable()
export class DeliveryPersonalData implements PersonalDataStore, OnModuleInit {
  constructor(
    private readonly stores: PersonalDataStores,
    private readonly deliveries: PersonalDeliveriesRepository,
    private readonly disposal: DisposalRepository,
    private readonly broadcasts: BroadcastsRepository,
  ) {}

  onModuleInit(): void {
    this.stores.add(this);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    const rows = await this.deliveries.of(e164);
    return [{ kind: 'messages', title, rows: rows.map((row) => ({ ...present(row), text: row.text })) }];
  }

  async recent(e164: string): Promise<HeldRows[]> {
    const rows = await this.deliveries.of(e164, recentAtMost + 1);
    const shown = rows.slice(0, recentAtMost);
    return [
      { kind: 'messages', title: rows.length > recentAtMost ? lastOfThem : title, rows: shown.map(present) },
    ];
  }

  /** @throws personal-data.message-under-way */
  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    const codes = await this.deliveries.codesTo(e164, tx);
    if (await this.deliveries.hasUnderWay(e164, tx)) throw MessageUnderWay();
    for (const id of codes) {
      await this.disposal.erase(id, tx);
      await this.broadcasts.removeCode(id, tx);
    }
    const anonymised = await this.deliveries.anonymise(e164, tx);
    return [{ kind: 'messages', erased: codes.length, anonymised }];
  }
}

const present = ({ at, kind, audience, exercise, channel, status, reason }: PersonalDelivery) => ({
  at: at.toISOString(),
  what: kindWords[kind],
  audience: isToOnePhone(kind) ? null : audience,
  exercise,
  channel: factsOf(channel).words,
  outcome: statusWords[status],
  reason: reason === null ? null : reasonWording(reason),
});
