import type { Rig } from '../rig/rig.js';
import type { Dice } from './dice.js';
import type { Fleet } from './fleet.js';
import type { Holds, Running } from './holds.js';
import type { ChaosOptions } from './options.js';
import type { Pace } from './plan.js';
import type { Restoration } from './restoration.js';
import type { Web } from './web.js';

/** Something that befalls our own processes and servers, when the run has come so far. */
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
  /** What was approved so far. */
  readonly ordered: readonly Running[];
  /** Has the provider reset every connection on which something is asked, and goes on with it for a moment. */
  readonly reset: () => Promise<void>;
}

/** How often each server was restarted. */
export interface Restarts {
  redis: number;
  postgres: number;
  /** How often Redis was held still. */
  stalls: number;
}

/** After this share of a run nobody is killed any more, so that it can end. */
const lastKill = { soonest: 0.5, latest: 0.92 };
/** What a killed worker leaves in doubt takes some 100 s: so much of that passes while the rest is still sent. */
const doubtsMeanwhileSeconds = 35;
/** Longer than a lease (30 s). */
const freezeSeconds = [35, 70] as const;
/** Longer than it takes until what was being sent is sent again by another (95 s): who thaws must not send it too. */
const longFreezeSeconds = [110, 150] as const;
/** In a short run the end is waited for. */
const onlyLongFreezeSeconds = [110, 120] as const;
/** Kills for each freeze, and for each worker that is told to end. */
const killsAFreeze = 5;
const killsADismissal = 7;
/** From so many freezes on each third is a long one; else the first alone. */
const manyFreezes = 6;
const pauseSeconds = [3, 8] as const;
const stallSeconds = [5, 15] as const;

/** All that will happen, in order; the same for the same seed. */
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
    // With its connections gone, what it had asked for may still wait in it to be written.
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

/** Connections to it stay, and nothing that is asked is answered. */
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

/** All that was in it is gone: jobs, and what was spent of the rate. */
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
      // Who is about to end lets go of what it holds only while there is a database.
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

/** Where nothing is approved before it is over: a broadcast that the backup lacks is lost, as it would be anywhere. */
function restorations({ restoration }: Struck): Trouble[] {
  return [{ at: 0.21, name: 'back up', run: () => restoration.run() }];
}
