import path from 'node:path';
import { Config } from '../platform/config/config.js';
import { databaseAddress } from '../platform/embedded/home-folder.js';
import type { RoleContext } from './role.js';

/** The available database, and the settings to connect to it. */
export type FoundDatabase =
  | { readonly database: 'given'; readonly config: Config }
  | { readonly database: 'running'; readonly config: Config; readonly folder: string }
  | {
      readonly database: 'at-rest';
      /** All settings except the database's address. */
      readonly config: Config;
      readonly folder: string;
      /** The settings after the database was started. */
      readonly on: (databaseUrl: string | undefined) => Config;
    };

/** The database in DATABASE_URL, else the embedded one of a running `npm start`, else the embedded one, not running. */
export async function findDatabase(env: RoleContext['env']): Promise<FoundDatabase> {
  if (env['DATABASE_URL']) return { database: 'given', config: Config.read(env) };
  // Another database's direct address must not be used together with the embedded database.
  const on = (databaseUrl: string | undefined) =>
    Config.read({ ...env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: undefined });
  const config = on('not started');
  const folder = path.resolve(config.get('BUDKAVLE_HOME'));
  const running = await databaseAddress(folder);
  return running
    ? { database: 'running', config: on(running), folder }
    : { database: 'at-rest', config, folder, on };
}
