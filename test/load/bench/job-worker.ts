import { Worker, type Job } from 'bullmq';
import { Pool } from 'pg';
import { answerParent, tell } from './child.js';
import { atOnce, clients } from './clients.js';

export interface MessageJob {
  readonly id: number;
  readonly to: string;
  readonly body: string;
}

/**
 * The worker process of the design with one job per recipient, as tutorials have it:
 * `job-worker <queue> <redis port> <address> [database]`. With a database, each result is recorded by one UPDATE.
 */
export async function run([queue, port, url, database]: readonly string[]): Promise<void> {
  const send = clients['sdk-stock'](url!);
  const pool = database ? new Pool({ connectionString: database, max: 10 }) : undefined;
  let done = 0;
  let wanted = Infinity;
  let arrived = (): void => undefined;
  const worker = new Worker<MessageJob>(
    queue!,
    async ({ data: { id, to } }: Job<MessageJob>) => {
      const { sid } = (await send(to)) as { sid: string };
      await pool?.query(`UPDATE bench_message SET status = 'accepted', sid = $2 WHERE id = $1`, [id, sid]);
      return sid;
    },
    {
      connection: { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null },
      concurrency: atOnce,
    },
  );
  worker.on('completed', () => {
    if (++done >= wanted) arrived();
  });
  worker.on('error', (error) => console.error(error));
  await worker.waitUntilReady();
  // Answers when `count` jobs have been completed since the last answer.
  answerParent(async ({ count }: { count: number }) => {
    await new Promise<void>((resolve) => {
      arrived = resolve;
      wanted = count;
      if (done >= wanted) resolve();
    });
    done = 0;
    wanted = Infinity;
    return { count };
  });
  tell({ ready: true });
}
