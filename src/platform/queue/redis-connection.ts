import { Cluster, Redis, type RedisOptions } from 'ioredis';

export type RedisClient = Redis | Cluster;

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** A parsed `REDIS_URL`. */
export type RedisAddress = {
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
} & (
  | { readonly kind: 'single'; readonly endpoint: Endpoint; readonly db: number }
  | {
      readonly kind: 'sentinel';
      readonly endpoints: readonly Endpoint[];
      readonly name: string;
      readonly db: number;
    }
  | { readonly kind: 'cluster'; readonly endpoints: readonly Endpoint[] }
);

const form =
  /^(?<scheme>rediss?(?:\+sentinel|\+cluster)?):\/\/(?:(?<username>[^:@/]*):(?<password>[^@/]*)@)?(?<hosts>[^/@]+)(?:\/(?<path>.*))?$/;

/**
 * Reads `redis://[user:password@]host[:port][/db]`, `redis+sentinel://host:port,host:port/name[/db]` or
 * `redis+cluster://host:port,host:port`. With `rediss` the connection is encrypted.
 *
 * @throws Error naming the variable, never its value, which may contain a password
 */
export function parseRedisUrl(url: string): RedisAddress {
  const match = form.exec(url.trim());
  const { scheme = '', username, password, hosts = '', path = '' } = match?.groups ?? {};
  const wrong = () =>
    new Error(
      'REDIS_URL: give redis://host:6379, redis+sentinel://host:26379/name or redis+cluster://host:6379',
    );
  if (!match) throw wrong();
  const [transport, kind = 'single'] = scheme.split('+');
  const endpoints = hosts.split(',').map((text) => parseEndpoint(text, kind === 'sentinel' ? 26_379 : 6_379));
  const common = {
    tls: transport === 'rediss',
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
  const parts = path.split('/').filter(Boolean);
  if (kind === 'cluster') return { ...common, kind, endpoints };
  if (kind === 'sentinel') {
    const [name, db = '0'] = parts;
    if (!name) throw wrong();
    return { ...common, kind, endpoints, name, db: Number(db) };
  }
  return { ...common, kind: 'single', endpoint: endpoints[0]!, db: Number(parts[0] ?? '0') };
}

function parseEndpoint(text: string, defaultPort: number): Endpoint {
  const match = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>\d+))?$/.exec(text.trim());
  const host = match?.groups?.['host'];
  if (!host) throw new Error('REDIS_URL: a host is missing or wrong');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(match.groups?.['port'] ?? defaultPort) };
}

/** Opens a connection that reconnects forever, with a backoff of at most 2 s. */
export function connectRedis(address: RedisAddress, options: RedisOptions): RedisClient {
  const common: RedisOptions = {
    username: address.username,
    password: address.password,
    ...(address.tls ? { tls: {} } : {}),
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    ...options,
  };
  switch (address.kind) {
    case 'cluster':
      return new Cluster([...address.endpoints], {
        redisOptions: common,
        enableOfflineQueue: options.enableOfflineQueue ?? true,
        clusterRetryStrategy: (times) => Math.min(times * 100, 2_000),
      });
    case 'sentinel':
      return new Redis({ ...common, sentinels: [...address.endpoints], name: address.name, db: address.db });
    case 'single':
      return new Redis({ ...common, ...address.endpoint, db: address.db });
  }
}
