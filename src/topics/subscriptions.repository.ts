import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { MessageLanguage } from '../kernel/language.js';
import { hashConsentText, type ConsentText } from './consent-text.js';

/** How somebody gave their consent: on a web page, or by answering a text. */
export type ConsentChannel = 'web' | 'text';

/** The subscriptions of one phone. */
export interface OwnSubscriptions {
  readonly topicIds: readonly string[];
  /** The language of the phone's texts; undefined without subscriptions. */
  readonly language?: string;
}

/** Every statement on subscriptions and their consents. The two change together or not at all. */
@Injectable()
export class SubscriptionsRepository {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async of(phone: string): Promise<OwnSubscriptions> {
    const rows = await this.db.query<{ topic_id: string; language: string }[]>(
      'SELECT topic_id, language FROM subscription WHERE phone = $1 ORDER BY since DESC',
      [phone],
    );
    return { topicIds: rows.map((row) => row.topic_id), language: rows[0]?.language };
  }

  /** Safe to repeat: an existing subscription stays unchanged. Topics that are not open are skipped. */
  async begin(
    phone: string,
    topicIds: readonly string[],
    consent: ConsentText,
    tx: EntityManager,
  ): Promise<void> {
    const hash = hashConsentText(consent);
    await tx.query(
      'INSERT INTO consent_text (hash, version, language, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [hash, consent.version, consent.language, consent.body],
    );
    await tx.query(
      `WITH begun AS (
         INSERT INTO subscription (topic_id, phone, language, since)
         SELECT id, $2, $3, $4 FROM topic WHERE id = ANY($1::uuid[]) AND state = 'open' ORDER BY id
         ON CONFLICT DO NOTHING
         RETURNING topic_id
       )
       INSERT INTO consent_event (at, phone, topic_id, act, how, text_hash)
       SELECT $4, $2, topic_id, 'began', 'web', $5 FROM begun`,
      [topicIds, phone, consent.language, this.clock.now(), hash],
    );
  }

  /**
   * Ends the phone's subscriptions, except to the kept topics. Safe to repeat: what has ended already gets no second
   * consent event.
   *
   * @returns the language of the phone's texts; undefined when nothing was ended
   */
  async endAllBut(
    kept: readonly string[],
    phone: string,
    how: ConsentChannel,
    tx: EntityManager,
  ): Promise<string | undefined> {
    const [ended] = await tx.query<{ language: string }[]>(
      `WITH ended AS (
         DELETE FROM subscription WHERE phone = $1 AND topic_id <> ALL ($2::uuid[])
         RETURNING topic_id, language, since
       ), marked AS (
         INSERT INTO consent_event (at, phone, topic_id, act, how, language)
         SELECT $3, $1, topic_id, 'ended', $4, language FROM ended ORDER BY since
       )
       SELECT language FROM ended ORDER BY since DESC LIMIT 1`,
      [phone, kept, this.clock.now(), how],
    );
    return ended?.language;
  }

  /** The language of the texts that the phone ended last; if unknown, of the consent that it gave last. */
  async languageBefore(phone: string): Promise<string | undefined> {
    const [row] = await this.db.query<{ language: string }[]>(
      `SELECT COALESCE(e.language, t.language) AS language
       FROM consent_event e LEFT JOIN consent_text t ON t.hash = e.text_hash
       WHERE e.phone = $1 AND COALESCE(e.language, t.language) IS NOT NULL
       ORDER BY e.act = 'ended' DESC, e.id DESC LIMIT 1`,
      [phone],
    );
    return row?.language;
  }

  /** Stops older than the given days are forgotten. @returns false when this text was obeyed before */
  async heedStop(providerRef: string, keptDays: number, tx: EntityManager): Promise<boolean> {
    await tx.query('DELETE FROM heeded_stop WHERE at < now() - make_interval(days => $1)', [keptDays]);
    const rows = await tx.query<unknown[]>(
      'INSERT INTO heeded_stop (provider_ref) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1',
      [providerRef],
    );
    return rows.length === 1;
  }

  async setLanguage(phone: string, language: MessageLanguage, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE subscription SET language = $2 WHERE phone = $1 AND language <> $2', [
      phone,
      language,
    ]);
  }
}
