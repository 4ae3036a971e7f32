import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface SenderStop {
  readonly sender: string;
  readonly reason: string;
  readonly at: Date;
}

/** Senders that the provider refuses until somebody mends the account: nothing goes out from them meanwhile. */
@Injectable()
export class SenderStops {
  constructor(private readonly db: DataSource) {}

  async isStopped(sender: string): Promise<boolean> {
    return (
      (await this.db.query<unknown[]>('SELECT 1 FROM sender_stop WHERE sender = $1', [sender])).length > 0
    );
  }

  async stop(sender: string, reason: string, within: EntityManager = this.db.manager): Promise<void> {
    await within.query('INSERT INTO sender_stop (sender, reason) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      sender,
      reason,
    ]);
  }

  async restart(sender: string): Promise<void> {
    await this.db.query('DELETE FROM sender_stop WHERE sender = $1', [sender]);
  }

  async all(): Promise<SenderStop[]> {
    return this.db.query('SELECT sender, reason, at FROM sender_stop ORDER BY sender');
  }
}
