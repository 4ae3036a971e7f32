import type { Rig } from '../rig/rig.js';
import type { Dice } from './dice.js';
import type { Fleet } from './fleet.js';
import type { ChaosOptions } from './options.js';
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
  readonly dice: Dice;
}

/** How often each server was restarted. */
export interface Restarts {
  redis: number;
  postgres: number;
}

/** After this nothing more befalls them, so that the run can end. */
const last = 0.92;
/** Longer than a lease (30 s). */
const freezeSeconds = [35, 70] as const;
/** Kills for each freeze. */
const killsAFreeze = 10;

/** All that will happen, in order; the same for the same seed. */
export function planTroubles(options: ChaosOptions, struck: Struck, restarts: Restarts): readonly Trouble[] {
  const { faults } = options;
  const troubles = [
    ...killings(options, struck),
    ...(faults.has('freeze') ? freezes(options, struck) : []),
    ...(faults.has('redis') ? redisRestarts(struck, restarts) : []),
    ...(faults.has('postgres') ? postgresRestarts(struck, restarts) : []),
    ...(faults.has('web') ? webRestarts(struck) : []),
  ];
  return troubles.sort((a, b) => a.at - b.at);
}

function killings({ faults, kills }: ChaosOptions, { fleet }: Struck): Trouble[] {
  const outside = { name: 'kill a worker', run: () => fleet.kill() };
  const inside = { name: 'have a worker die at a point', run: () => fleet.arm() };
  const ways = [...(faults.has('kill') ? [outside] : []), ...(faults.has('crash-points') ? [inside] : [])];
  if (ways.length === 0) return [];
  return Array.from({ length: kills }, (_, i) => ({
    at: ((i + 0.5) / kills) * last,
    ...ways[i % ways.length]!,
  }));
}

function freezes({ kills }: ChaosOptions, { fleet, dice }: Struck): Trouble[] {
  const count = Math.max(1, Math.round(kills / killsAFreeze));
  return Array.from({ length: count }, (_, i) => {
    const seconds = dice.between(...freezeSeconds);
    return {
      at: ((i + 0.3) / count) * last * 0.9,
      name: `freeze a worker for ${seconds} s`,
      run: () => fleet.freeze(seconds),
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

function postgresRestarts({ rig }: Struck, restarts: Restarts): Trouble[] {
  const ways = [
    { at: 0.35, signal: 'SIGINT', name: 'restart PostgreSQL (fast)' },
    { at: 0.67, signal: 'SIGQUIT', name: 'restart PostgreSQL (immediate, recovers from its log)' },
  ] as const;
  return ways.map(({ at, signal, name }) => ({
    at,
    name,
    run: async () => {
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
