import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { percent, type PhonesReached } from '../../broadcasts/broadcast-ledger.js';
import type { Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../delivery.js';
import { finalStatuses } from '../delivery.js';
import { KeptSums } from '../ledger/kept-sums.repository.js';
import { countsSql, type SentCount, type StatusCount } from '../ledger/sums.sql.js';

/** A delivery that the report lists on its own. No phone is named, so reading it is not a look-up of a person. */
export interface DoubtfulDelivery {
  /** Its number within the broadcast. */
  readonly n: number;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  /** Sent again after the provider's list was empty twice: the only way to reach a phone twice. */
  readonly resent: boolean;
  readonly events: readonly { readonly at: string; readonly kind: string; readonly detail: unknown }[];
}

/** The number of rows after which other requests get their turn. */
const doubtsAtOnce = 500;

/** Read-only queries on the ledger. */
@Injectable()
export class ReportRepository {
  constructor(
    private readonly db: DataSource,
    private readonly kept: KeptSums,
  ) {}

  async counts(broadcastId: string): Promise<SentCount[]> {
    const kept = await this.kept.of([broadcastId]);
    return kept.get(broadcastId) ?? this.summed(broadcastId);
  }

  private async summed(broadcastId: string): Promise<SentCount[]> {
    return this.db.query(
      `SELECT status, channel, reason, deliveries, confirmed, resent, placed, parts, recent FROM (${countsSql}) counted ORDER BY 1, 2, 3`,
      [[broadcastId]],
    );
  }

  /**
   * Each delivery that may have reached its phone twice, or whose outcome nobody knows. Lowest numbers first,
   * `doubtsAtOnce` at a time. Empty once the deliveries are disposed of.
   */
  async *doubts(broadcastId: string): AsyncGenerator<DoubtfulDelivery[], void, undefined> {
    for (let after = 0; ;) {
      const some = await this.doubtsAfter(broadcastId, after);
      if (some.length > 0) yield some;
      if (some.length < doubtsAtOnce) return;
      after = some.at(-1)!.n;
    }
  }

  private async doubtsAfter(broadcastId: string, after: number): Promise<DoubtfulDelivery[]> {
    return this.db.query(
      `SELECT x.n, x.channel, x.status, x.reason, x.resent, COALESCE((
         SELECT json_agg(json_build_object('at', e.at, 'kind', e.kind, 'detail', e.detail) ORDER BY e.id)
         FROM delivery_event e WHERE e.broadcast_id = x.broadcast_id AND e.n = x.n), '[]') AS events
       FROM delivery x
       WHERE x.broadcast_id = $1 AND x.n > $2 AND (x.resent OR x.status IN ('in-doubt', 'unknown'))
       ORDER BY x.n LIMIT ${doubtsAtOnce}`,
      [broadcastId, after],
    );
  }

  /**
   * Left-out phones are not counted, so nothing depends on secret people. Undefined if the deliveries of any broadcast are
   * disposed of: which phone had which is then forgotten.
   */
  async phonesOf(broadcastIds: readonly string[]): Promise<PhonesReached | undefined> {
    const [row] = await this.db.query<[PhonesReached & { disposed: boolean }]>(
      `SELECT count(*)::int AS planned, count(*) FILTER (WHERE delivered)::int AS delivered,
         count(*) FILTER (WHERE NOT delivered AND open)::int AS under,
         EXISTS (SELECT FROM disposed_broadcast WHERE broadcast_id = ANY($1)) AS disposed
       FROM (
         SELECT bool_or(status = 'delivered') AS delivered, bool_or(status <> ALL($2)) AS open
         FROM delivery WHERE broadcast_id = ANY($1) AND status <> 'suppressed' GROUP BY phone) phone`,
      [broadcastIds, finalStatuses],
    );
    const { disposed, ...phones } = row;
    return disposed ? undefined : phones;
  }

  async percents(broadcastIds: readonly string[]): Promise<Map<string, number>> {
    const kept = await this.kept.of(broadcastIds);
    const open = broadcastIds.filter((id) => !kept.has(id));
    const percents = new Map([...kept].map(([id, counts]) => [id, percentOfCounts(counts)]));
    if (open.length === 0) return percents;
    const rows = await this.db.query<{ id: string; final: number; planned: number }[]>(
      `SELECT broadcast_id AS id, COALESCE(sum(deliveries) FILTER (WHERE status = ANY($2)), 0)::int AS final,
         COALESCE(sum(deliveries) FILTER (WHERE status <> 'suppressed'), 0)::int AS planned
       FROM (${countsSql}) counted GROUP BY 1`,
      [open, finalStatuses],
    );
    for (const { id, final, planned } of rows) percents.set(id, percent(final, planned));
    return percents;
  }
}

function percentOfCounts(counts: readonly StatusCount[]): number {
  const total = (rows: readonly StatusCount[]) => rows.reduce((sum, { deliveries }) => sum + deliveries, 0);
  return percent(
    total(counts.filter(({ status }) => finalStatuses.includes(status))),
    total(counts.filter(({ status }) => status !== 'suppressed')),
  );
}
