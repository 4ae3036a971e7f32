import { runEmbeddedDatabase } from '../platform/embedded/database-process.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import type { RoleContext } from './role.js';

/** Runs the embedded database on a folder until its parent stops it. */
export async function runDatabase({ args: [folder] }: RoleContext): Promise<void> {
  if (!folder) throw new StartRefused('embedded-database: name the folder of its data');
  await runEmbeddedDatabase(folder);
}
