import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { doorTo } from '../../../test/support/outage.js';
import { pollUntil } from '../../../test/support/pipeline.js';
import { newId } from '../../kernel/ids.js';
import { connectRedis, parseRedisUrl, type RedisClient } from '../../platform/queue/redis-connection.js';
import { PostgresRateLimiter } from './postgres-rate-limiter.js';
import { burstSeconds, RateLimiter, type RateGrant, type RateRequest } from './rate-limiter.js';
import { RedisRateLimiter } from './redis-rate-limiter.js';

const redisUrl = process.env['TEST_REDIS_URL'];

interface Grant {
  readonly asked: number;
  readonly answered: number;
  readonly units: number;
}

let db: DataSource;
const clients: RedisClient[] = [];
const onRedis = (url: string, fallback: RateLimiter): RedisRateLimiter => {
  const client = connectRedis(parseRedisUrl(url), {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
  });
  clients.push(client);
  return new RedisRateLimiter(client, 'budkavle-test', fallback);
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  db = await openTestDatabase();
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await db.destroy();
});

/** No fallback: a test of Redis must not pass on PostgreSQL. */
class Nowhere extends RateLimiter {
  take(): Promise<RateGrant> {
    return Promise.reject(new Error('Redis did not answer'));
  }
}

const request = ({ unitsPerSecond = 100, ...more }: Partial<RateRequest> = {}): RateRequest => ({
  sender: newId(),
  unitsPerSecond,
  fullRate: unitsPerSecond,
  wanted: 10,
  atLeast: 1,
  largest: 1,
  share: 1,
  ...more,
});

const stores: [string, () => RateLimiter][] = [
  ['PostgreSQL', () => new PostgresRateLimiter(db)],
  ...(redisUrl ? [['Redis', () => onRedis(redisUrl, new Nowhere())] as [string, () => RateLimiter]] : []),
];

// Also on the embedded database (queue): without Redis the rate is kept in that database.
describe.each(stores)('the rate kept in %s', (_name, open) => {
  let limiter: RateLimiter;
  beforeAll(async () => {
    limiter = open();
    await pollUntil(
      () => limiter.take(request({ unitsPerSecond: 1, wanted: 1 })).catch(() => undefined),
      (grant) => grant?.units === 1,
    );
  });

  /** Asks until something is granted. @returns all answers */
  const untilGranted = async (asked: RateRequest): Promise<RateGrant[]> => {
    const answers: RateGrant[] = [];
    await pollUntil(
      async () => {
        const answer = await limiter.take(asked);
        answers.push(answer);
        return answer;
      },
      ({ units }) => units > 0,
    );
    return answers;
  };

  /**
   * What a smaller share is granted right after a larger one, in the given number of tries. With strict lanes: nothing.
   * Tries in which the machine took too long are ignored, because the larger share was no longer ahead.
   */
  const rightBehind = async (high: RateRequest, low: RateRequest, times: number): Promise<number[]> => {
    const aheadMs = (burstSeconds(high) - burstSeconds({ ...low, atLeast: high.atLeast })) * 1000;
    const answers = new Set<number>();
    for (let n = 0; n < times;) {
      const asked = performance.now();
      if ((await limiter.take(high)).units === 0) continue;
      const { units } = await limiter.take(low);
      if (units > 0 && performance.now() - asked < aheadMs / 2) answers.add(units);
      n++;
    }
    return [...answers];
  };

  /**
   * Waits until a smaller share, refused right after a larger one, has to wait longer. Only its share can be the
   * reason, because it asked later. With equal shares that never happens, on any machine.
   */
  const untilBehind = (high: RateRequest, low: RateRequest) =>
    pollUntil(
      async () => {
        let larger = await limiter.take(high);
        while (larger.units > 0) larger = await limiter.take(high);
        return { larger, smaller: await limiter.take(low) };
      },
      ({ larger, smaller }) => smaller.units === 0 && smaller.waitMs > larger.waitMs,
    );

  /** The store granted the units at some time between the question and the answer, however late the answer is. */
  const maxInAnyWindow = (grants: readonly Grant[], request: RateRequest): number => {
    const { unitsPerSecond } = request;
    const burst = unitsPerSecond * burstSeconds(request);
    let worst = 0;
    for (const { asked: from } of grants) {
      let units = 0;
      const within = grants.filter(({ asked }) => asked >= from).sort((a, b) => a.answered - b.answered);
      for (const grant of within) {
        units += grant.units;
        worst = Math.max(worst, units - (unitsPerSecond * (grant.answered - from)) / 1000 - burst);
      }
    }
    return worst;
  };

  it.each([
    ['a hundred texts a second', { unitsPerSecond: 400, wanted: 20, atLeast: 1 }],
    ['long texts', { unitsPerSecond: 200, wanted: 30, atLeast: 6, largest: 6 }],
    ['less than one per window', { unitsPerSecond: 3, wanted: 1, atLeast: 1 }],
    ['a text larger than a window', { unitsPerSecond: 10, wanted: 6, atLeast: 6, largest: 6 }],
  ])('grants at most the rate and one window to all callers together: %s', async (_what, shape) => {
    const asked = request(shape);
    const grants: Grant[] = [];
    const begun = performance.now();
    const taker = async (): Promise<void> => {
      while (performance.now() - begun < 1200) {
        const at = performance.now();
        const { units, waitMs } = await limiter.take(asked);
        if (units > 0) {
          expect(units).toBeGreaterThanOrEqual(asked.atLeast);
          expect(units).toBeLessThanOrEqual(asked.wanted);
          grants.push({ asked: at, answered: performance.now(), units });
        } else {
          expect(waitMs).toBeGreaterThan(0);
          await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, 20)));
        }
      }
    };
    await Promise.all(Array.from({ length: 6 }, taker));
    expect(maxInAnyWindow(grants, asked)).toBeLessThanOrEqual(1e-3);
    const given = grants.reduce((sum, { units }) => sum + units, 0);
    expect(given).toBeGreaterThanOrEqual(Math.floor(asked.unitsPerSecond * 0.5));
  });

  it('grants one window at once after a rest, and a longer rest gives no more', async () => {
    const asked = request({ wanted: 1000 });
    expect(await limiter.take(asked)).toEqual({ units: 25, waitMs: 0 });
    const { units } = await limiter.take(asked);
    expect(units).toBeLessThan(25);
  });

  it('grants 0 and a retry delay when less than one message fits', async () => {
    const asked = request({ unitsPerSecond: 10, wanted: 60, atLeast: 6, largest: 6 });
    expect((await limiter.take(asked)).units).toBe(6);
    const at = performance.now();
    const [refused, ...more] = await untilGranted(asked);
    expect(refused!.units).toBe(0);
    expect(refused!.waitMs).toBeGreaterThan(200);
    expect(refused!.waitMs).toBeLessThanOrEqual(600);
    expect(more.at(-1)!.units).toBe(6);
    expect(performance.now() - at).toBeGreaterThan(refused!.waitMs - 50);
  });

  it('grants one call a second, the first at once', async () => {
    const asked = request({ unitsPerSecond: 1, wanted: 1 });
    expect((await limiter.take(asked)).units).toBe(1);
    const { units, waitMs } = await limiter.take(asked);
    expect(units).toBe(0);
    expect(waitMs).toBeGreaterThan(500);
    expect(waitMs).toBeLessThanOrEqual(1000);
  });

  it('serves a larger share first, as long as it keeps the sender ahead', async () => {
    const low = request({ wanted: 1000, share: 0.7 });
    const high = { ...low, share: 0.9 };
    expect((await limiter.take(low)).units).toBe(17);
    expect((await limiter.take(high)).units).toBeGreaterThanOrEqual(5);
    // With any number of tries: the smaller share gets its turn only after the larger one has had enough.
    expect(await rightBehind(high, low, 20)).toEqual([]);
    await untilBehind(high, low);
    await untilGranted(low);
  });

  it.each([100, 30, 20])(
    'serves a larger share first at %d a second, even with long texts against short ones',
    async (unitsPerSecond) => {
      const sender = newId();
      const low = request({ sender, unitsPerSecond, wanted: 1, atLeast: 1, largest: 6, share: 0.4 });
      const high = request({ sender, unitsPerSecond, wanted: 6, atLeast: 6, largest: 6, share: 0.55 });
      while ((await limiter.take(low)).units > 0);
      expect(await rightBehind(high, low, 5)).toEqual([]);
      await untilBehind(high, low);
    },
  );

  it('grants only whole messages', async () => {
    const { units } = await limiter.take(request({ wanted: 100, atLeast: 4, largest: 4 }));
    expect(units % 4).toBe(0);
    expect(units).toBe(24);
  });

  it.each([1, 3])('serves a larger share first at %d a second too', async (unitsPerSecond) => {
    const low = request({ unitsPerSecond, wanted: 1, share: 0.7 });
    expect((await limiter.take(low)).units).toBe(1);
    await untilBehind({ ...low, share: 0.9 }, low);
  });

  it('serves a larger share first even if it is slowed and the smaller one is not', async () => {
    const sender = newId();
    const low = request({ sender, wanted: 1, largest: 6, share: 0.4 });
    const high = request({ sender, unitsPerSecond: 25, fullRate: 100, wanted: 1, largest: 6, share: 0.55 });
    while ((await limiter.take(low)).units > 0);
    expect(await rightBehind(high, low, 5)).toEqual([]);
    await untilBehind(high, low);
  });

  it('keeps the rate of each sender separately', async () => {
    const asked = request({ wanted: 1000 });
    expect((await limiter.take(asked)).units).toBe(25);
    expect((await limiter.take({ ...asked, sender: newId() })).units).toBe(25);
  });
});

// The embedded run has no Redis.
(redisUrl ? describe : describe.skip)('the rate kept in Redis, when Redis is unavailable', () => {
  it('is kept in PostgreSQL until Redis is back', async () => {
    const door = await doorTo(redisUrl!);
    const asked = request({ unitsPerSecond: 4, wanted: 1 });
    const inPostgres = async () =>
      (await db.query<unknown[]>('SELECT 1 FROM rate_state WHERE sender = $1', [asked.sender])).length;
    const limiter = onRedis(door.url, new PostgresRateLimiter(db));
    const granted = () =>
      pollUntil(
        () => limiter.take(asked),
        ({ units }) => units === 1,
      );
    const begun = performance.now();
    await granted();
    await door.shut();
    await granted();
    expect(await inPostgres()).toBe(1);
    for (let n = 0; n < 3; n++) await granted();
    // One from Redis, and four from PostgreSQL, the first of them at once.
    expect(performance.now() - begun).toBeGreaterThan(700);
    await db.query('DELETE FROM rate_state WHERE sender = $1', [asked.sender]);
    await door.open();
    await pollUntil(
      async () => {
        await db.query('DELETE FROM rate_state WHERE sender = $1', [asked.sender]);
        const { units } = await limiter.take(asked);
        return { units, postgres: await inPostgres() };
      },
      ({ units, postgres }) => units === 1 && postgres === 0,
    );
    await door.shut();
  });

  it('a hanging Redis is asked only now and then, so that it costs no rate', async () => {
    const door = await doorTo(redisUrl!);
    const limiter = onRedis(door.url, new PostgresRateLimiter(db));
    const questions = jest.spyOn(clients.at(-1)!, 'eval');
    await door.shut();
    for (let n = 0; n < 10; n++) await limiter.take(request());
    expect(questions).toHaveBeenCalledTimes(1);
  });
});

it('keeps the rate even if Redis was never available', async () => {
  const limiter = onRedis('redis://127.0.0.1:1', new PostgresRateLimiter(db));
  const asked = request({ wanted: 1000 });
  expect((await limiter.take(asked)).units).toBe(25);
  expect((await limiter.take(asked)).units).toBeLessThan(25);
});
