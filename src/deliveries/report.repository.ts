import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Channel, DeliveryStatus } from './delivery.js';
import { finalStatuses } from './delivery.js';

export interface StatusCount {
  readonly status: DeliveryStatus;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly deliveries: number;
  readonly confirmed: number;
  readonly resent: number;
}

/** Read-only sums over the ledger. */
@Injectable()
export class ReportRepository {
  constructor(private readonly db: DataSource) {}

  async counts(broadcastId: string): Promise<StatusCount[]> {
    return this.db.query(
      `SELECT status, channel, reason, count(*)::int AS deliveries, count(*) FILTER (WHERE confirmed)::int AS confirmed,
         count(*) FILTER (WHERE resent)::int AS resent
       FROM delivery WHERE broadcast_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [broadcastId],
    );
  }

  async percents(broadcastIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; final: number; planned: number }[]>(
      `SELECT broadcast_id AS id, count(*) FILTER (WHERE status = ANY($2))::int AS final,
         count(*) FILTER (WHERE status <> 'suppressed')::int AS planned
       FROM delivery WHERE broadcast_id = ANY($1::uuid[]) GROUP BY 1`,
      [broadcastIds, finalStatuses],
    );
    return new Map(rows.map(({ id, final, planned }) => [id, percent(final, planned)]));
  }
}

/** Rounded down, so that 100 means all. */
export const percent = (final: number, planned: number): number =>
  planned === 0 ? 100 : Math.floor((100 * final) / planned);
