import type { Config } from '../platform/config/config.js';
import { refusePooler } from '../platform/database/refuse-pooler.js';
import { HomeFolder } from '../platform/embedded/home-folder.js';
import { ChildRole } from '../platform/processes/child-role.js';
import { findDatabase } from './find-database.js';
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
    const work = await command(context.args);
    const { env } = context;
    const found = await findDatabase(env);
    if (found.database !== 'at-rest') {
      await refusePooler(found.config.directDatabaseUrl);
      return work(found.config);
    }
    const home = await HomeFolder.lock(found.folder);
    const database = new ChildRole({
      program: context.program,
      role: 'embedded-database',
      args: [home.path('database')],
      env,
      onLine: (line) => console.error(line),
    });
    try {
      await work(found.on(await database.ready));
    } finally {
      await database.stop(10_000);
      await home.release();
    }
  };
}
