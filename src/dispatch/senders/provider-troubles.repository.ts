import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AskedQuestion, LookUpQuestion } from '../providers/provider-front.js';

/** A kind of question that the provider does not answer now. */
export interface ProviderTrouble {
  readonly question: LookUpQuestion;
  /** Which provider, unless it is the configured one. */
  readonly provider: string | null;
  /** The provider's code, an HTTP status, or how the connection broke. */
  readonly reason: string;
  readonly failures: number;
  readonly since: Date;
  /** Of the last failure that was noted. */
  readonly at: Date;
}

/** What workers could not ask the provider, kept so that every process can tell staff. */
@Injectable()
export class ProviderTroublesRepository {
  constructor(private readonly db: DataSource) {}

  /** Adds to what is known of the question. After a pause of an hour it counts as a new trouble. */
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

  /** Those of the last hour, the longest first: what nobody has asked since may well be answered again. */
  async all(): Promise<ProviderTrouble[]> {
    return this.db.query(
      `SELECT split_part(question, ' ', 1) AS question, nullif(split_part(question, ' ', 2), '') AS provider, reason, failures, since, at FROM provider_trouble
       WHERE at > now() - interval '1 hour' ORDER BY since, provider_trouble.question`,
    );
  }
}
