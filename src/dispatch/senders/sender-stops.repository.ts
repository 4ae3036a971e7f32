import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SenderStop } from './sender-stop.js';
import { SenderStopEntity } from './sender-stop.entity.js';

/** Minutes until the automatic retry of a sender that something between us and the provider may have stopped. */
const probeAfterMinutes = 3;

/** Senders that the provider refuses until somebody repairs the account. Nothing is sent from them meanwhile. */
@Injectable()
export class SenderStops {
  constructor(private readonly db: DataSource) {}

  /**
   * Stops a sender. Safe to repeat, because the first reason is kept.
   *
   * @param how.passing whether the cause may pass by itself: the sender is then retried, at most once an hour
   * @param how.takesBack whether the sender is the cause, so that deliveries rejected for this reason are planned again
   * @returns whether it was running until now
   */
  async stop(
    sender: string,
    reason: string,
    { passing = false, takesBack = false } = {},
    tx: EntityManager = this.db.manager,
  ): Promise<boolean> {
    const stopped = await tx.query<unknown[]>(
      `INSERT INTO sender_stop (sender, reason, takes_back, probe_at)
       SELECT $1::text, $2::text, $4::boolean, CASE WHEN $3::boolean AND NOT EXISTS (
         SELECT FROM sender_probe WHERE sender = $1 AND at > now() - interval '1 hour')
         THEN now() + interval '${probeAfterMinutes} minutes' END
       ON CONFLICT DO NOTHING RETURNING sender`,
      [sender, reason, passing, takesBack],
    );
    return stopped.length > 0;
  }

  /** Starts a sender, and deletes the record of its automatic retry. @returns whether it was stopped until now */
  async restart(sender: string, tx: EntityManager = this.db.manager): Promise<boolean> {
    await tx.query('DELETE FROM sender_probe WHERE sender = $1', [sender]);
    const { affected } = await tx.delete(SenderStopEntity, { sender });
    return affected === 1;
  }

  /** Starts the senders whose automatic retry is due. @returns their ids */
  async startDueProbes(tx: EntityManager): Promise<string[]> {
    const due = await tx.query<{ sender: string }[]>(
      `WITH due AS (DELETE FROM sender_stop WHERE probe_at <= now() RETURNING sender)
       INSERT INTO sender_probe (sender) SELECT sender FROM due
       ON CONFLICT (sender) DO UPDATE SET at = now() RETURNING sender`,
    );
    return due.map(({ sender }) => sender);
  }

  async all(tx: EntityManager = this.db.manager): Promise<SenderStop[]> {
    return tx.find(SenderStopEntity, { order: { sender: 'ASC' } });
  }
}
