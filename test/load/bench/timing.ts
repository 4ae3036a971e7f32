import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import { peakMegabytesOf } from './cpu.js';
import type { Ground } from './ground.js';
import { monotonicMs } from './monotonic.js';
import { steadiness, type Steadiness } from './steadiness.js';

const routine = 'Prov: planerat arbete i natt.';
const crisis = 'Prov: drick inte vattnet.';
/** How often the null server is polled, in milliseconds. It records arrival times itself, so they are exact. */
const lookMs = 50;

/** Measures how much of a rate several workers use for `seconds` seconds, and whether they exceed it. */
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

/** Milliseconds until the first message arrived. */
export interface Wait {
  /** Since the approval was requested: enrolment is part of it. */
  readonly sinceAsked: number;
  /** Since the approval was answered. */
  readonly sinceApproved: number;
}

/** Measures how long the first message of a broadcast to `messages` phones takes. */
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

/** Measures the same for a crisis, while workers send a routine broadcast to `amid` phones at 1,000 a second. */
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

/** Measures a broadcast to `messages` phones. @returns a worker's peak memory in megabytes, microseconds per message */
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

/** Converts a time of day to the monotonic clock. */
const monotonicOf = (timeOfDay: number): number => monotonicMs() - (Date.now() - timeOfDay);
