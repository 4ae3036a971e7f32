import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InboundText } from '../stop-by-text.js';

/** The outcome of a text: a stop or a start was obeyed, help was sent, or nothing was answered. */
export const inboundOutcomes = ['stopped', 'started', 'answered', 'unanswered'] as const;
export type InboundOutcome = (typeof inboundOutcomes)[number];

export interface KeptText {
  readonly id: string;
  readonly at: Date;
  /** As the provider gave it: E.164, or a short code or a name. */
  readonly phone: string;
  /** Our number that received it. */
  readonly recipient: string;
  readonly body: string;
  readonly outcome: InboundOutcome;
}

const columns = 'id, at, phone, recipient, body, outcome';

/** The texts that people sent to our numbers. Rows are inserted and deleted, never updated. */
@Injectable()
export class InboundTextsRepository {
  constructor(private readonly db: DataSource) {}

  /** Serialises the texts of one phone, across processes: the lock is held until the transaction ends. */
  oneAtATime<T>(phone: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.inbound'), hashtext($1))`, [phone]);
      return work(tx);
    });
  }

  /** Safe to repeat: a stored text stays unchanged. */
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

  /** The stored outcome of this text, if it was reported before. */
  async outcomeOf(ref: string, tx: EntityManager): Promise<InboundOutcome | undefined> {
    const [row] = await tx.query<{ outcome: InboundOutcome }[]>(
      'SELECT outcome FROM inbound_text WHERE provider_ref = $1',
      [ref],
    );
    return row?.outcome;
  }

  /** How many times the phone was sent help in the last 24 hours. */
  async answeredLately(phone: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM inbound_text
       WHERE phone = $1 AND outcome = 'answered' AND at > now() - interval '24 hours'`,
      [phone],
    );
    return row?.n ?? 0;
  }

  /**
   * How many stops and starts of the phone were stored in the 24 hours before this text, which must be stored already.
   */
  async heededBefore({ from, ref }: InboundText, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM inbound_text told JOIN inbound_text earlier ON earlier.phone = told.phone
       WHERE told.provider_ref = $1 AND earlier.phone = $2 AND earlier.id < told.id
         AND earlier.outcome IN ('stopped', 'started') AND earlier.at > told.at - interval '24 hours'`,
      [ref, from],
    );
    return row?.n ?? 0;
  }

  /** Newest first. @param before an id: only older texts */
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

  /** @returns the number of deleted texts */
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
