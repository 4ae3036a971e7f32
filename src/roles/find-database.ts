import path from 'node:path';
import { Config } from '../platform/config/config.js';
import { databaseAddress } from '../platform/embedded/home-folder.js';
import type { RoleContext } from './role.js';

/** The database there is, and the settings that lead to it. */
export type FoundDatabase =
  | { readonly database: 'given'; readonly config: Config }
  | { readonly database: 'running'; readonly config: Config; readonly folder: string }
  | {
      readonly database: 'at-rest';
      /** All settings but the database's address. */
      readonly config: Config;
      readonly folder: string;
      /** The settings once it was started. */
      readonly on: (databaseUrl: string | undefined) => Config;
    };

/** The one DATABASE_URL names, else the embedded one of a running `npm start`, else the embedded one, which nobody runs. */
export async function findDatabase(env: RoleContext['env']): Promise<FoundDatabase> {
  if (env['DATABASE_URL']) return { database: 'given', config: Config.read(env) };
  // The embedded one is nobody else's.
  const on = (databaseUrl: string | undefined) =>
    Config.read({ ...env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: undefined });
  const config = on('not started');
  const folder = path.resolve(config.get('BUDKAVLE_HOME'));
  const running = await databaseAddress(folder);
  return running
    ? { database: 'running', config: on(running), folder }
    : { database: 'at-rest', config, folder, on };
}
