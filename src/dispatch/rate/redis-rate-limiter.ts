import { type OnApplicationShutdown } from '@nestjs/common';
import type { RedisClient } from '../../platform/queue/redis-connection.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import { burstSeconds, RateLimiter, type RateGrant, type RateRequest } from './rate-limiter.js';

// KEYS[1]: the sender's theoretical arrival time, in microseconds. ARGV: units per second, wanted, at least, burst in
// microseconds. One key, so that it works on a cluster. Only Redis's clock is used.
const script = `
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local per = 1000000 / tonumber(ARGV[1])
local wanted, least, burst = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local base = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local units = math.floor((now + burst - base) / per + 0.000001)
if units < least then
  return {0, tostring((base - now - burst + least * per) / 1000)}
end
units = math.floor(math.min(units, wanted) / least) * least
local tat = base + units * per
redis.call('SET', KEYS[1], string.format('%.0f', tat), 'PX', math.ceil((tat - now) / 1000) + 60000)
return {units, '0'}
`;

/** Pause after a failure. A hanging server is slow to fail: asking it in each window would cost most of the rate. */
const restMs = 3000;

/** Keeps the rate in Redis, by its clock; in PostgreSQL while Redis is unavailable. */
export class RedisRateLimiter extends RateLimiter implements OnApplicationShutdown {
  private readonly log = new Log('rate', dispatchEvents);
  private redisIsGone = false;
  /** By this process's monotonic clock, in milliseconds. */
  private askAgainAt = 0;

  constructor(
    private readonly redis: RedisClient,
    /** Separates several installations on one Redis. */
    private readonly prefix: string,
    private readonly fallback: RateLimiter,
  ) {
    super();
    // Each failed reconnect is an event. It is enough to log once, when a grant fails.
    redis.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  async take(request: RateRequest): Promise<RateGrant> {
    const { sender, unitsPerSecond, wanted, atLeast } = request;
    if (performance.now() < this.askAgainAt) return this.fallback.take(request);
    try {
      const [units, wait] = (await this.redis.eval(
        script,
        1,
        `${this.prefix}:rate:{${sender}}`,
        unitsPerSecond,
        wanted,
        atLeast,
        Math.round(burstSeconds(request) * 1e6),
      )) as [number, string];
      if (this.redisIsGone) this.log.write('rate.redis-back');
      this.redisIsGone = false;
      return { units, waitMs: units > 0 ? 0 : Math.max(5, Number(wait)) };
    } catch (error) {
      if (!this.redisIsGone) this.log.write('rate.redis-away', { err: error });
      this.redisIsGone = true;
      this.askAgainAt = performance.now() + restMs;
      return this.fallback.take(request);
    }
  }
}
