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

  --fresh  empties the embedded database and begins anew`;

/** Milliseconds a role has to end by itself: to finish what it is sending, to put everything on disk. */
const patience = 10_000;

/**
 * Everything at once, each role in a process of its own as in production: the embedded database unless DATABASE_URL
 * names another, the play provider, web and worker.
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
  // npm, told to end, ends its shell and not what the shell started.
  if (context.env['npm_lifecycle_event'] === 'start') stopped.push(untilOrphaned());

  const start = (role: string, env: RoleContext['env'], ...args: string[]): ChildRole => {
    if (stopping) throw new StartRefused('Stopped before everything was started');
    const log = new RoleLog(home.path('log'), role, (line) => console.log(line));
    const child = new ChildRole({ program: context.program, role, args, env, onLine: log.write });
    children.push(child);
    return child;
  };
  /** Rejects with a clear message if a role ends that should go on. */
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
    // Commands beside it find the database by this, once it is open.
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
    // While the database opens, the others are read in; what they ask of it waits.
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

/** First those that speak to others, then the provider, then the database: nobody talks to one who is gone. */
async function stopAll(children: readonly ChildRole[]): Promise<void> {
  const last = ['simulator', 'embedded-database'];
  const stop = (group: readonly ChildRole[]) => Promise.all(group.map((child) => child.stop(patience)));
  await stop(children.filter(({ role }) => !last.includes(role)));
  for (const role of last) await stop(children.filter((child) => child.role === role));
}
