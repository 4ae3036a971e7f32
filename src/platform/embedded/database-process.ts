import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { tellParent, untilStopped } from '../processes/parent.js';
import { explainDiskFault } from './disk-space.js';
import { serveSession } from './serve-session.js';

/**
 * The embedded database: PostgreSQL and PostGIS as WebAssembly in this process, served to the others on a loopback
 * port that the parent is told: at once, since it takes seconds to open, in which the others can begin. Ends when it is
 * told to, with everything on disk.
 *
 * @param folder where the data lies; made if it isn't there
 */
export async function runEmbeddedDatabase(folder: string): Promise<void> {
  const refuse = async (error: unknown): Promise<never> => {
    const fault = explainDiskFault(error, folder);
    await tellParent({ state: 'refused', reason: fault instanceof Error ? fault.message : String(fault) });
    throw fault;
  };
  const opening = open(folder);
  const served = await serveSession(opening, {
    // After a fault inside the database its memory can't be trusted; what is on disk can.
    onFatal: (error) => void refuse(error).catch(exitWith),
  });
  await tellParent({ state: 'listening', detail: served.url });
  const database = await opening.catch(refuse);
  await tellParent({ state: 'ready', detail: served.url });
  await untilStopped();
  // Where the parent died, all are told at once: the others still write down what they were doing.
  await served.untilAlone(10_000);
  await served.close();
  await database.close();
}

async function open(folder: string): Promise<PGlite> {
  await discardUnfinished(folder);
  const database = await PGlite.create({ dataDir: folder, extensions: { postgis, pg_trgm } });
  // Every client shares this session, so what is set here holds for all. BullMQ asks for its search path by a
  // connection option that the embedded database does not read. Geometry keeps no statistics of its own: where those
  // of two tables don't overlap, this 32-bit PostGIS returns an address as their join's selectivity, and PostgreSQL
  // refuses the statement ("invalid function selectivity").
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

/** Making a database takes a while; one that was interrupted in it can't be opened, and holds nothing yet. */
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
