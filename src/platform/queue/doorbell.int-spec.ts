import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { eventually } from '../../../test/support/eventually.js';
import { doorTo, type Door } from '../../../test/support/outage.js';
import { testDatabaseUrl } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import { BullmqDoorbell } from './bullmq-doorbell.js';
import { PostgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { RedisBackend } from './redis-backend.js';
import { itOnServer } from '../../../test/support/on-server.js';

Logger.overrideLogger(false);

const redisUrl = process.env['TEST_REDIS_URL'];

const stores: {
  name: string;
  url: () => Promise<string>;
  open: (url: string, prefix: string) => QueueBackend;
}[] = [
  { name: 'PostgreSQL', url: testDatabaseUrl, open: (url) => new PostgresBackend(url) },
  ...(redisUrl
    ? [
        {
          name: 'Redis',
          url: () => Promise.resolve(redisUrl),
          open: (url: string, prefix: string) => new RedisBackend(url, prefix, () => undefined),
        },
      ]
    : []),
];

// Also on the embedded database (queue): BullMQ stores its jobs there, and NOTIFY does not reach other clients.
describe.each(stores)('a doorbell on $name', ({ url, open }) => {
  let door: Door;
  let bell: string;
  let heard: unknown[];
  const rooms: BullmqDoorbell[] = [];

  /** A separate doorbell, as in another process. */
  const room = (): BullmqDoorbell => {
    const made = new BullmqDoorbell(open(door.url, `test-${bell}`));
    rooms.push(made);
    return made;
  };
  const listen = (data: unknown) => {
    heard.push(data);
    return Promise.resolve();
  };

  beforeEach(async () => {
    door = await doorTo(await url());
    bell = `bell-${newId()}`;
    heard = [];
  });
  afterEach(async () => {
    await Promise.all(rooms.splice(0).map((made) => made.onApplicationShutdown()));
    await door.shut();
  });

  it('calls the handler in another process once for each ring', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { broadcast: 'a' });
    await front.ring(bell, { broadcast: 'b' });
    await eventually(() => heard.length === 2);
    expect(heard).toEqual([{ broadcast: 'a' }, { broadcast: 'b' }]);
  });

  it('calls an idle handler within moments', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { warm: true });
    await eventually(() => heard.length === 1);
    const rung = Date.now();
    await front.ring(bell, { now: true });
    await eventually(() => heard.length === 2);
    expect(Date.now() - rung).toBeLessThan(3_000);
  });

  it('delivers a ring to a handler that starts later', async () => {
    await room().ring(bell, { broadcast: 'early' });
    room().answer(bell, listen);
    await eventually(() => heard.length === 1);
  });

  it('continues after a handler that threw', async () => {
    room().answer(bell, (data) => {
      if (data['bad']) throw new Error('as planned');
      return listen(data);
    });
    const front = room();
    await front.ring(bell, { bad: true });
    await front.ring(bell, { bad: false });
    await eventually(() => heard.length === 1);
  });

  it('runs handlers concurrently, up to options.concurrency', async () => {
    let atOnce = 0;
    room().answer(
      bell,
      async () => {
        atOnce += 1;
        await eventually(() => atOnce === 2);
        heard.push(atOnce);
      },
      { concurrency: 2 },
    );
    const front = room();
    await Promise.all([front.ring(bell, { n: 1 }), front.ring(bell, { n: 2 })]);
    await eventually(() => heard.length === 2);
  });

  it('signals a running handler that the program stops', async () => {
    const back = room();
    back.answer(bell, async (_data, closing) => {
      heard.push('begun');
      await eventually(() => closing.aborted);
      heard.push('ended');
    });
    await room().ring(bell, {});
    await eventually(() => heard.includes('begun'));
    await back.onApplicationShutdown();
    expect(heard).toEqual(['begun', 'ended']);
  });

  it('does not throw, hang or stop working when the store is down for a while', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { before: true });
    await eventually(() => heard.length === 1);

    await door.shut();
    const rung = Date.now();
    await front.ring(bell, { during: true });
    expect(Date.now() - rung).toBeLessThan(10_000);
    await door.open();

    await eventually(async () => {
      await front.ring(bell, { after: true });
      return heard.some((data) => (data as { after?: boolean }).after);
    });
  });

  it('starts working if the store was down at the start', async () => {
    await door.shut();
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { during: true });
    await door.open();
    await eventually(async () => {
      await front.ring(bell, { after: true });
      return heard.length > 0;
    });
  });
});

itOnServer('a doorbell on PostgreSQL uses at most 3 connections, for any number of bells', async () => {
  const url = await testDatabaseUrl();
  const doorbell = new BullmqDoorbell(new PostgresBackend(url));
  const asker = new Client({ connectionString: url });
  await asker.connect();
  try {
    const bells = Array.from({ length: 5 }, () => `bell-${newId()}`);
    const heard = new Set<string>();
    for (const bell of bells) doorbell.answer(bell, () => Promise.resolve(void heard.add(bell)));
    await Promise.all(bells.map((bell) => doorbell.ring(bell, {})));
    await eventually(() => heard.size === bells.length);
    const { rows } = await asker.query<{ taken: number }>(
      `SELECT count(*)::int AS taken FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'budkavle-queue'`,
    );
    // Two for queries, one for LISTEN.
    expect(rows[0]!.taken).toBeLessThanOrEqual(3);
    expect(rows[0]!.taken).toBeGreaterThan(0);
  } finally {
    await doorbell.onApplicationShutdown();
    await asker.end();
  }
});
