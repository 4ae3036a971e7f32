import path from 'node:path';
import { Config } from '../platform/config/config.js';
import { HomeFolder, databaseAddress } from '../platform/embedded/home-folder.js';
import { ChildRole } from '../platform/processes/child-role.js';
import type { Role } from './role.js';

/** What a command has to do once there is a database. */
export type Work = (config: Config) => Promise<void>;

/**
 * Something done once and over, on the database. It reads its command line, and the profile that names, before anything
 * is started: a slip of the keyboard is told at once, not after the seconds that an embedded database takes.
 */
export type Command = (args: readonly string[]) => Work | Promise<Work>;

/**
 * Makes a role of a command, on the database there is: the one DATABASE_URL names, else the embedded one of a running
 * `npm start`, else the embedded one started for as long as the command takes.
 */
export function onDatabase(command: Command): Role {
  return async (context) => {
    const { env, args } = context;
    const work = await command(args);
    if (env['DATABASE_URL']) return work(Config.read(env));
    const folder = path.resolve(Config.read({ ...env, DATABASE_URL: 'embedded' }).get('BUDKAVLE_HOME'));
    const running = await databaseAddress(folder);
    if (running) return work(Config.read({ ...env, DATABASE_URL: running }));
    const home = await HomeFolder.hold(folder);
    const database = new ChildRole({
      program: context.program,
      role: 'embedded-database',
      args: [home.path('database')],
      env,
      onLine: (line) => console.error(line),
    });
    try {
      await work(Config.read({ ...env, DATABASE_URL: await database.ready }));
    } finally {
      await database.stop(10_000);
      await home.release();
    }
  };
}
