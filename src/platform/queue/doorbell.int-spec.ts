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

// Also on the embedded database (queue): BullMQ keeps its jobs in that database, and no NOTIFY crosses to another client.
describe.each(stores)('a doorbell on $name', ({ url, open }) => {
  let door: Door;
  let bell: string;
  let heard: unknown[];
  const rooms: BullmqDoorbell[] = [];

  /** Another process, as far as the doorbell knows. */
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

  it('is heard in another process, once for each ring', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { broadcast: 'a' });
    await front.ring(bell, { broadcast: 'b' });
    await eventually(() => heard.length === 2);
    expect(heard).toEqual([{ broadcast: 'a' }, { broadcast: 'b' }]);
  });

  it('is heard within a second by one who has long been waiting', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { warm: true });
    await eventually(() => heard.length === 1);
    const rung = Date.now();
    await front.ring(bell, { now: true });
    await eventually(() => heard.length === 2);
    expect(Date.now() - rung).toBeLessThan(1_000);
  });

  it('is heard later by one who was not there', async () => {
    await room().ring(bell, { broadcast: 'early' });
    room().answer(bell, listen);
    await eventually(() => heard.length === 1);
  });

  it('goes on after an answer that threw', async () => {
    room().answer(bell, (data) => {
      if (data['bad']) throw new Error('as planned');
      return listen(data);
    });
    const front = room();
    await front.ring(bell, { bad: true });
    await front.ring(bell, { bad: false });
    await eventually(() => heard.length === 1);
  });

  it('answers as many at once as it was told', async () => {
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

  it('tells a long answer that the program stops', async () => {
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

  it('does not throw, hang or forget its work when the store is away for a while', async () => {
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { before: true });
    await eventually(() => heard.length === 1);

    await door.shut();
    const rung = Date.now();
    await front.ring(bell, { during: true });
    expect(Date.now() - rung).toBeLessThan(4_000);
    await door.open();

    await eventually(async () => {
      await front.ring(bell, { after: true });
      return heard.some((data) => (data as { after?: boolean }).after);
    });
  }, 30_000);

  it('begins to work when the store was away at the start', async () => {
    await door.shut();
    room().answer(bell, listen);
    const front = room();
    await front.ring(bell, { during: true });
    await door.open();
    await eventually(
      async () => {
        await front.ring(bell, { after: true });
        return heard.length > 0;
      },
      { ms: 20_000 },
    );
  }, 30_000);
});

(process.env['TEST_EMBEDDED'] === 'true' ? it.skip : it)(
  'takes few connections, however many bells',
  async () => {
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
      // Two to ask with, one to listen on.
      expect(rows[0]!.taken).toBeLessThanOrEqual(3);
      expect(rows[0]!.taken).toBeGreaterThan(0);
    } finally {
      await doorbell.onApplicationShutdown();
      await asker.end();
    }
  },
);
