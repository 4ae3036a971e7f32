import type { Client } from 'pg';
import { StartRefused } from '../processes/start-refused.js';
import { HeardClient } from './heard-client.js';

/**
 * Whether a pooler such as PgBouncer stands between. It makes up the process id that a client is told, since a client
 * has no process of its own.
 */
export async function isPooled(client: Client): Promise<boolean> {
  const told = (client as unknown as { processID: number | null }).processID;
  const { rows } = await client.query<{ pid: number; embedded: boolean }>(
    `SELECT pg_backend_pid() AS pid, version() LIKE '%PGlite%' AS embedded`,
  );
  return !rows[0]!.embedded && told !== rows[0]!.pid;
}

/**
 * Commands hold a lock for as long as their session, and take their time: behind a pooler the lock would be another's.
 *
 * @throws StartRefused where a pooler stands between
 */
export async function refusePooler(url: string): Promise<void> {
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch {
    // Why the database does not answer is told by whoever needs it.
    return;
  }
  try {
    if (await isPooled(client))
      throw new StartRefused(
        'A pooler such as PgBouncer stands between this command and the database. Set DATABASE_DIRECT_URL to the ' +
          'address of PostgreSQL itself; DATABASE_URL may stay as it is.',
      );
  } finally {
    await client.end().catch(() => undefined);
  }
}
