import { setImmediate } from 'node:timers/promises';

/**
 * The longest time for which some work blocks the event loop: milliseconds of CPU time between two turns. Clock time
 * would not do, since other tests use the machine too.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  const state = { isOver: false };
  const done = work().finally(() => (state.isOver = true));
  done.catch(() => undefined);
  let longest = 0;
  let before = process.cpuUsage();
  while (!state.isOver) {
    await setImmediate();
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
  }
  await done;
  return longest;
}
