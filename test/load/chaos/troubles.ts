import type { Rig } from '../rig/rig.js';
import type { Dice } from './dice.js';
import type { Fleet } from './fleet.js';
import type { Holds, Running } from './holds.js';
import type { ChaosOptions } from './options.js';
import type { Pace } from './plan.js';
import type { Restoration } from './restoration.js';
import type { Web } from './web.js';

/** A fault of our own processes and servers, at a given progress of the run. */
export interface Trouble {
  /** Progress, 0–1. */
  readonly at: number;
  readonly name: string;
  run(): Promise<void> | void;
}

export interface Struck {
  readonly rig: Rig;
  readonly fleet: Fleet;
  readonly web: Web;
  readonly holds: Holds;
  readonly restoration: Restoration;
  readonly dice: Dice;
  readonly pace: Pace;
  /** The broadcasts that were approved so far. */
  readonly ordered: readonly Running[];
  /** Makes the provider reset every connection with a request. The resets continue for a moment after it resolves. */
  readonly reset: () => Promise<void>;
}

/** How often each server was restarted. */
export interface Restarts {
  redis: number;
  postgres: number;
  /** How often Redis was stalled. */
  stalls: number;
}

/** After this progress of a run no worker is killed, so that the run can end. */
const lastKill = { soonest: 0.5, latest: 0.92 };
/** Doubts of a killed worker take about 100 s. So many of these seconds pass while the rest is still sent. */
const doubtsMeanwhileSeconds = 35;
/** Longer than a lease (30 s). */
const freezeSeconds = [35, 70] as const;
/** Longer than it takes until another worker sends the same again (95 s): the thawed worker must not send it too. */
const longFreezeSeconds = [110, 150] as const;
/** Shorter, because a short run has to wait for the thaw. */
const onlyLongFreezeSeconds = [110, 120] as const;
/** Number of kills per freeze, and per worker that is told to end. */
const killsAFreeze = 5;
const killsADismissal = 7;
/** With at least this many freezes every third is long, else only the first. */
const manyFreezes = 6;
const pauseSeconds = [3, 8] as const;
const stallSeconds = [5, 15] as const;

/** All troubles of a run, in order. The same seed gives the same troubles. */
export function planTroubles(options: ChaosOptions, struck: Struck, restarts: Restarts): readonly Trouble[] {
  const { faults } = options;
  const troubles = [
    ...killings(options, struck),
    ...(faults.has('freeze') ? freezes(options, struck) : []),
    ...(faults.has('leave') ? dismissals(options, struck) : []),
    ...(faults.has('pause') ? pauses(struck) : []),
    ...(faults.has('stall') ? redisStalls(struck, restarts) : []),
    ...(faults.has('redis') ? redisRestarts(struck, restarts) : []),
    ...(faults.has('postgres') ? postgresRestarts(struck, restarts) : []),
    ...(faults.has('web') ? webRestarts(struck) : []),
    ...(faults.has('restore') ? restorations(struck) : []),
  ];
  return troubles.sort((a, b) => a.at - b.at);
}

const lastKillOf = ({ sendingSeconds }: Pace): number =>
  Math.min(lastKill.latest, Math.max(lastKill.soonest, 1 - doubtsMeanwhileSeconds / sendingSeconds));

function killings({ faults, kills }: ChaosOptions, { fleet, pace }: Struck): Trouble[] {
  const outside = { name: 'kill a worker', run: () => fleet.kill() };
  const inside = { name: 'have a worker die at a point', run: () => fleet.arm() };
  const ways = [...(faults.has('kill') ? [outside] : []), ...(faults.has('crash-points') ? [inside] : [])];
  if (ways.length === 0) return [];
  return Array.from({ length: kills }, (_, i) => ({
    at: ((i + 0.5) / kills) * lastKillOf(pace),
    ...ways[i % ways.length]!,
  }));
}

function freezes({ kills }: ChaosOptions, { fleet, dice, pace, reset }: Struck): Trouble[] {
  const count = Math.max(2, Math.round(kills / killsAFreeze));
  const long = count < manyFreezes ? onlyLongFreezeSeconds : longFreezeSeconds;
  return Array.from({ length: count }, (_, i) => {
    const isLong = i === 0 || (count >= manyFreezes && i % 3 === 0);
    const [least, most] = isLong ? long : freezeSeconds;
    const seconds = dice.between(least, most);
    const at = ((i + 0.3) / count) * lastKillOf(pace) * 0.9;
    // Its connections are gone, but its requests may still wait in the process to be written.
    if (isLong && i % 2 === 0)
      return {
        at,
        name: `reset all connections, and freeze a worker for ${seconds} s`,
        run: async () => {
          await reset();
          await fleet.freeze(seconds);
        },
      };
    return { at, name: `freeze a worker for ${seconds} s`, run: () => fleet.freeze(seconds) };
  });
}

function dismissals({ kills }: ChaosOptions, { fleet, pace }: Struck): Trouble[] {
  const count = Math.max(2, Math.round(kills / killsADismissal));
  return Array.from({ length: count }, (_, i) => ({
    at: ((i + 0.7) / count) * lastKillOf(pace),
    name: 'tell a worker to end, and start another',
    run: () => fleet.dismiss(),
  }));
}

function pauses({ holds, ordered, dice }: Struck): Trouble[] {
  return [
    { at: 0.12, broadcast: 'bredvid' },
    { at: 0.51, broadcast: 'alla' },
  ].map(({ at, broadcast }) => {
    const seconds = dice.between(...pauseSeconds);
    return {
      at,
      name: `hold "${broadcast}" for ${seconds} s`,
      run: () =>
        holds.pause(
          ordered.find(({ name }) => name === broadcast),
          seconds,
        ),
    };
  });
}

/** While Redis is stalled, connections stay open, and nothing is answered. */
function redisStalls({ rig, dice }: Struck, restarts: Restarts): Trouble[] {
  return [0.42, 0.8].map((at) => {
    const seconds = dice.between(...stallSeconds);
    return {
      at,
      name: `hold Redis still for ${seconds} s`,
      run: () => {
        restarts.stalls += 1;
        void rig.redis?.stall(seconds * 1000);
      },
    };
  });
}

/** Redis loses its data: jobs, and how much of the rate is used. */
function redisRestarts({ rig }: Struck, restarts: Restarts): Trouble[] {
  return [0.27, 0.73].map((at) => ({
    at,
    name: 'kill Redis, which forgets all, and start it again',
    run: async () => {
      await rig.redis?.stop('SIGKILL');
      await rig.redis?.start();
      restarts.redis += 1;
    },
  }));
}

function postgresRestarts({ rig, fleet }: Struck, restarts: Restarts): Trouble[] {
  const ways = [
    { at: 0.35, signal: 'SIGINT', name: 'restart PostgreSQL (fast)' },
    { at: 0.67, signal: 'SIGQUIT', name: 'restart PostgreSQL (immediate, recovers from its log)' },
  ] as const;
  return ways.map(({ at, signal, name }) => ({
    at,
    name,
    run: async () => {
      // A worker that was told to end can release its batches only while the database runs.
      await fleet.noneLeaving();
      await rig.postgres.stop(signal);
      await rig.postgres.start();
      restarts.postgres += 1;
    },
  }));
}

function webRestarts({ web }: Struck): Trouble[] {
  return (
    [
      [0.2, 'SIGTERM'],
      [0.57, 'SIGKILL'],
    ] as const
  ).map(([at, how]) => ({ at, name: `restart the web (${how})`, run: () => web.restart(how) }));
}

/** Placed so that no broadcast is approved before it is over: one that the backup lacks is lost, as in any system. */
function restorations({ restoration }: Struck): Trouble[] {
  return [{ at: 0.21, name: 'back up', run: () => restoration.run() }];
}
