import type { Config } from '../platform/config/config.js';
import { refusePooler } from '../platform/database/refuse-pooler.js';
import { HomeFolder } from '../platform/embedded/home-folder.js';
import { ChildRole } from '../platform/processes/child-role.js';
import { findDatabase } from './find-database.js';
import type { Role } from './role.js';

/** The work of a command, done when there is a database. */
export type Work = (config: Config) => Promise<void>;

/**
 * A one-off task on the database. It reads its command line, and the profile named there, before anything is started.
 * So a typing error is reported at once, not after the seconds that an embedded database takes to start.
 */
export type Command = (args: readonly string[]) => Work | Promise<Work>;

/**
 * Turns a command into a role that runs on the available database: the one in DATABASE_URL, else the embedded one of a
 * running `npm start`, else an embedded one that is started only for the command.
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
