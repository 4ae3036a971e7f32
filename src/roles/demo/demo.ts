import { watchSpace } from '../../platform/embedded/disk-space.js';
import { HomeFolder } from '../../platform/embedded/home-folder.js';
import { ChildRole } from '../../platform/processes/child-role.js';
import { requireFreePort } from '../../platform/processes/free-port.js';
import { tellParent, untilOrphaned, untilStopped } from '../../platform/processes/parent.js';
import { StartRefused } from '../../platform/processes/start-refused.js';
import { readCommandLine } from '../command-line.js';
import type { RoleContext } from '../role.js';
import { announce } from './announce.js';
import { demoKeys } from './demo-people.js';
import { environmentOfRoles, readDemoSettings } from './demo-settings.js';
import { isPrepared, notePrepared } from './prepared.js';
import { RoleLog } from './role-log.js';

const usage = `npm start [-- --fresh]

  --fresh  empties the embedded database and starts over`;

/** Milliseconds a role has to stop by itself: to finish sending, and to write everything to disk. */
const patience = 10_000;

/**
 * Runs everything, each role in its own process as in production: the embedded database (unless DATABASE_URL is set),
 * the simulator, web and worker.
 */
export async function runDemo(context: RoleContext): Promise<void> {
  const { fresh } = readCommandLine(context.args, usage, {
    options: { fresh: { type: 'boolean', default: false } },
  }).values;
  const settings = readDemoSettings(context.env);
  if (fresh && context.env['DATABASE_URL'])
    throw new StartRefused(
      '--fresh empties the embedded database only. With DATABASE_URL set, empty that database yourself.',
    );
  const home = await HomeFolder.lock(settings.get('BUDKAVLE_HOME'), { fresh });
  const children: ChildRole[] = [];
  let stopping = false;
  const stopped = [untilStopped()];
  // When npm is told to stop, it ends its shell but not the process that the shell started.
  if (context.env['npm_lifecycle_event'] === 'start') stopped.push(untilOrphaned());

  const start = (role: string, env: RoleContext['env'], ...args: string[]): ChildRole => {
    if (stopping) throw new StartRefused('Stopped before everything was started');
    const log = new RoleLog(home.path('log'), role, (line) => console.log(line));
    const child = new ChildRole({ program: context.program, role, args, env, onLine: log.write });
    children.push(child);
    return child;
  };
  /** Rejects with a clear message if a role ends unexpectedly. */
  const watch = async (child: ChildRole): Promise<never> => {
    const { reason } = await child.ended;
    throw new StartRefused(`The ${child.role} stopped unexpectedly: ${reason}`);
  };

  const running = async (): Promise<never> => {
    await requireFreePort('PORT', settings.get('HOST'), settings.get('PORT'));
    await requireFreePort('SIMULATOR_PORT', settings.get('HOST'), settings.get('SIMULATOR_PORT'));
    const keys = await demoKeys(settings.get('BUDKAVLE_DEMO_KEYS'), home);
    const given = context.env['DATABASE_URL'];
    const database = given
      ? undefined
      : start(
          'embedded-database',
          environmentOfRoles(context.env, settings, '', keys),
          home.path('database'),
        );
    const databaseUrl = (await database?.listening) ?? given ?? '';
    if (database) watchSpace(home.folder, (text) => console.error(text));
    // Commands run at the same time find the database through this file, once it is open.
    const open = database?.ready.then(() => home.write('database-url', `${databaseUrl}\n`));
    open?.catch(() => undefined);
    const env = environmentOfRoles(context.env, settings, databaseUrl, keys);
    const simulator = start('simulator', env);
    if (given || !(await isPrepared(home, settings, keys))) {
      console.log('Preparing the database and the municipality, once; that takes about half a minute …');
      await open;
      const prepared = await start('prepare-demo', env).ended;
      if (!prepared.well) throw new StartRefused(`The preparation failed: ${prepared.reason}`);
      await notePrepared(home, settings, keys);
    }
    // The other roles start while the database opens; their queries wait.
    const roles = [...(database ? [database] : []), simulator, start('web', env), start('worker', env)];
    await Promise.all([open, ...roles.map((role) => role.ready)]);
    announce(settings, keys, database ? 'embedded' : 'given');
    await tellParent({ state: 'ready' });
    return Promise.race(roles.map(watch));
  };

  try {
    await Promise.race([running(), ...stopped]);
  } finally {
    stopping = true;
    await stopAll(children);
    await home.forget('database-url');
    await home.release();
  }
}

/** Stops the roles in the order of their dependencies: web and worker, then the simulator, then the database. */
async function stopAll(children: readonly ChildRole[]): Promise<void> {
  const last = ['simulator', 'embedded-database'];
  const stop = (group: readonly ChildRole[]) => Promise.all(group.map((child) => child.stop(patience)));
  await stop(children.filter(({ role }) => !last.includes(role)));
  for (const role of last) await stop(children.filter((child) => child.role === role));
}
