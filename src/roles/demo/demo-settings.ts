import { Config } from '../../platform/config/config.js';
import { withDemoAccounts } from './demo-accounts.js';
import type { DemoKeys } from './demo-people.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Defaults of the demo. The simulator can make more calls per second than a telephone company allows. */
const defaults = { CALLS_PER_SECOND: '20' } as const;

/** Ignores empty variables. */
const given = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** The settings of `npm start`, checked before anything is started. */
export const readDemoSettings = (env: Env): Config =>
  Config.read(
    withDemoAccounts({
      ...defaults,
      ...given(env),
      DEMO: 'true',
      DATABASE_URL: env['DATABASE_URL'] || 'not yet started',
    }),
  );

/** The simulator's social media, in the place of the real ones. */
const fakeNetworks = (simulatorUrl: string): Env => ({
  SOCIAL_ALLOWED_HOSTS: new URL(simulatorUrl).hostname,
  FACEBOOK_GRAPH_URL: `${simulatorUrl}/graph/v25.0`,
});

/** The environment of the demo's processes: the same for all, with embedded or with real services. */
export function environmentOfRoles(env: Env, settings: Config, databaseUrl: string, keys: DemoKeys): Env {
  return {
    ...defaults,
    ...given(env),
    DEMO: 'true',
    DATABASE_URL: databaseUrl,
    // Another database's direct address must not be used together with the embedded database.
    ...(env['DATABASE_URL'] ? {} : { DATABASE_DIRECT_URL: undefined }),
    OIDC_ISSUER: settings.get('OIDC_ISSUER'),
    OIDC_CLIENT_ID: settings.get('OIDC_CLIENT_ID'),
    OIDC_CLIENT_SECRET: settings.get('OIDC_CLIENT_SECRET'),
    BUDKAVLE_DEMO_KEYS: keys.join(','),
    PUBLIC_URL: settings.publicUrl,
    SIMULATOR_URL: settings.simulatorUrl,
    ...fakeNetworks(settings.simulatorUrl),
  };
}
