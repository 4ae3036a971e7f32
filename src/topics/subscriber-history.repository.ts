import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { timeZone } from '../kernel/time-zone.js';

/** The subscribers of a topic in one month. No phone is in it, and an erased person leaves it. */
export interface SubscriberMonth {
  /** `2026-11`, in the municipality's time zone. */
  readonly month: string;
  readonly began: number;
  readonly ended: number;
  /** At the end of the month; of the current month, now. */
  readonly subscribers: number;
}

/** Earlier months shown besides the current one. */
const monthsBefore = 12;

/** The subscribers of a topic over time, from the consent events. */
@Injectable()
export class SubscriberHistory {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The current month and the twelve before it, oldest first. Counted back from the subscribers of today. */
  async of(topicId: string): Promise<SubscriberMonth[]> {
    return this.db.query<SubscriberMonth[]>(
      `WITH current AS (SELECT date_trunc('month', $2::timestamptz AT TIME ZONE $3) AS month),
       shown AS (
         SELECT generate_series(month - make_interval(months => $4), month, '1 month') AS month FROM current
       ),
       changed AS (
         SELECT date_trunc('month', at AT TIME ZONE $3) AS month,
           count(*) FILTER (WHERE act = 'began') AS began, count(*) FILTER (WHERE act = 'ended') AS ended
         FROM consent_event, (SELECT min(month) AT TIME ZONE $3 AS since FROM shown) first
         WHERE topic_id = $1 AND at >= since GROUP BY 1
       )
       SELECT to_char(month, 'YYYY-MM') AS month, COALESCE(began, 0)::int AS began, COALESCE(ended, 0)::int AS ended,
         ((SELECT count(*) FROM subscription WHERE topic_id = $1)
           - COALESCE(sum(COALESCE(began, 0) - COALESCE(ended, 0)) OVER later, 0))::int AS subscribers
       FROM shown LEFT JOIN changed USING (month)
       WINDOW later AS (ORDER BY month DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
       ORDER BY month`,
      [topicId, this.clock.now(), timeZone, monthsBefore],
    );
  }
}
