import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import { peakMegabytesOf } from './cpu.js';
import type { Ground } from './ground.js';
import { monotonicMs } from './monotonic.js';
import { steadiness, type Steadiness } from './steadiness.js';

const routine = 'Prov: planerat arbete i natt.';
const crisis = 'Prov: drick inte vattnet.';
/** How often the null server is asked whether something has come, in milliseconds; when it came it knows itself. */
const lookMs = 50;

/** How much of a rate is used, and never more than it, by several workers for so many seconds. */
export async function adherence(
  ground: Ground,
  unitsPerSecond: number,
  workers: number,
  seconds: number,
): Promise<Steadiness> {
  const running = await startWorkers(ground, workers, unitsPerSecond);
  try {
    await ground.nothing.take();
    const { id } = await ground.send(Math.round(unitsPerSecond * seconds), routine);
    await ground.sent(id, (seconds * 3 + 60) * 1000);
    const arrivals = (await ground.nothing.take())[routine] ?? new Float64Array();
    return steadiness(arrivals, unitsPerSecond);
  } finally {
    await stopWorkers(running);
    await ground.clear();
  }
}

/** Milliseconds until something came. */
export interface Wait {
  /** Since an approval was asked for: enrolling everybody is part of it. */
  readonly sinceAsked: number;
  /** Since it was answered. */
  readonly sinceApproved: number;
}

/** How long the first message of a broadcast to so many takes. */
export async function firstMessage(ground: Ground, messages: number): Promise<Wait> {
  const running = await startWorkers(ground, 1, 1000);
  try {
    await ground.nothing.take();
    const sent = await ground.send(messages, routine, 'urgent');
    const first = await firstOf(ground, routine);
    await ground.cancel(sent.id);
    return waitFor(first, sent);
  } finally {
    await stopWorkers(running);
    await ground.clear();
  }
}

/** The same for a crisis, while a routine broadcast to so many is sent at 1,000 a second by several workers. */
export async function firstOfCrisis(ground: Ground, amid: number, workers: number): Promise<Wait> {
  const running = await startWorkers(ground, workers, 1000);
  try {
    const { id } = await ground.send(amid, routine);
    await firstOf(ground, routine);
    await pause(3000);
    const sent = await ground.send(200, crisis, 'crisis');
    const first = await firstOf(ground, crisis);
    await ground.cancel(id);
    await ground.sent(sent.id, 60_000);
    return waitFor(first, sent);
  } finally {
    await stopWorkers(running);
    await ground.clear();
  }
}

/** The most memory a worker has had, in megabytes, and the microseconds each message took, for a broadcast to so many. */
export async function weight(ground: Ground, messages: number): Promise<{ megabytes: number; each: number }> {
  const [worker] = await startWorkers(ground, 1, 1_000_000);
  try {
    const place = await ground.placeOf(messages);
    const begun = monotonicMs();
    const { id } = await ground.staff.send({
      audience: { places: [place] },
      sms: routine,
      lane: 'urgent',
      livesMs: 6 * 3_600_000,
    });
    await ground.sent(id, 60 * 60_000);
    return {
      megabytes: peakMegabytesOf(worker!.pid!),
      each: ((monotonicMs() - begun) * 1000) / messages,
    };
  } finally {
    await stopWorkers([worker!]);
    await ground.clear();
  }
}

async function firstOf(ground: Ground, text: string): Promise<number> {
  const until = monotonicMs() + 120_000;
  while (monotonicMs() < until) {
    const [first] = (await ground.nothing.take())[text] ?? [];
    if (first !== undefined) return first;
    await pause(lookMs);
  }
  throw new Error('nothing came within two minutes');
}

const startWorkers = (ground: Ground, count: number, unitsPerSecond: number): Promise<ChildRole[]> =>
  Promise.all(
    Array.from({ length: count }, () => ground.worker({ SMS_SEGMENTS_PER_SECOND: String(unitsPerSecond) })),
  );

const stopWorkers = (workers: readonly ChildRole[]) =>
  Promise.all(workers.map((worker) => worker.stop(30_000)));

const waitFor = (first: number, sent: { askedAt: number; answeredAt: number }): Wait => ({
  sinceAsked: first - monotonicOf(sent.askedAt),
  sinceApproved: first - monotonicOf(sent.answeredAt),
});

/** A time of day by the monotonic clock. */
const monotonicOf = (timeOfDay: number): number => monotonicMs() - (Date.now() - timeOfDay);
