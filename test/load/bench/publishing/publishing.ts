import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Child } from '../child.js';
import { CpuMeter, peakMegabytesOf, residentMegabytesOf } from '../cpu.js';
import { Ground } from '../ground.js';
import { Samples } from '../places/samples.js';
import { Profile } from '../profile.js';
import { isReached, table, type Figure } from '../targets.js';
import { engineAlone, type Pace } from '../ways.js';
import { publish } from './published-ground.js';
import type { ReadersFound, ReadersOrder, ReadersStop } from './readers.js';

/** Target: how fast sending is while people read, compared with nobody reading. */
const leastRatio = 0.8;
/** Target for p99, in milliseconds: readers do not notice it. */
const mostMs = 100;
/** Seconds of reading that are not measured, so that nothing is measured cold. */
const warmSeconds = 3;

/**
 * `npm run bench -- publishing [--rate N] [--seconds N] [--recipients N] [--paths a,b] [--conditional N]
 * [--connections N] [--only read,send] [--profile folder] [--json]`
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rate: { type: 'string', default: '3000' },
      seconds: { type: 'string', default: '60' },
      recipients: { type: 'string', default: '30000' },
      paths: { type: 'string', default: '/feeds/alerts.json,/aktuellt' },
      conditional: { type: 'string', default: '0.95' },
      connections: { type: 'string', default: '200' },
      only: { type: 'string', default: 'read,send' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const recipients = Number(values.recipients);
  const parts = values.only.split(',');
  const profile = values.profile ? new Profile(values.profile) : undefined;
  const ground = await Ground.open(Math.max(recipients, 20_000), profile);
  const readers = new Child('publishing-readers');
  const order: ReadersOrder = {
    web: ground.rig.web,
    paths: values.paths.split(','),
    rate: Number(values.rate),
    conditional: Number(values.conditional),
    connections: Number(values.connections),
  };
  const load = [loadavg()[0]!];
  try {
    await publish(ground, await ground.placeOf(recipients));
    const figures: Figure[] = [];
    await readers.ask<ReadersFound>({ ...order, seconds: warmSeconds });
    const seconds = Number(values.seconds);
    if (parts.includes('read')) {
      const read = await readAlone(ground, readers, order, seconds);
      figures.push(...read.figures, ...(await readBare(readers, order, seconds, read.web)));
    }
    if (parts.includes('send')) figures.push(...(await send(ground, readers, order, recipients)));
    load.push(loadavg()[0]!);
    console.log(`load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after`);
    console.log(table(figures));
    if (values.json)
      console.log(
        JSON.stringify({
          ...order,
          recipients,
          seconds: Number(values.seconds),
          load,
          figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })),
        }),
      );
  } finally {
    await readers.end();
    await ground.close();
  }
}

/** Measures reading alone. @returns the microseconds of the web for each request too */
async function readAlone(
  ground: Ground,
  readers: Child,
  order: ReadersOrder,
  seconds: number,
): Promise<{ figures: Figure[]; web: number }> {
  const web = ground.web.pid!;
  const before = residentMegabytesOf(web);
  const cpu = new CpuMeter({ web, postgres: ground.rig.postgres.pid, readers: readers.pid });
  const found = await readers.ask<ReadersFound>({ ...order, seconds });
  const each = cpu.microsecondsEach(found.ms.length);
  const figures = [
    ...figuresOf('reading alone', found, order),
    ...Object.entries(each).map(([name, value]): Figure => ({
      name: `CPU time of ${name} per request`,
      value,
      unit: 'µs',
    })),
    { name: 'memory of the web before reading', value: before, unit: 'MB' },
    { name: 'memory of the web after reading', value: residentMegabytesOf(web), unit: 'MB' },
    { name: 'peak memory of the web', value: peakMegabytesOf(web), unit: 'MB' },
  ];
  return { figures, web: each['web']! };
}

/**
 * Measures the same reading from a bare server of Node: what this machine allows now.
 *
 * @param web microseconds of ours for each request
 */
async function readBare(
  readers: Child,
  order: ReadersOrder,
  seconds: number,
  web: number,
): Promise<Figure[]> {
  const bare = new Child('publishing-bare-web', [order.web, ...order.paths]);
  try {
    const { port } = await bare.hear<{ port: number }>();
    const there = { ...order, web: `http://127.0.0.1:${port}` };
    await readers.ask<ReadersFound>({ ...there, seconds: warmSeconds });
    const cpu = new CpuMeter({ bare: bare.pid });
    const found = await readers.ask<ReadersFound>({ ...there, seconds });
    const each = cpu.microsecondsEach(found.ms.length)['bare']!;
    const name = 'reading from a bare server';
    console.error(`done: ${name}, ${JSON.stringify(found.endings)}`);
    return [
      { name: `${name}, answers`, value: found.ms.length / found.seconds, unit: '/s' },
      { name: `${name}, p50`, value: samplesOf(name, found.ms).percentile(0.5), unit: 'ms' },
      { name: `${name}, p99`, value: samplesOf(name, found.ms).percentile(0.99), unit: 'ms' },
      { name: `CPU time of a bare server per request`, value: each, unit: 'µs' },
      { name: `CPU time of the web / of a bare server`, value: web / each, unit: '×' },
    ];
  } finally {
    await bare.end();
  }
}

/** Measures sending alone, while people read, and alone again: a busy machine changes meanwhile. */
async function send(
  ground: Ground,
  readers: Child,
  order: ReadersOrder,
  recipients: number,
): Promise<Figure[]> {
  const paces: Pace[] = [await engineAlone(ground, recipients)];
  await readers.ask<object>(order);
  const during = await engineAlone(ground, recipients);
  const found = await readers.ask<ReadersFound>({ stop: true } satisfies ReadersStop);
  paces.push(await engineAlone(ground, recipients));
  const alone = paces.reduce((sum, { perSecond }) => sum + perSecond, 0) / paces.length;
  const messages = (name: string, value: number): Figure => ({ name, value, unit: 'messages/s' });
  return [
    ...paces.map(({ perSecond }, nth) => messages(`sending alone, ${nth + 1}`, perSecond)),
    messages('sending while people read', during.perSecond),
    // On a machine that others use too, compare these with those of the engine's own run.
    ...(['worker', 'postgres'] as const).map((name): Figure => ({
      name: `CPU time of ${name} per message, alone`,
      value: paces[0]!.cpu[name]!,
      unit: 'µs',
    })),
    {
      name: 'sending while people read / alone',
      value: during.perSecond / alone,
      unit: '×',
      target: { atLeast: leastRatio },
    },
    ...figuresOf('reading while it sends', found, order),
  ];
}

function figuresOf(name: string, found: ReadersFound, { rate }: ReadersOrder): Figure[] {
  const { ms, late, seconds, endings, bytes } = found;
  const answered = (endings['200'] ?? 0) + (endings['304'] ?? 0);
  console.error(`done: ${name}, ${JSON.stringify(endings)}`);
  const [waits, delays] = [samplesOf(name, ms), samplesOf(name, late)];
  const wait = (what: string, share: number, target?: Figure['target']): Figure => ({
    name: `${name}, ${what}`,
    value: waits.percentile(share),
    unit: 'ms',
    target,
  });
  return [
    { name: `${name}, answers`, value: answered / seconds, unit: '/s', target: { atLeast: rate * 0.98 } },
    { name: `${name}, errors`, value: sum(endings) - answered, unit: '', target: { atMost: 0 } },
    { name: `${name}, unchanged`, value: (endings['304'] ?? 0) / ms.length, unit: '' },
    { name: `${name}, bytes`, value: bytes / seconds / 1e6, unit: 'MB/s' },
    wait('p50', 0.5),
    wait('p95', 0.95),
    wait('p99', 0.99, { atMost: mostMs }),
    wait('max', 1),
    { name: `${name}, requests sent late, p99`, value: delays.percentile(0.99), unit: 'ms' },
  ];
}

const sum = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((total, each) => total + each, 0);

function samplesOf(name: string, values: Float64Array): Samples {
  const samples = new Samples(name);
  for (const value of values) samples.add(value, '');
  return samples;
}
