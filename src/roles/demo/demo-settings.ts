import { Config } from '../../platform/config/config.js';
import type { DemoKeys } from './demo-people.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The demo's own defaults, where nothing else was said: a play provider is quicker than a telephone company. */
const defaults = { CALLS_PER_SECOND: '20' } as const;

/** An empty variable is as if it were not there. */
const given = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** What `npm start` was told, checked before anything is started. */
export const readDemoSettings = (env: Env): Config =>
  Config.read({
    ...defaults,
    ...given(env),
    DEMO: 'true',
    DATABASE_URL: env['DATABASE_URL'] || 'not yet started',
  });

/** What the demo's processes are told: all of the same, whichever services are behind it. */
export function environmentOfRoles(env: Env, settings: Config, databaseUrl: string, keys: DemoKeys): Env {
  return {
    ...defaults,
    ...given(env),
    DEMO: 'true',
    DATABASE_URL: databaseUrl,
    // The embedded database is nobody else's.
    ...(env['DATABASE_URL'] ? {} : { DATABASE_DIRECT_URL: undefined }),
    BUDKAVLE_DEMO_KEYS: keys.join(','),
    PUBLIC_URL: settings.publicUrl,
    SIMULATOR_URL: settings.simulatorUrl,
  };
}
