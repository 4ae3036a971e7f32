import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PhoneNumber } from '../kernel/phone-number.js';

/** What is recorded about a phone regardless of its addresses: that its holder objects, that it fails. */
@Injectable()
export class PhonesRepository {
  constructor(private readonly db: DataSource) {}

  /** Runs the work in a transaction, so that a change to a phone and its audit entry commit together or not at all. */
  async atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /**
   * Records an objection, and keeps the time of the first one. An unknown number is recorded too: it may be imported
   * tomorrow.
   */
  async object({ e164, kind }: PhoneNumber, now: Date, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO phone AS known (e164, kind, objected_at, updated_at) VALUES ($1, $2, $3, $3)
       ON CONFLICT (e164) DO UPDATE SET objected_at = coalesce(known.objected_at, excluded.objected_at),
         updated_at = excluded.updated_at`,
      [e164, kind, now],
    );
  }

  async withdrawObjection({ e164 }: PhoneNumber, now: Date, tx: EntityManager): Promise<void> {
    await tx.query(
      'UPDATE phone SET objected_at = NULL, updated_at = $2 WHERE e164 = $1 AND objected_at IS NOT NULL',
      [e164, now],
    );
  }

  /** The language of messages to the phone, ISO 639; undefined for an unknown number. */
  async languageOf(e164: string): Promise<string | undefined> {
    const [row] = await this.db.query<{ language: string }[]>('SELECT language FROM phone WHERE e164 = $1', [
      e164,
    ]);
    return row?.language;
  }

  /** Records that the number does not exist, so that no alert tries it again. Keeps the first reason. */
  async quarantine(e164: string, reason: string, tx: EntityManager = this.db.manager): Promise<void> {
    await tx.query(
      `UPDATE phone SET quarantine_reason = $2, quarantined_at = now(), updated_at = now()
       WHERE e164 = $1 AND quarantine_reason IS NULL`,
      [e164, reason],
    );
  }
}
