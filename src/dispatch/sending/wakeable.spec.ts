import { Wakeable } from './wakeable.js';

/** Milliseconds, longer than any test may take: only a ring can end it in time. */
const ages = 3_600_000;

describe('a sleep that a ring can end', () => {
  it('a ring ends it at once', async () => {
    const sleep = new Wakeable();
    const waited = sleep.wait(ages);
    sleep.ring();
    await waited;
  });

  it('an earlier ring ends it at once', async () => {
    const sleep = new Wakeable();
    sleep.ring();
    await sleep.wait(ages);
  });

  it('keeps one ring, not several', async () => {
    const sleep = new Wakeable();
    sleep.ring();
    sleep.ring();
    await sleep.wait(ages);
    const ended = jest.fn();
    const second = sleep.wait(ages).then(ended);
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    sleep.ring();
    await second;
  });

  it('ends by itself, and can be started again', async () => {
    jest.useFakeTimers();
    try {
      const sleep = new Wakeable();
      for (const ms of [200, 1000]) {
        const waited = sleep.wait(ms);
        await jest.advanceTimersByTimeAsync(ms);
        await waited;
      }
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
