import type { Client } from 'pg';
import { StartRefused } from '../processes/start-refused.js';
import { HeardClient } from './heard-client.js';

/**
 * Whether the connection goes through a pooler such as PgBouncer. A pooler reports an invented process id, because a
 * client has no PostgreSQL process of its own.
 */
export async function isPooled(client: Client): Promise<boolean> {
  const told = (client as unknown as { processID: number | null }).processID;
  const { rows } = await client.query<{ pid: number; embedded: boolean }>(
    `SELECT pg_backend_pid() AS pid, version() LIKE '%PGlite%' AS embedded`,
  );
  return !rows[0]!.embedded && told !== rows[0]!.pid;
}

/**
 * Refuses a connection through a pooler. Commands hold a session-level lock for a long time. Behind a pooler that lock
 * could end up in the session of another client.
 *
 * @throws StartRefused if the connection goes through a pooler
 */
export async function refusePooler(url: string): Promise<void> {
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch {
    // The code that needs the database reports why it does not answer.
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
