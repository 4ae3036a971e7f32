import { createWriteStream } from 'node:fs';
import { ProgramMissing } from '../rig/programs.js';
import { Rig } from '../rig/rig.js';
import { tell } from './checker/tell.js';
import { tellDeath } from './death.js';
import { BadArgument, readOptions, usage, type ChaosOptions } from './options.js';
import { ChaosRun, type Outcome } from './run.js';

const began = performance.now();
const say = (text: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}`);

/**
 * @returns the exit code: 0 only if no phone was missed or reached twice, nothing is unexplained, no process died
 *   unexpectedly and the run did not give up
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  try {
    const options = readOptions(args);
    const outcome = await onRig(options);
    if (!options.json) console.log(inWords(outcome));
    if (outcome.verdict.offences.length + outcome.verdict.others.length > 0)
      console.error(tell(outcome.verdict));
    for (const death of outcome.died) console.error(tellDeath(death));
    console.log(JSON.stringify(lineOf(options, outcome)));
    return isRight(outcome) ? 0 : 1;
  } catch (error) {
    if (error instanceof BadArgument) console.error(`${error.message}\n\n${usage}`);
    else if (error instanceof ProgramMissing) console.error(error.message);
    else console.error(error);
    return error instanceof BadArgument ? 2 : 1;
  }
}

async function onRig(options: ChaosOptions): Promise<Outcome> {
  const log = options.log === undefined ? undefined : createWriteStream(options.log);
  let run: ChaosRun | undefined;
  let rig: Rig | undefined;
  try {
    say('starting PostgreSQL, Redis and the program');
    rig = await Rig.open({
      redis: !options.postgresOnly,
      postgres: { fsync: false },
      onLine: (role, line) => log?.write(`${role} ${line}\n`),
    });
    run = await ChaosRun.prepare(options, rig, say);
    return await run.run();
  } finally {
    run?.close();
    await rig?.close();
    log?.end();
  }
}

const isRight = ({ verdict, died, gaveUp }: Outcome): boolean =>
  verdict.missed + verdict.duplicates + verdict.unexplained + died.length === 0 && !gaveUp;

function lineOf({ recipients, seed, workers }: ChaosOptions, outcome: Outcome): object {
  const { verdict, kills, seconds, freezes, dismissed, paused, cancelled, restarts } = outcome;
  const { deliveries, died, gaveUp, restored, takenOver, notToldApart } = outcome;
  const { missed, duplicates, inDoubt, resolved, unexplained, resent, excused } = verdict;
  return {
    recipients,
    kills,
    missed,
    duplicates,
    inDoubt,
    resolved,
    unexplained,
    seconds,
    seed,
    workers,
    deliveries,
    resent,
    excusedDuplicates: excused,
    freezes,
    dismissed,
    paused,
    cancelled,
    redisRestarts: restarts.redis,
    redisStalls: restarts.stalls,
    postgresRestarts: restarts.postgres,
    webRestarts: restarts.web,
    restored,
    takenOver,
    notToldApart,
    diedUnasked: died.length,
    ...(gaveUp ? { gaveUp } : {}),
  };
}

function inWords({
  verdict,
  kills,
  killedAt,
  freezes,
  dismissed,
  paused,
  cancelled,
  restored,
  takenOver,
  notToldApart,
  restarts,
  deliveries,
  seconds,
}: Outcome): string {
  const ways = Object.entries(killedAt).map(([way, n]) => `${n} ${way}`);
  return [
    `${deliveries} deliveries in ${seconds} s`,
    `killed ${kills} workers (${ways.join(', ')}), froze ${freezes}, asked ${dismissed} to end`,
    `paused broadcasts ${paused} times, cancelled ${cancelled}`,
    `stalled Redis ${restarts.stalls} times`,
    `restarted Redis ${restarts.redis}, PostgreSQL ${restarts.postgres}, the web ${restarts.web} times`,
    `restored ${restored} backups: ${takenOver} messages taken over, ${notToldApart} calls not told apart`,
    `in doubt ${verdict.inDoubt}, of which ${verdict.resolved} were resolved; sent again ${verdict.resent}`,
    `missed ${verdict.missed}, duplicates ${verdict.duplicates}, unexplained ${verdict.unexplained}`,
  ].join('\n');
}

process.exit(await main(process.argv.slice(2)));
