import type { Config } from '../../platform/config/config.js';
import { withTimeout } from '../../platform/queue/with-timeout.js';
import { connectRedis, parseRedisUrl, type RedisClient } from '../../platform/queue/redis-connection.js';
import { reasonOf } from '../../platform/processes/reason-of.js';
import { advice, problem, ok, type Finding } from './finding.js';

const oldestRedis = 7;

/** Checks that Redis answers, is new enough, and does not evict or lose jobs. */
export async function examineQueue(config: Config): Promise<Finding[]> {
  const url = config.get('REDIS_URL');
  if (!url) return [ok('The queue lives in the database, since REDIS_URL is not set')];
  let redis: RedisClient | undefined;
  try {
    redis = connectRedis(parseRedisUrl(url), { maxRetriesPerRequest: 1 });
    redis.on('error', () => undefined);
    const info = await withTimeout(5_000, redis.info());
    return [examineVersion(info), examineEviction(info), examinePersistence(info)];
  } catch (error) {
    return [
      problem(
        `Redis does not answer (${reasonOf(error)})`,
        'REDIS_URL: is the address right and the server running? Without REDIS_URL the queue lives in the database.',
      ),
    ];
  } finally {
    redis?.disconnect();
  }
}

const said = (info: string, name: string): string =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';

function examineVersion(info: string): Finding {
  const valkey = said(info, 'valkey_version');
  const version = valkey || said(info, 'redis_version');
  const name = valkey ? 'Valkey' : 'Redis';
  return Number.parseInt(version) >= oldestRedis
    ? ok(`${name} ${version}`)
    : problem(`${name} ${version} is too old`, `Upgrade it to ${oldestRedis} or later`);
}

function examineEviction(info: string): Finding {
  const policy = said(info, 'maxmemory_policy');
  return policy === 'noeviction' || policy === ''
    ? ok('Redis evicts nothing')
    : problem(`Redis may throw jobs away (maxmemory-policy ${policy})`, 'Set maxmemory-policy to noeviction');
}

function examinePersistence(info: string): Finding {
  return said(info, 'aof_enabled') === '1'
    ? ok('Redis writes an append-only file')
    : advice(
        'Redis keeps no append-only file',
        'Set appendonly to yes. Nothing is lost without it, but sending waits for the sweeper after a restart.',
      );
}
