import { Queue } from 'bullmq';
import { Child } from './child.js';
import { phoneOf, text, type clients } from './clients.js';
import { CpuMeter } from './cpu.js';
import { warmPhones, type Ground } from './ground.js';
import type { MessageJob } from './job-worker.js';
import { monotonicMs } from './monotonic.js';

/** The measured speed of one way of sending. */
export interface Pace {
  readonly messages: number;
  /** From the first step for any message until the last message was finished. */
  readonly seconds: number;
  readonly perSecond: number;
  /** CPU time per message, in microseconds, by process. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Seconds of these that went into enrolment, or into adding jobs to the queue. */
  readonly preparing?: number;
}

/** The time limit of each way of sending, in milliseconds. */
const maxMs = 30 * 60_000;

const pace = (messages: number, begun: number, cpu: CpuMeter, preparing?: number): Pace => {
  const seconds = (monotonicMs() - begun) / 1000;
  return { messages, seconds, perSecond: messages / seconds, cpu: cpu.microsecondsEach(messages), preparing };
};

/** Measures this engine, called by its API, with the null server, which sends no callbacks. */
export async function engineAlone(ground: Ground, messages: number): Promise<Pace> {
  const worker = await ground.worker();
  try {
    await ground.sent((await ground.send(warmPhones, text)).id, maxMs);
    await ground.nothing.take();
    const { web, rig, nothing } = ground;
    await ground.placeOf(messages);
    await ground.profile?.forgetStatements(ground.rig.db);
    const cpu = new CpuMeter({
      worker: worker.pid,
      postgres: rig.postgres.pid,
      web: web.pid,
      null: nothing.pid,
    });
    const { id, askedAt, answeredAt } = await ground.send(messages, text);
    const asked = monotonicMs() - (Date.now() - askedAt);
    await ground.sent(id, maxMs);
    const done = pace(messages, asked, cpu, (answeredAt - askedAt) / 1000);
    if (ground.profile) console.error(await ground.profile.statements(rig.db));
    expectAll('accepted', await ground.statuses(id), messages);
    return done;
  } finally {
    await worker.stop(30_000);
    await ground.clear();
  }
}

/** Measures this engine, called by its API, with the simulator, until every receipt has been applied. */
export async function engineWithReceipts(ground: Ground, messages: number): Promise<Pace> {
  const simulator = await ground.rig.start('simulator');
  const worker = await ground.rig.start('worker');
  try {
    await ground.receipted((await ground.send(warmPhones, text)).id, maxMs);
    const { web, rig } = ground;
    await ground.placeOf(messages);
    await ground.profile?.forgetStatements(ground.rig.db);
    const cpu = new CpuMeter({
      worker: worker.pid,
      postgres: rig.postgres.pid,
      web: web.pid,
      simulator: simulator.pid,
    });
    const { id, askedAt, answeredAt } = await ground.send(messages, text);
    const asked = monotonicMs() - (Date.now() - askedAt);
    await ground.sent(id, maxMs);
    const sentAfter = (Date.now() - askedAt) / 1000;
    await ground.receipted(id, maxMs);
    const done = pace(messages, asked, cpu, (answeredAt - askedAt) / 1000);
    console.error(`  the last was sent after ${sentAfter.toFixed(1)} s`);
    if (ground.profile) console.error(await ground.profile.statements(rig.db));
    expectAll('delivered', await ground.statuses(id), messages);
    return done;
  } finally {
    await worker.stop(30_000);
    await simulator.stop(5000);
    await ground.clear();
  }
}

/** Measures one job per recipient: this process adds the jobs, another sends them with Twilio's own client. */
export async function jobEach(ground: Ground, messages: number, recorded: boolean): Promise<Pace> {
  const { rig, nothing } = ground;
  const port = Number(new URL(rig.redis!.url).port);
  await rig.db.query(
    'CREATE TABLE IF NOT EXISTS bench_message (id int PRIMARY KEY, phone text NOT NULL, body text NOT NULL, status text NOT NULL, sid text)',
  );
  const name = recorded ? 'recorded' : 'sent';
  const queue = new Queue<MessageJob>(name, { connection: { host: '127.0.0.1', port } });
  const worker = new Child('job-worker', [
    name,
    String(port),
    nothing.url,
    ...(recorded ? [rig.postgres.url] : []),
  ]);
  const through = async (count: number) => {
    const done = worker.ask({ count });
    const begun = monotonicMs();
    if (recorded) await keepMessages(ground, count);
    for (let i = 0; i < count; i += 1000) {
      const ids = Array.from({ length: Math.min(1000, count - i) }, (_, k) => i + k);
      await queue.addBulk(
        ids.map((id) => ({
          name: 'send',
          data: { id, to: phoneOf(id), body: text },
          opts: {
            attempts: 3,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: true,
            removeOnFail: false,
          },
        })),
      );
    }
    const preparing = (monotonicMs() - begun) / 1000;
    await done;
    return preparing;
  };
  try {
    await worker.hear();
    await through(warmPhones);
    await nothing.take();
    const cpu = new CpuMeter({
      worker: worker.pid,
      producer: process.pid,
      redis: rig.redis!.pid,
      postgres: rig.postgres.pid,
      null: nothing.pid,
    });
    const begun = monotonicMs();
    const preparing = await through(messages);
    return pace(messages, begun, cpu, preparing);
  } finally {
    await worker.end();
    await queue.close();
    await rig.db.query('DROP TABLE bench_message');
    await nothing.take();
  }
}

/** Measures a loop that does nothing but send. */
export async function bareLoop(
  ground: Ground,
  messages: number,
  client: keyof typeof clients,
): Promise<Pace> {
  const { nothing } = ground;
  const loop = new Child('bare-loop', [client, nothing.url]);
  try {
    await loop.hear();
    await loop.ask({ count: warmPhones });
    const cpu = new CpuMeter({ loop: loop.pid, null: nothing.pid });
    const begun = monotonicMs();
    await loop.ask({ count: messages });
    return pace(messages, begun, cpu);
  } finally {
    await loop.end();
    await nothing.take();
  }
}

async function keepMessages({ rig }: Ground, count: number): Promise<void> {
  await rig.db.query('TRUNCATE bench_message');
  await rig.db.query(
    `INSERT INTO bench_message (id, phone, body, status)
     SELECT i - 1, '+4670' || lpad(i::text, 7, '0'), $2, 'queued' FROM generate_series(1, $1::int) AS i`,
    [count, text],
  );
}

/** A place holds whole addresses, so it may lack one or two of the phones. */
function expectAll(status: string, statuses: Record<string, number>, messages: number): void {
  const { [status]: count = 0, ...others } = statuses;
  if (count < messages - 2 || Object.keys(others).length > 0)
    throw new Error(`expected ${messages} ${status}, found ${JSON.stringify(statuses)}`);
}
