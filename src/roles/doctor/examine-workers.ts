import type { Config } from '../../platform/config/config.js';
import { goneAfterSeconds } from '../../platform/processes/worker-presence.js';
import { advice, problem, ok, type Finding } from './finding.js';
import { HeardClient } from '../../platform/database/heard-client.js';

/** Checks that a worker is running: without one, approved broadcasts are not sent. */
export async function examineWorkers(config: Config): Promise<Finding[]> {
  const client = new HeardClient({
    connectionString: config.get('DATABASE_URL'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ alive: number; ever: number }>(
      `SELECT count(*) FILTER (WHERE seen_at > now() - interval '${goneAfterSeconds} seconds')::int AS alive,
              count(*)::int AS ever
       FROM worker_presence`,
    );
    const { alive, ever } = rows[0]!;
    if (alive > 0) return [ok(alive === 1 ? 'A worker is alive' : `${alive} workers are alive`)];
    const fix = 'Start the role `worker`: until then nothing that is approved is sent';
    return [
      ever > 0
        ? problem(`No worker is alive: the last sign of one is more than ${goneAfterSeconds} s old`, fix)
        : advice('No worker is alive', fix),
    ];
  } catch {
    // examineDatabase reports why the database does not answer, or which migrations are missing.
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
