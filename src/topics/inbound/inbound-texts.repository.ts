import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InboundText } from '../stop-by-text.js';

/** What a text came to: a stop or a start was heeded, help was sent, or nothing was answered. */
export const inboundOutcomes = ['stopped', 'started', 'answered', 'unanswered'] as const;
export type InboundOutcome = (typeof inboundOutcomes)[number];

export interface KeptText {
  readonly id: string;
  readonly at: Date;
  /** As the provider gave it: E.164, but for a short code or a name. */
  readonly phone: string;
  /** Which of our numbers it came to. */
  readonly recipient: string;
  readonly body: string;
  readonly outcome: InboundOutcome;
}

const columns = 'id, at, phone, recipient, body, outcome';

/** What people texted to our numbers. Rows are added and erased, never changed. */
@Injectable()
export class InboundTextsRepository {
  constructor(private readonly db: DataSource) {}

  /** One text of a phone at a time, in any number of processes: until the transaction ends. */
  oneAtATime<T>(phone: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.inbound'), hashtext($1))`, [phone]);
      return work(tx);
    });
  }

  /** Safe to repeat: what is kept already stays as it is. */
  async keep(
    { ref, from, to, text }: InboundText,
    outcome: InboundOutcome,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO inbound_text (provider_ref, phone, recipient, body, outcome) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (provider_ref) DO NOTHING`,
      [ref, from, to, text, outcome],
    );
  }

  /** What this very text came to when it was told before. */
  async outcomeOf(ref: string, tx: EntityManager): Promise<InboundOutcome | undefined> {
    const [row] = await tx.query<{ outcome: InboundOutcome }[]>(
      'SELECT outcome FROM inbound_text WHERE provider_ref = $1',
      [ref],
    );
    return row?.outcome;
  }

  /** How often the phone was sent help in the last 24 hours. */
  async answeredLately(phone: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM inbound_text
       WHERE phone = $1 AND outcome = 'answered' AND at > now() - interval '24 hours'`,
      [phone],
    );
    return row?.n ?? 0;
  }

  /** How many stops and starts of the phone were kept in the 24 hours before this one, which is kept already. */
  async heededBefore({ from, ref }: InboundText, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM inbound_text told JOIN inbound_text earlier ON earlier.phone = told.phone
       WHERE told.provider_ref = $1 AND earlier.phone = $2 AND earlier.id < told.id
         AND earlier.outcome IN ('stopped', 'started') AND earlier.at > told.at - interval '24 hours'`,
      [ref, from],
    );
    return row?.n ?? 0;
  }

  /** The newest first. @param before an id: those that are older */
  async list(limit: number, before?: number): Promise<KeptText[]> {
    return this.db.query(
      `SELECT ${columns} FROM inbound_text WHERE $2::bigint IS NULL OR id < $2 ORDER BY inbound_text.id DESC LIMIT $1`,
      [limit, before ?? null],
    );
  }

  async of(phone: string): Promise<KeptText[]> {
    return this.db.query(`SELECT ${columns} FROM inbound_text WHERE phone = $1 ORDER BY inbound_text.id`, [
      phone,
    ]);
  }

  /** @returns how many there were */
  async erase(phone: string, tx: EntityManager): Promise<number> {
    const [, erased] = await tx.query<[unknown, number]>('DELETE FROM inbound_text WHERE phone = $1', [
      phone,
    ]);
    return erased;
  }

  async disposeOfOlderThan(days: number): Promise<void> {
    await this.db.query('DELETE FROM inbound_text WHERE at < now() - make_interval(days => $1)', [days]);
  }
}
