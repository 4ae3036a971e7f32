import type { Client } from 'pg';
import type { Config } from '../../platform/config/config.js';
import { poolSizes, queueConnections } from '../../platform/database/pool-sizes.js';
import { isPooled } from '../../platform/database/refuse-pooler.js';
import { settingsAmiss, settingsOfRole, settingStatements } from '../../platform/database/role-settings.js';
import { goneAfterSeconds } from '../../platform/processes/worker-presence.js';
import { advice, problem, ok, type Finding } from './finding.js';
import { HeardClient } from '../../platform/database/heard-client.js';

/**
 * Checks the session settings of web and workers, and the number of connections. Reports nothing if the database is
 * down.
 */
export async function examineSessions(config: Config): Promise<Finding[]> {
  const found: Finding[] = [];
  await asking(config.get('DATABASE_URL'), async (client) => {
    found.push(await examineRoleSettings(client, config));
    if (await isPooled(client)) found.push(...(await examinePooler(client, config)));
  });
  await asking(config.directDatabaseUrl, async (client) => {
    found.push(judgeConnections(await countConnections(client), config));
  });
  return found;
}

async function asking(url: string, ask: (client: Client) => Promise<void>): Promise<void> {
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await ask(client);
  } catch {
    // examineDatabase reports why the database does not answer.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function examineRoleSettings(client: Client, config: Config): Promise<Finding> {
  const asks = {
    query: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as unknown,
  };
  const wanted = settingsOfRole(config.get('STATEMENT_TIMEOUT_MS'));
  const amiss = await settingsAmiss(asks, wanted);
  if (Object.keys(amiss).length === 0) return ok('The database role has the settings it should');
  const { rows } = await client.query<{ role: string; database: string }>(
    'SELECT current_user AS role, current_database() AS database',
  );
  const { role, database } = rows[0]!;
  const lacking = Object.fromEntries(Object.keys(amiss).map((name) => [name, wanted[name]!]));
  const have = Object.entries(amiss).map(([name, value]) => `${name} is ${value}`);
  return advice(
    `The database role has other settings than it should: ${have.join(', ')}`,
    `Run the role \`migrate\`, or as a superuser: ${settingStatements(role, database, lacking).join(' ')} Then restart web and workers, and the pooler's server connections (PgBouncer: RECONNECT)`,
  );
}

async function examinePooler(client: Client, config: Config): Promise<Finding[]> {
  const pooled = 'A pooler stands in front of the database';
  const fix = 'Set DATABASE_DIRECT_URL to the address of PostgreSQL itself';
  if (config.directDatabaseUrl === config.get('DATABASE_URL'))
    return [
      problem(
        `${pooled}, and the commands${config.get('REDIS_URL') ? '' : ' and the queue'} would go through it`,
        fix,
      ),
    ];
  const findings: Finding[] = [];
  await asking(config.directDatabaseUrl, async (direct) => {
    if (await isPooled(direct)) findings.push(problem('DATABASE_DIRECT_URL is a pooler too', fix));
    else if ((await identityOf(client)) !== (await identityOf(direct)))
      findings.push(problem('DATABASE_DIRECT_URL is another database than DATABASE_URL', fix));
    else findings.push(ok(`${pooled}, and the commands go round it`));
  });
  return findings.length > 0 ? findings : [problem('DATABASE_DIRECT_URL does not answer', fix)];
}

async function identityOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ identity: string }>(
    `SELECT oid || ' ' || pg_postmaster_start_time() AS identity FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0]!.identity;
}

export interface Connections {
  /** Maximum for roles without superuser rights. */
  readonly most: number;
  readonly inUse: number;
  /** Connections in use by other databases of the server. Part of `inUse`. */
  readonly others: number;
  readonly workers: number;
}

async function countConnections(client: Client): Promise<Connections> {
  const { rows } = await client.query<Connections>(
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
            count(*)::int AS "inUse",
            (count(*) FILTER (WHERE datname IS DISTINCT FROM current_database()))::int AS others,
            (SELECT count(*)::int FROM worker_presence
             WHERE seen_at > now() - interval '${goneAfterSeconds} seconds') AS workers
     FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  );
  return rows[0]!;
}

/** Compares the maximum connections of one web and the running workers with those that the server allows. */
export function judgeConnections({ most, inUse, others, workers }: Connections, config: Config): Finding {
  const pool = config.get('DATABASE_POOL');
  const queue = config.get('REDIS_URL') ? 0 : queueConnections.asking;
  const listening = config.get('REDIS_URL') ? 0 : queueConnections.listening;
  const web = (pool ?? poolSizes.web) + queue;
  const worker = (pool ?? poolSizes.worker) + queue + listening;
  const needed = web + Math.max(workers, 1) * worker + poolSizes.command;
  const said = `${inUse} of the server's ${most} connections are in use; a web may take ${web}, a worker ${worker}`;
  if (others + needed <= most && inUse + poolSizes.command <= most) return ok(said);
  return advice(
    `${said}, and there ${workers > 1 ? `are ${workers} workers` : 'is to be a worker'}: all at once they need ${others + needed}`,
    'Run fewer workers, raise max_connections, lower DATABASE_POOL, or put PgBouncer in front',
  );
}
