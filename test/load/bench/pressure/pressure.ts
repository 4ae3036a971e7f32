import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Child } from '../child.js';
import type { Samples } from '../places/samples.js';
import { isReached, table, type Figure } from '../targets.js';
import type { Order, Spent } from './attacker.js';
import { attacks, type Attack } from './attacks.js';
import { PressureGround } from './pressure-ground.js';
import { Probe, type Question } from './probe.js';

/** Target: the longest that any other client waits while one client attacks, in milliseconds. */
const maxMsForOthers = 200;
const nobody = 'nobody';

/** `npm run bench -- pressure [--seconds N] [--only word,word] [--json]`: an attack is chosen by any part of its name. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '4' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const forMs = Number(values.seconds) * 1000;
  const words = values.only?.split(',');
  const chosen = [...attacks.keys()].filter(
    (nth) => !words || words.some((word) => attacks[nth]!.name.includes(word)),
  );
  if (chosen.length === 0) throw new Error(`no attack is named ${values.only}`);
  const ground = await PressureGround.open();
  const attacker = new Child('pressure-attacker');
  const probe = new Probe(ground.rig.web, questionsOf(ground));
  try {
    const figures: Figure[] = [];
    const endings: Record<string, Spent['endings']> = {};
    const missed: string[] = [];
    const load = [loadavg()[0]!];
    const measure = async (name: string, work: () => Promise<unknown>) => {
      await ground.forgetAllowances();
      const samples = await probe.during(name, work());
      figures.push(...samples.flatMap((one) => figuresOf(one)));
      console.error(
        `done: ${name}, ${samples[0]!.count} questions each; ${JSON.stringify(endings[name] ?? {})}`,
      );
    };
    // Warm up: the first answers of a process are slow even without an attack.
    await probe.during('warm', pause(2_000));
    await measure(`${nobody}, before`, () => pause(forMs));
    for (const nth of chosen) {
      const { name } = attacks[nth]!;
      await measure(name, async () => {
        const spent = await attacker.ask<Spent>({ nth, aim: ground.aim, forMs } satisfies Order);
        endings[name] = spent.endings;
        missed.push(...unexpected(attacks[nth]!, spent.endings));
      });
    }
    await measure(`${nobody}, after`, () => pause(forMs));
    load.push(loadavg()[0]!);
    console.log(`load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after`);
    console.log(table(figures));
    if (values.json)
      console.log(
        JSON.stringify({
          seconds: forMs / 1000,
          load,
          endings,
          figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })),
        }),
      );
    if (missed.length > 0) throw new Error(`attacks that missed their target: ${missed.join('; ')}`);
  } finally {
    await attacker.end();
    await probe.close();
    await ground.close();
  }
}

function unexpected({ name, ends }: Attack, endings: Spent['endings']): string[] {
  const fine = new Set([...ends, 'let go', ...(ends.includes('413') ? ['cut off'] : [])]);
  return Object.entries(endings).flatMap(([how, times]) =>
    fine.has(how) ? [] : [`${name}: ${how} × ${times}`],
  );
}

const questionsOf = ({ staff, everywhere }: PressureGround): Question[] => [
  { name: '/healthz', method: 'GET', path: '/healthz' },
  {
    name: 'preview',
    method: 'POST',
    path: '/api/v1/audiences/preview',
    headers: { authorization: staff.authorization(0), 'content-type': 'application/json' },
    body: JSON.stringify({ audience: { places: [everywhere] } }),
  },
];

const figuresOf = (samples: Samples): Figure[] =>
  (
    [
      ['p50', 0.5],
      ['p95', 0.95],
      ['max', 1],
    ] as const
  ).map(([name, share]) => ({
    name: `${samples.name}, ${name}`,
    value: samples.percentile(share),
    unit: 'ms',
    target: share === 0.5 ? undefined : { atMost: maxMsForOthers },
  }));
