import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { burstSeconds, RateLimiter, type RateGrant, type RateRequest } from './rate-limiter.js';

/** Keeps the rate in PostgreSQL, by its clock. */
@Injectable()
export class PostgresRateLimiter extends RateLimiter {
  private readonly known = new Set<string>();

  constructor(private readonly db: DataSource) {
    super();
  }

  /** One statement. The row lock serialises the callers, so that no units are granted twice. */
  async take(request: RateRequest): Promise<RateGrant> {
    const { sender, unitsPerSecond, wanted, atLeast } = request;
    await this.ensure(sender);
    const [rows] = await this.db.query<[{ granted: number; wait: number }[], number]>(
      `WITH held AS (
         SELECT theoretical_arrival AS tat FROM rate_state WHERE sender = $1 FOR UPDATE),
       clocked AS (SELECT tat, clock_timestamp() AS now FROM held),
       room AS (
         SELECT GREATEST(tat, now) AS base,
           FLOOR(EXTRACT(epoch FROM now + make_interval(secs => $5::float8) - GREATEST(tat, now)) * $2::float8 + 1e-6) AS units,
           EXTRACT(epoch FROM GREATEST(tat, now) - now) AS ahead
         FROM clocked),
       grant_ AS (
         SELECT base, ahead, CASE WHEN units >= $4::float8 THEN FLOOR(LEAST($3::float8, units) / $4::float8) * $4::float8 ELSE 0 END AS units FROM room)
       UPDATE rate_state SET theoretical_arrival = CASE WHEN g.units > 0
         THEN g.base + make_interval(secs => g.units / $2::float8) ELSE theoretical_arrival END
       FROM grant_ g WHERE sender = $1
       RETURNING g.units::float8 AS granted,
         GREATEST(0, (g.ahead - $5::float8 + $4::float8 / $2::float8) * 1000)::float8 AS wait`,
      [sender, unitsPerSecond, wanted, atLeast, burstSeconds(request)],
    );
    const [row] = rows;
    if (!row) {
      this.known.delete(sender);
      return { units: 0, waitMs: 10 };
    }
    return { units: row.granted, waitMs: row.granted > 0 ? 0 : Math.max(5, row.wait) };
  }

  private async ensure(sender: string): Promise<void> {
    if (this.known.has(sender)) return;
    await this.db.query('INSERT INTO rate_state (sender) VALUES ($1) ON CONFLICT DO NOTHING', [sender]);
    this.known.add(sender);
  }
}
