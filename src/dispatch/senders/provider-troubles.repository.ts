import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AskedQuestion, LookUpQuestion } from '../providers/provider-front.js';

/** A kind of question that the provider does not answer now. */
export interface ProviderTrouble {
  readonly question: LookUpQuestion;
  /** The provider's name; null means the configured one. */
  readonly provider: string | null;
  /** The provider's code, an HTTP status, or how the connection broke. */
  readonly reason: string;
  readonly failures: number;
  readonly since: Date;
  /** Time of the last recorded failure. */
  readonly at: Date;
}

/** The questions that workers could not get answered, stored so that every process can show them to staff. */
@Injectable()
export class ProviderTroublesRepository {
  constructor(private readonly db: DataSource) {}

  /** Adds failures to what is stored about the question. After an hour without failures it counts as a new problem. */
  async note(question: AskedQuestion, reason: string, failures: number): Promise<void> {
    await this.db.query(
      `INSERT INTO provider_trouble AS t (question, reason, failures) VALUES ($1, $2, $3)
       ON CONFLICT (question) DO UPDATE SET reason = excluded.reason, at = now(),
         failures = excluded.failures + CASE WHEN t.at > now() - interval '1 hour' THEN t.failures ELSE 0 END,
         since = CASE WHEN t.at > now() - interval '1 hour' THEN t.since ELSE now() END`,
      [question, reason, failures],
    );
  }

  async forget(question: AskedQuestion): Promise<void> {
    await this.db.query('DELETE FROM provider_trouble WHERE question = $1', [question]);
  }

  /**
   * The problems of the last hour, the oldest first. Older ones are left out: they may be over, but nobody has asked
   * since.
   */
  async all(): Promise<ProviderTrouble[]> {
    return this.db.query(
      `SELECT split_part(question, ' ', 1) AS question, nullif(split_part(question, ' ', 2), '') AS provider, reason, failures, since, at FROM provider_trouble
       WHERE at > now() - interval '1 hour' ORDER BY since, provider_trouble.question`,
    );
  }
}
