import { Logger } from '@nestjs/common';
import { aSender } from '../../../test/support/messages.js';
import { InFlight } from '../rate/in-flight.js';
import { SendLoop } from './send-loop.js';
import type { Sender } from '../senders/senders.js';

const sender = aSender({ unitsPerSecond: 40 });

/** One broadcast of a few texts, with a database that is slow to commit and given grants of rate. */
function parts(texts: number, commitMs: number, grants: number[]) {
  const planned = Array.from({ length: texts }, (_, n) => ({ n, segments: 1 }));
  const inFlight = new InFlight();
  const seen = { sent: [] as number[], notSent: [] as number[], asked: [] as number[] };
  const due = [{ id: 'b', lane: 'urgent' }];
  const fake = {
    batches: {
      due: () => Promise.resolve(due.splice(0)),
      claim: () => Promise.resolve({ id: '1', broadcastId: 'b', channel: 'sms', planned, fence: 1 }),
      look: () => Promise.resolve({ isStopped: false, top: undefined }),
      startSending: (_: unknown, attempts: { n: number; token: string }[]) =>
        new Promise((resolve) =>
          setTimeout(() => resolve(attempts.map((one) => ({ ...one, segments: 1 }))), commitMs),
        ),
      release: () => Promise.resolve(),
    },
    underWay: { broadcast: () => Promise.resolve({ lane: 'urgent' }) },
    pace: {
      inFlight: () => inFlight,
      acquireUnits: (_: Sender, __: string, costs: number[]) => {
        seen.asked.push(costs.length);
        const units = grants.shift();
        return units === undefined ? Promise.reject(new Error('no store answers')) : Promise.resolve(units);
      },
    },
    attempt: {
      run: ({ delivery }: { delivery: { n: number } }) => {
        seen.sent.push(delivery.n);
        inFlight.leave();
        return Promise.resolve();
      },
      notSent: (_: unknown, { n }: { n: number }) => {
        seen.notSent.push(n);
        return Promise.resolve();
      },
    },
  };
  const { batches, underWay, pace, attempt } = fake as unknown as Record<keyof typeof fake, never>;
  return { seen, loop: new SendLoop(sender, 'w', batches, underWay, pace, attempt), inFlight };
}

describe('a granted window', () => {
  beforeEach(() => {
    Logger.overrideLogger(false);
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const run = async (loop: SendLoop, ms: number) => {
    loop.start();
    await jest.advanceTimersByTimeAsync(ms);
    await loop.stop();
  };

  it('is sent when its commit is fast', async () => {
    const { loop, seen } = parts(3, 20, [3]);
    await run(loop, 100);
    expect(seen).toEqual({ sent: [0, 1, 2], notSent: [], asked: [3] });
  });

  it('is paid for again when its commit took too long, and the unpaid part goes back', async () => {
    const { loop, seen, inFlight } = parts(3, 2000, [3, 2]);
    await run(loop, 2100);
    expect(seen).toEqual({ sent: [0, 1], notSent: [2], asked: [3, 3] });
    // Every place was returned.
    await expect(inFlight.enter(inFlight.limit)).resolves.toBeUndefined();
  });

  it('goes back entirely when the rate store does not answer', async () => {
    const { loop, seen } = parts(3, 2000, [3]);
    await run(loop, 2100);
    expect(seen).toEqual({ sent: [], notSent: [0, 1, 2], asked: [3, 3] });
  });
});
