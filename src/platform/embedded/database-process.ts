import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { tellParent, untilStopped } from '../processes/parent.js';
import { explainDiskFault } from './disk-space.js';
import { serveSession } from './serve-session.js';

/**
 * The embedded database: PostgreSQL and PostGIS as WebAssembly in this process, served to the other processes on a
 * loopback port. The address is sent to the parent at once: opening takes seconds, and the other processes can start
 * during that time. On the stop signal it ends with everything on disk.
 *
 * @param folder the data folder; created if it doesn't exist
 */
export async function runEmbeddedDatabase(folder: string): Promise<void> {
  const refuse = async (error: unknown): Promise<never> => {
    const fault = explainDiskFault(error, folder);
    await tellParent({ state: 'refused', reason: fault instanceof Error ? fault.message : String(fault) });
    throw fault;
  };
  const opening = open(folder);
  const served = await serveSession(opening, {
    // After a fault inside the database its memory can't be trusted, but its files can.
    onFatal: (error) => void refuse(error).catch(exitWith),
  });
  await tellParent({ state: 'listening', detail: served.url });
  const database = await opening.catch(refuse);
  await tellParent({ state: 'ready', detail: served.url });
  await untilStopped();
  // If the parent died, all processes stop at the same time: the others may still have data to write.
  await served.untilAlone(10_000);
  await served.close();
  await database.close();
}

async function open(folder: string): Promise<PGlite> {
  await discardUnfinished(folder);
  const database = await PGlite.create({ dataDir: folder, extensions: { postgis, pg_trgm } });
  // All clients share this session, so these settings apply to all. BullMQ sets its search path by a connection option,
  // which the embedded database ignores. PostGIS statistics of geometry columns are turned off: if the statistics of
  // two tables don't overlap, this 32-bit PostGIS returns an address as the join selectivity, and PostgreSQL rejects
  // the statement ("invalid function selectivity").
  await database.exec(
    `CREATE EXTENSION IF NOT EXISTS postgis;
     CREATE EXTENSION IF NOT EXISTS pg_trgm;
     ALTER TYPE geometry SET (ANALYZE = NONE);
     SET search_path TO public, bullmq;`,
  );
  await noteFinished(folder);
  return database;
}

const unfinishedMark = (folder: string): string => `${folder}-unfinished`;

/** Deletes a database whose creation was interrupted: it can't be opened and contains no data. */
async function discardUnfinished(folder: string): Promise<void> {
  const mark = unfinishedMark(folder);
  if (existsSync(mark)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await writeFile(mark, '');
}

async function noteFinished(folder: string): Promise<void> {
  await rm(unfinishedMark(folder), { force: true });
}

function exitWith(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
