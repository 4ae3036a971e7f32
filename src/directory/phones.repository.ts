import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PhoneNumber } from '../kernel/phone-number.js';

/** What is said of a phone wherever it is: that its holder objects, that it fails. */
@Injectable()
export class PhonesRepository {
  constructor(private readonly db: DataSource) {}

  /** So that what is done to a phone and its audit entry stand or fall together. */
  async atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** Keeps the first moment of an objection. A number nobody knows is kept too: it may be imported tomorrow. */
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

  /** What messages to the phone are in, ISO 639; undefined for a number nobody knows. */
  async languageOf(e164: string): Promise<string | undefined> {
    const [row] = await this.db.query<{ language: string }[]>('SELECT language FROM phone WHERE e164 = $1', [
      e164,
    ]);
    return row?.language;
  }

  /** The number does not exist: no alert tries it again. Keeps the first reason. */
  async quarantine(e164: string, reason: string, tx: EntityManager = this.db.manager): Promise<void> {
    await tx.query(
      `UPDATE phone SET quarantine_reason = $2, quarantined_at = now(), updated_at = now()
       WHERE e164 = $1 AND quarantine_reason IS NULL`,
      [e164, reason],
    );
  }
}
