import { parseArgs } from 'node:util';

/** Faults of the provider. */
export const providerFaults = [
  'latency',
  'storm',
  'errors',
  'hang',
  'reset',
  'list',
  'callbacks',
  'refusals',
  'calls',
  'daily-cap',
] as const;
/** Faults of our own processes and servers. */
export const ownFaults = [
  'kill',
  'crash-points',
  'freeze',
  'skew',
  'leave',
  'redis',
  'stall',
  'postgres',
  'web',
  'pause',
  'cancel',
] as const;

/**
 * Used only if asked for. `late-taken` is the one case in which the rules allow that a phone is reached twice. After
 * `restore`, a call can't always be told from another broadcast's (docs/reliability.md).
 */
export const rareFaults = ['late-taken', 'restore'] as const;

const allFaults = [...providerFaults, ...ownFaults, ...rareFaults];
export type FaultName = (typeof allFaults)[number];

export interface ChaosOptions {
  /** Phones in the register; the first broadcast goes to all of them. */
  readonly recipients: number;
  readonly seed: number;
  readonly faults: ReadonlySet<FaultName>;
  readonly workers: number;
  /** Workers that are killed over the run. */
  readonly kills: number;
  /** Print nothing on stdout but the JSON line. */
  readonly json: boolean;
  /** File for the logs of the processes. */
  readonly log: string | undefined;
  /** Run without Redis: doorbells and rate are in PostgreSQL. */
  readonly postgresOnly: boolean;
}

/** An invalid argument. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

export const usage = `Usage: npm run chaos -- [options]

  --recipients N    phones in the register (default 10000)
  --seed S          the same seed, the same faults (default 1)
  --faults a,b,…    which: ${[...providerFaults, ...ownFaults].join(', ')} (default all of these),
                    and, only when asked for: ${rareFaults.join(', ')}
  --workers W       worker processes (default 4)
  --kills K         workers killed over the run (default: one for each 667 recipients, at least 6)
  --postgres-only   without Redis
  --log FILE        what the processes log
  --json            nothing on stdout but the result
`;

/** @throws BadArgument */
export function readOptions(args: readonly string[]): ChaosOptions {
  const values = parse(args);
  const recipients = whole('recipients', values.recipients, 10_000, 100);
  const postgresOnly = values['postgres-only'];
  return {
    recipients,
    seed: whole('seed', values.seed, 1, 0),
    workers: whole('workers', values.workers, 4, 1),
    kills: whole('kills', values.kills, Math.max(6, Math.round(recipients / 667)), 0),
    faults: readFaults(values.faults, postgresOnly),
    json: values.json,
    log: values.log,
    postgresOnly,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        recipients: { type: 'string' },
        seed: { type: 'string' },
        faults: { type: 'string' },
        workers: { type: 'string' },
        kills: { type: 'string' },
        log: { type: 'string' },
        json: { type: 'boolean', default: false },
        'postgres-only': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new BadArgument((error as Error).message);
  }
}

function whole(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new BadArgument(`--${name} must be a whole number of at least ${least}`);
  return value;
}

function readFaults(text: string | undefined, postgresOnly: boolean): ReadonlySet<FaultName> {
  const names = text === undefined ? [...providerFaults, ...ownFaults] : text.split(',').filter(Boolean);
  const unknown = names.filter((name) => !allFaults.includes(name as FaultName));
  if (unknown.length > 0) throw new BadArgument(`there are no faults called ${unknown.join(', ')}`);
  const faults = new Set(names as FaultName[]);
  if (postgresOnly) for (const fault of ['redis', 'stall'] as const) faults.delete(fault);
  return faults;
}
