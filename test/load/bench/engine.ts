import { parseArgs } from 'node:util';
import { afterImport } from './after-import.js';
import { enrolmentCost } from './enrolment.js';
import { Ground } from './ground.js';
import { Profile } from './profile.js';
import { isReached, table, type Figure } from './targets.js';
import { adherence, firstMessage, firstOfCrisis, weight, type Wait } from './timing.js';
import { bareLoop, engineAlone, engineWithReceipts, jobEach, type Pace } from './ways.js';

const million = 1_000_000;
/** Length of a window of the rate, in seconds. A single second may exceed the rate by the share of one window. */
const window = 0.25;

type Part = (ground: Ground, recipients: number, full: boolean) => Promise<Figure[]>;

/** Measures how fast each way of sending is. The engine's results are compared with the others at the end. */
const ways: Readonly<Record<string, (ground: Ground, messages: number) => Promise<Pace>>> = {
  undici: (ground, n) => bareLoop(ground, n, 'undici'),
  'sdk-undici': (ground, n) => bareLoop(ground, n, 'sdk-undici'),
  'sdk-stock': (ground, n) => bareLoop(ground, n, 'sdk-stock'),
  job: (ground, n) => jobEach(ground, n, false),
  'job-recorded': (ground, n) => jobEach(ground, n, true),
  engine: engineAlone,
  'engine-receipts': engineWithReceipts,
};

const parts: Readonly<Record<string, Part>> = {
  'after-import': afterImport,
  enrolment: async (ground, recipients, full) => {
    const sizes = full ? [Math.min(recipients, 100_000), million] : [Math.min(recipients, 100_000)];
    const figures: Figure[] = [];
    for (const phones of sizes) {
      const { rawMs, enrolMs } = await enrolmentCost(
        ground.rig.db,
        await ground.placeOf(phones),
        phones === million ? 2 : 3,
      );
      figures.push(
        { name: `enrolment of ${phones}`, value: enrolMs, unit: 'ms' },
        {
          name: `enrolment of ${phones} / raw INSERT`,
          value: rawMs / enrolMs,
          unit: '×',
          target: { atLeast: 0.4 },
        },
      );
    }
    return figures;
  },
  adherence: async (ground) => {
    const figures: Figure[] = [];
    for (const rate of [100, 1000]) {
      const { used, maxInASecond: mostInASecond } = await adherence(ground, rate, 4, 20);
      figures.push(
        { name: `share used of ${rate}/s, 4 workers`, value: used, unit: '', target: { atLeast: 0.98 } },
        {
          name: `most in any second at ${rate}/s`,
          value: mostInASecond,
          unit: '',
          target: { atMost: rate * (1 + window) },
        },
      );
    }
    return figures;
  },
  first: async (ground, recipients) => {
    const amid = Math.min(recipients, 100_000);
    return waitFigures(`first message of ${amid}`, await firstMessage(ground, amid), 1000);
  },
  crisis: async (ground, recipients, full) => {
    const amid = full ? 500_000 : recipients;
    return waitFigures(`first of a crisis amid ${amid}`, await firstOfCrisis(ground, amid, 4), 500);
  },
  weight: async (ground, recipients, full) => {
    const sizes = [10_000, 100_000, ...(full ? [million] : [])].filter((n) => full || n <= recipients);
    const weighed = [];
    for (const n of sizes) weighed.push({ n, ...(await weight(ground, n)) });
    const [least, most] = [weighed[0], weighed.at(-1)];
    const hundred = weighed.find(({ n }) => n === 100_000);
    return [
      ...weighed.map(({ n, megabytes }): Figure => ({
        name: `memory of a worker at ${n}`,
        value: megabytes,
        unit: 'MB',
        target: n === least?.n ? undefined : { atMost: least!.megabytes * 1.2 },
      })),
      ...weighed.map(({ n, each }): Figure => ({
        name: `time a recipient at ${n}`,
        value: each,
        unit: 'µs',
      })),
      ...(most && hundred && most.n === million
        ? [
            {
              name: 'time a recipient, a million / a hundred thousand',
              value: most.each / hundred.each,
              unit: '×',
              target: { atMost: 1.2 },
            },
          ]
        : []),
    ];
  },
};

/** `npm run bench -- engine [--recipients N] [--full] [--only a,b] [--profile folder] [--json]` */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      recipients: { type: 'string', default: '20000' },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const recipients = Number(values.recipients);
  const full = values.full || recipients >= million;
  const only = values.only?.split(',') ?? [...Object.keys(ways), ...Object.keys(parts)];
  console.error(
    `PostgreSQL with fsync; one worker process unless stated; no rate limit; ${recipients} recipients${full ? ', full' : ''}`,
  );
  const ground = await Ground.open(
    full ? million : Math.max(recipients, 20_000),
    values.profile ? new Profile(values.profile) : undefined,
  );
  try {
    const paces = new Map<string, Pace>();
    const figures: Figure[] = [];
    for (const name of only) {
      const way = ways[name];
      if (way) paces.set(name, await way(ground, Math.min(recipients, 200_000)));
      else if (parts[name]) figures.push(...(await parts[name](ground, recipients, full)));
      else throw new Error(`there is no part ${name}`);
      console.error(`done: ${name} ${JSON.stringify(paces.get(name) ?? '')}`);
    }
    const all = [...speedFigures(paces), ...figures];
    console.log(table(all));
    if (values.json)
      console.log(
        JSON.stringify({
          recipients,
          full,
          figures: all.map((figure) => ({ ...figure, reached: isReached(figure) })),
          cpu: Object.fromEntries([...paces].map(([name, { cpu }]) => [name, cpu])),
        }),
      );
  } finally {
    await ground.close();
  }
}

const waitFigures = (what: string, { sinceApproved, sinceAsked }: Wait, atMost: number): Figure[] => [
  { name: `approval to ${what}`, value: sinceApproved, unit: 'ms', target: { atMost } },
  { name: `asking for approval to ${what}`, value: sinceAsked, unit: 'ms' },
];

function speedFigures(paces: ReadonlyMap<string, Pace>): Figure[] {
  const figures: Figure[] = [...paces].map(([name, { perSecond }]) => ({
    name,
    value: perSecond,
    unit: 'messages/s',
  }));
  const ratio = (a: string, b: string, atLeast: number): void => {
    const [one, other] = [paces.get(a), paces.get(b)];
    if (one && other)
      figures.push({
        name: `${a} / ${b}`,
        value: one.perSecond / other.perSecond,
        unit: '×',
        target: { atLeast },
      });
  };
  ratio('engine', 'job', 2);
  ratio('engine', 'sdk-undici', 0.4);
  ratio('engine-receipts', 'job', 1);
  ratio('engine-receipts', 'job-recorded', 1);
  return figures;
}
