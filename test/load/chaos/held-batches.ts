import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const patienceMs = 20_000;
const askAgainMs = 200;

/** The number of batches that a worker has claimed, by its process id. Retries while the database is down. */
export async function batchesHeldBy(pid: number, db: DataSource): Promise<number> {
  const worker = `${hostname()}-${pid}`;
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      const [row] = await db.query<{ held: number }[]>(
        'SELECT count(*)::int AS held FROM delivery_batch WHERE worker = $1',
        [worker],
      );
      return row?.held ?? 0;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(askAgainMs);
    }
  }
}
