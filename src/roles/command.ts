import path from 'node:path';
import { Config } from '../platform/config/config.js';
import { HomeFolder, databaseAddress } from '../platform/embedded/home-folder.js';
import { ChildRole } from '../platform/processes/child-role.js';
import type { Role } from './role.js';

/** Something done once and over, on the database. */
type Command = (config: Config, args: readonly string[]) => Promise<void>;

/**
 * Makes a role of a command, on the database there is: the one DATABASE_URL names, else the embedded one of a running
 * `npm start`, else the embedded one started for as long as the command takes.
 */
export function onDatabase(command: Command): Role {
  return async (context) => {
    const { env, args } = context;
    if (env['DATABASE_URL']) return command(Config.read(env), args);
    const folder = path.resolve(Config.read({ ...env, DATABASE_URL: 'embedded' }).get('BUDKAVLE_HOME'));
    const running = await databaseAddress(folder);
    if (running) return command(Config.read({ ...env, DATABASE_URL: running }), args);
    const home = await HomeFolder.hold(folder);
    const database = new ChildRole({
      program: context.program,
      role: 'embedded-database',
      args: [home.path('database')],
      env,
      onLine: (line) => console.error(line),
    });
    try {
      await command(Config.read({ ...env, DATABASE_URL: await database.ready }), args);
    } finally {
      await database.stop(10_000);
      await home.release();
    }
  };
}
