import { HeardClient } from '../../platform/database/heard-client.js';
import type { Config } from '../../platform/config/config.js';
import { Facebook } from '../../publishing/social/facebook/facebook.js';
import { Mastodon } from '../../publishing/social/mastodon/mastodon.js';
import type { NetworkName } from '../../publishing/social/network.js';
import { Networks } from '../../publishing/social/networks.js';
import { openToken } from '../../publishing/social/social-token.js';
import { ok, problem, type Finding } from './finding.js';

interface Account {
  readonly id: string;
  readonly network: NetworkName;
  readonly address: string;
  readonly remote_id: string;
  readonly name: string;
  readonly token: Buffer;
}

/** Checks that each network accepts the token of our account on it. */
export async function examineSocial(config: Config): Promise<Finding[]> {
  const networks = new Networks(new Mastodon(config), new Facebook(config));
  const accounts = await activeAccounts(config);
  return Promise.all(accounts.map((account) => examineAccount(account, config, networks)));
}

async function examineAccount(account: Account, config: Config, networks: Networks): Promise<Finding> {
  const { id, network, address, name } = account;
  const what = `The account ${name} (${network})`;
  const token = openToken(account.token, id, config.get('SECRET_KEY'));
  if (token === undefined)
    return problem(
      `${what} has a token that can’t be read`,
      'SECRET_KEY is another one than when it was saved: save the token again in the console',
    );
  const answer = await networks.of(network).verify({ address, token });
  if (answer.kind === 'token-refused')
    return problem(
      `${what} has a token that is refused`,
      'Make a new one and save it in the console (docs/social.md)',
    );
  if (answer.kind !== 'ok')
    return problem(
      `${what} can’t be checked: ${answer.status ?? answer.reason}`,
      'Check that the network can be reached from here',
    );
  if (answer.value.remoteId !== account.remote_id)
    return problem(`${what} has the token of ${answer.value.name}`, 'Save the right token in the console');
  return ok(`${what} can post`);
}

async function activeAccounts(config: Config): Promise<readonly Account[]> {
  const client = new HeardClient({
    connectionString: config.get('DATABASE_URL'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<Account>(
      'SELECT id, network, address, remote_id, name, token FROM social_account WHERE active_since IS NOT NULL ORDER BY created_at',
    );
    return rows;
  } catch {
    // examineDatabase reports why the database does not answer, or which migrations are missing.
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
