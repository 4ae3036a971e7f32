import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Lane } from '../broadcasts/broadcast.js';
import type { Channel } from './delivery.js';

/** A delivery that may or may not have been sent, due to be looked up. */
export interface Doubt {
  readonly broadcastId: string;
  readonly n: number;
  readonly phone: string;
  readonly channel: Channel;
  readonly language: string;
  readonly sentAt: Date;
  readonly lane: Lane;
  readonly kind: 'alert' | 'topic' | 'verification';
  readonly emptyLooks: number;
}

/** Seconds between two looks at the provider's list (DESIGN.md: twice empty, at least 60 s apart). */
const betweenLooksSeconds = 60;

/** The deliveries in doubt and how each doubt ends. */
@Injectable()
export class DoubtsRepository {
  constructor(private readonly db: DataSource) {}

  /** Takes some that are due and puts them off, so that two workers never look up the same at once. */
  async take(limit: number): Promise<Doubt[]> {
    return this.db.query<Doubt[]>(
      `WITH due AS (
         UPDATE delivery_doubt SET look_at = now() + interval '${betweenLooksSeconds} seconds'
         WHERE (broadcast_id, n) IN (
           SELECT broadcast_id, n FROM delivery_doubt WHERE look_at <= now() ORDER BY look_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING broadcast_id, n, empty_looks)
       SELECT due.broadcast_id AS "broadcastId", due.n, x.phone, x.channel, x.language, x.sent_at AS "sentAt", b.lane, b.kind,
         due.empty_looks AS "emptyLooks"
       FROM due JOIN delivery x USING (broadcast_id, n) JOIN broadcast b ON b.id = due.broadcast_id
       WHERE x.status = 'in-doubt'`,
      [limit],
    );
  }

  /** Forgets doubts that a receipt has settled. */
  async dropSettled(): Promise<void> {
    await this.db.query(
      `DELETE FROM delivery_doubt d USING delivery x
       WHERE x.broadcast_id = d.broadcast_id AND x.n = d.n AND x.status <> 'in-doubt'`,
    );
  }

  /** It was sent: the provider has it under this reference. */
  async found({ broadcastId, n }: Doubt, providerRef: string): Promise<void> {
    await this.settle(broadcastId, n, `status = 'accepted', provider_ref = $3, reason = NULL`, [providerRef]);
  }

  /** The provider's list is there and has nothing. */
  async lookedInVain({ broadcastId, n }: Doubt): Promise<void> {
    await this.db.query(
      'UPDATE delivery_doubt SET empty_looks = empty_looks + 1 WHERE broadcast_id = $1 AND n = $2',
      [broadcastId, n],
    );
  }

  /** Never resent: nobody will know. */
  async giveUp({ broadcastId, n }: Doubt): Promise<void> {
    await this.settle(broadcastId, n, `status = 'unknown', reason = COALESCE(reason, $3)`, ['not-in-list']);
  }

  /** The one edge that could send twice: marked on the row, counted in the report, noted as an event. */
  async sendAgain({ broadcastId, n, channel }: Doubt): Promise<void> {
    await this.db.query(
      `WITH again AS (
         UPDATE delivery SET status = 'planned', resent = true, updated_at = now()
         WHERE broadcast_id = $1 AND n = $2 AND status = 'in-doubt' RETURNING broadcast_id, n),
       done AS (DELETE FROM delivery_doubt WHERE broadcast_id = $1 AND n = $2),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, 'sent-again-after-doubt', '{}' FROM again)
       INSERT INTO delivery_batch (broadcast_id, channel, ns) SELECT broadcast_id, $3, ARRAY[n] FROM again`,
      [broadcastId, n, channel],
    );
  }

  private async settle(broadcastId: string, n: number, set: string, values: unknown[]): Promise<void> {
    await this.db.query(
      `WITH done AS (DELETE FROM delivery_doubt WHERE broadcast_id = $1 AND n = $2)
       UPDATE delivery SET ${set}, updated_at = now() WHERE broadcast_id = $1 AND n = $2 AND status = 'in-doubt'`,
      [broadcastId, n, ...values],
    );
  }
}
