import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InEachLanguage } from './topic.js';

interface PersonalSubscription {
  readonly topic: InEachLanguage;
  readonly language: string;
  readonly since: Date;
}

export interface PersonalConsent {
  readonly at: Date;
  readonly topic: InEachLanguage;
  readonly act: 'began' | 'ended';
  readonly how: 'web' | 'text';
  /** The consent text, word for word; null when the subscription ended. */
  readonly text: string | null;
  readonly version: string | null;
}

/** Everything about one person's subscriptions, for export and erasure. */
@Injectable()
export class PersonalSubscriptionsRepository {
  constructor(private readonly db: DataSource) {}

  async of(phone: string): Promise<PersonalSubscription[]> {
    return this.db.query(
      `SELECT t.name AS topic, s.language, s.since FROM subscription s JOIN topic t ON t.id = s.topic_id
       WHERE s.phone = $1 ORDER BY s.since, t.slug`,
      [phone],
    );
  }

  async consents(phone: string): Promise<PersonalConsent[]> {
    return this.db.query(
      `SELECT e.at, t.name AS topic, e.act, e.how, c.body AS text, c.version
       FROM consent_event e JOIN topic t ON t.id = e.topic_id LEFT JOIN consent_text c ON c.hash = e.text_hash
       WHERE e.phone = $1 ORDER BY e.id`,
      [phone],
    );
  }

  /**
   * Consents are append-only. This statement is the one exception, and the table is open only while it runs.
   *
   * @returns the number of deleted rows of each kind
   */
  async erase(
    phone: string,
    tx: EntityManager,
  ): Promise<{ readonly subscriptions: number; readonly consents: number }> {
    const [, subscriptions] = await tx.query<[unknown[], number]>(
      'DELETE FROM subscription WHERE phone = $1',
      [phone],
    );
    await tx.query(`SELECT set_config('budkavle.erasing_person', 'on', true)`);
    const [, consents] = await tx.query<[unknown[], number]>('DELETE FROM consent_event WHERE phone = $1', [
      phone,
    ]);
    await tx.query(`SELECT set_config('budkavle.erasing_person', 'off', true)`);
    return { subscriptions, consents };
  }
}
