import type { Config } from '../../platform/config/config.js';
import { HeardClient } from '../../platform/database/heard-client.js';
import { openSecret } from '../../publishing/webhooks/webhook-secret.js';
import { advice, ok, problem, type Finding } from './finding.js';

interface Row {
  readonly id: string;
  readonly description: string;
  readonly host: string;
  readonly active: boolean;
  readonly gone: Date | null;
  readonly secret: Buffer;
  /** Since when nothing has arrived, though something was sent; null if the last message arrived. */
  readonly failing: Date | null;
  readonly late: boolean;
}

/** Checks the receivers of webhooks: can they be signed for, and does what is sent arrive? */
export async function examineWebhooks(config: Config): Promise<Finding[]> {
  const client = new HeardClient({
    connectionString: config.get('DATABASE_URL'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<Row>(
      `SELECT w.id, w.description, substring(w.address FROM '://([^/?#]+)') AS host, w.secret,
         w.active_since IS NOT NULL AS active, w.gone_at AS gone, f.since AS failing,
         coalesce(f.since < now() - interval '1 day', false) AS late
       FROM webhook_endpoint w CROSS JOIN LATERAL (
         SELECT min(d.queued_at) AS since FROM webhook_delivery d
         WHERE d.endpoint_id = w.id AND d.state <> 'delivered' AND d.tries > 0 AND NOT EXISTS (
           SELECT FROM webhook_delivery a
           WHERE a.endpoint_id = w.id AND a.state = 'delivered' AND a.last_try_at > d.queued_at)) f
       ORDER BY w.created_at, w.id`,
    );
    const findings = rows.flatMap((row) => examine(row, config.get('SECRET_KEY')));
    if (findings.length > 0) return findings;
    const active = rows.filter((row) => row.active).length;
    return active === 0
      ? []
      : [ok(`Webhooks: ${active === 1 ? 'one receiver' : `${active} receivers`}, all well`)];
  } catch {
    // examineDatabase reports why the database does not answer, or which migrations are missing.
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only the host of an address: the rest of it may be a secret. */
function examine({ id, description, host, ...row }: Row, secretKey: string): Finding[] {
  const who = `the receiver of webhooks “${description}” (${host})`;
  if (row.gone)
    return [
      advice(
        `Switched off ${who}: it answered 410 at ${row.gone.toISOString()}`,
        'Ask who keeps it whether that was meant. Then remove it in the console, or switch it on again',
      ),
    ];
  if (!row.active) return [];
  if (openSecret(row.secret, id, secretKey) === undefined)
    return [
      problem(
        `Nothing is sent to ${who}: its secret was sealed with another SECRET_KEY`,
        'Set the SECRET_KEY of before, or rotate the secret in the console and give it to the receiver',
      ),
    ];
  if (!row.late) return [];
  return [
    problem(
      `Nothing has arrived at ${who} since ${row.failing!.toISOString()}`,
      'Read its log in the console, and tell who keeps it',
    ),
  ];
}
