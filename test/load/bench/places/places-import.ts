import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from '../child.js';
import { peakMegabytesOf } from '../cpu.js';
import { monotonicMs } from '../monotonic.js';
import type { Figure } from '../targets.js';
import { barePhones, barePlaces } from './bare-registers.sql.js';
import type { IntakeDone } from './phone-intake.js';
import { seconds, type PlacesGround } from './places-ground.js';

/** Targets of an import: seconds at 200,000 properties and 300,000 addresses; megabytes of memory at any size. */
const maxSeconds = 300;
const maxMegabytes = 400;
/** How often a process's peak memory is read. The kernel keeps the peak: only growth just before the exit is missed. */
const lookMs = 100;

/** Imports places and addresses as `budkavle import` does, then phones; if `measured`, also compares with bare SQL. */
export async function importRegisters(ground: PlacesGround, measured: boolean): Promise<Figure[]> {
  const { rig, folder, files } = ground;
  const bare = measured ? await reported('bare places', inTransaction(ground, barePlaces(folder))) : NaN;
  const first = await reported('places', importPlaces(ground));
  const again = measured ? await reported('the same places', importPlaces(ground)) : undefined;
  const barePhonesMs = measured
    ? await reported('bare phones', inTransaction(ground, barePhones(folder)))
    : NaN;
  const intake = new Child('phone-intake', [files.phones, rig.postgres.url]);
  try {
    await intake.hear();
    const phones = await reported('phones', intake.ask<IntakeDone>({}));
    const phonesAgain = measured ? await reported('the same phones', intake.ask<IntakeDone>({})) : undefined;
    const megabytes = peakMegabytesOf(intake.pid);
    await quarantineSome(ground);
    await settle(ground);
    if (!again || !phonesAgain) return [];
    return [
      ...secondsOf('import of places and addresses', first.ms, bare),
      { name: 'the same again', value: again.ms / 1000, unit: 's' },
      memory('import of places and addresses', Math.max(first.megabytes, again.megabytes)),
      ...secondsOf(`import of ${phones.rows} rows of phones`, phones.ms, barePhonesMs),
      { name: 'the same phones again', value: phonesAgain.ms / 1000, unit: 's' },
      memory('import of phones', megabytes),
    ];
  } finally {
    await intake.end();
  }
}

/** Prints how long a step took. The whole takes minutes, and the person who watches should see progress. */
async function reported<T>(what: string, work: Promise<T>): Promise<T> {
  const began = monotonicMs();
  const done = await work;
  console.error(`  ${what}: ${seconds(began)} s`);
  return done;
}

const secondsOf = (name: string, ms: number, bareMs: number): Figure[] => [
  { name, value: ms / 1000, unit: 's', target: { atMost: maxSeconds } },
  { name: `${name}, bare SQL`, value: bareMs / 1000, unit: 's' },
  { name: `bare SQL / ${name}`, value: bareMs / ms, unit: '×' },
];

const memory = (name: string, value: number): Figure => ({
  name: `most memory of the ${name}`,
  value,
  unit: 'MB',
  target: { atMost: maxMegabytes },
});

/** Runs the program itself, and measures it from its start to its exit. */
async function importPlaces({
  rig,
  files,
  folder,
}: PlacesGround): Promise<{ ms: number; megabytes: number }> {
  const began = monotonicMs();
  const child = spawn(
    process.execPath,
    [path.join(process.cwd(), 'dist', 'src', 'main.js'), 'import', files.places, '--data', folder],
    { env: { ...rig.env, BUDKAVLE_HOME: rig.folder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = once(child, 'exit');
  let megabytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    megabytes = Math.max(megabytes, megabytesNow(child.pid!));
    await Promise.race([pause(lookMs), ended]);
  }
  const ms = monotonicMs() - began;
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}:\n${said}`);
  return { ms, megabytes };
}

/** Peak memory so far; 0 if the process has just ended. */
function megabytesNow(pid: number): number {
  try {
    return peakMegabytesOf(pid) || 0;
  } catch {
    return 0;
  }
}

async function inTransaction({ rig }: PlacesGround, script: string): Promise<number> {
  const began = monotonicMs();
  await rig.db.transaction((tx) => tx.query(script));
  return monotonicMs() - began;
}

/** Quarantines some numbers, as a provider's error codes would have. */
async function quarantineSome({ rig, county }: PlacesGround): Promise<void> {
  const failing = [...quarantined(county.phones())];
  await rig.db.query(`UPDATE phone SET quarantine_reason = '30005' WHERE e164 = ANY($1::text[])`, [failing]);
}

function* quarantined(phones: Iterable<{ e164: string; quarantine?: string }>): Generator<string> {
  for (const { e164, quarantine } of phones) if (quarantine !== undefined) yield e164;
}

/** Cleans up and vacuums now, so that this work does not disturb later measurements. */
async function settle({ rig }: PlacesGround): Promise<void> {
  await rig.db.query('DROP SCHEMA IF EXISTS bare CASCADE');
  await rig.db.query('VACUUM (ANALYZE)');
  await rig.db.query('CHECKPOINT');
}
