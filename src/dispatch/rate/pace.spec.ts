import { aSender } from '../../../test/support/messages.js';
import { InFlights } from './in-flight.js';
import { Pace } from './pace.js';
import { RateLimiter, windowMs, type RateGrant, type RateRequest } from './rate-limiter.js';

class Grants extends RateLimiter {
  readonly asked: RateRequest[] = [];
  next: RateGrant = { units: 1000, waitMs: 0 };

  take(request: RateRequest): Promise<RateGrant> {
    this.asked.push(request);
    return Promise.resolve(this.next);
  }
}

const sender = aSender();

describe('the pace of a sender', () => {
  let grants: Grants;
  let pace: Pace;
  beforeEach(() => {
    jest.useFakeTimers();
    grants = new Grants();
    pace = new Pace(grants, new InFlights());
  });
  afterEach(() => jest.useRealTimers());

  const rateNow = async () => {
    await pace.acquireUnits(sender, { lane: 'verification', first: false }, [1]);
    return grants.asked.at(-1)!.unitsPerSecond;
  };

  it.each([
    ["at most one window's worth", 100, Array<number>(100).fill(1), { wanted: 25, atLeast: 1 }],
    ['at most what there is to send', 100, [1, 2], { wanted: 3, atLeast: 1 }],
    ['a whole message, at any rate', 1, [6, 6], { wanted: 6, atLeast: 6 }],
    ['one call if a window is less', 1, [1, 1, 1], { wanted: 1, atLeast: 1 }],
    ['one message at a rate far below one', 0.01, [1], { wanted: 1, atLeast: 1 }],
  ])('requests %s', async (_what, unitsPerSecond, costs, request) => {
    await pace.acquireUnits({ ...sender, unitsPerSecond }, { lane: 'verification', first: false }, costs);
    expect(grants.asked).toEqual([
      { sender: 'alert-sms', unitsPerSecond, fullRate: unitsPerSecond, share: 1, largest: 6, ...request },
    ]);
  });

  it.each([
    [40, 40],
    [5000, 250],
  ])('if told to wait %d ms, it waits %d ms, because a higher lane may come', async (waitMs, waits) => {
    grants.next = { units: 0, waitMs };
    const ended = jest.fn();
    const taken = pace.acquireUnits(sender, { lane: 'urgent', first: false }, [1]).then(ended);
    await jest.advanceTimersByTimeAsync(waits - 1);
    expect(ended).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await taken;
    expect(ended).toHaveBeenCalledWith(0);
  });

  it('halves for the 429s of a window, down to a twentieth, and recovers by a tenth a second', async () => {
    expect(await rateNow()).toBe(100);
    for (let n = 0; n < 100; n++) pace.tooFast(sender);
    expect(await rateNow()).toBeCloseTo(50);
    jest.advanceTimersByTime(windowMs);
    const tooFastAmongOthers = () => {
      pace.tooFast(sender);
      pace.accepted(sender);
    };
    tooFastAmongOthers();
    expect(await rateNow()).toBeCloseTo(26.25);
    for (let n = 0; n < 10; n++) {
      jest.advanceTimersByTime(windowMs);
      tooFastAmongOthers();
    }
    expect(await rateNow()).toBeCloseTo(5);
    jest.advanceTimersByTime(1000);
    expect(await rateNow()).toBeCloseTo(15);
    jest.advanceTimersByTime(20_000);
    expect(await rateNow()).toBe(100);
  });

  it('requests nothing before the moment that the provider named', async () => {
    pace.tooFast(sender, 30_000);
    const early = pace.acquireUnits(sender, { lane: 'crisis', first: false }, [1]);
    await jest.advanceTimersByTimeAsync(windowMs);
    expect(await early).toBe(0);
    expect(grants.asked).toEqual([]);
    expect(pace.heldMs(sender)).toBeCloseTo(30_000 - windowMs, -2);
    jest.advanceTimersByTime(30_000);
    await pace.acquireUnits(sender, { lane: 'crisis', first: false }, [1]);
    expect(grants.asked).toHaveLength(1);
  });

  it('the wait doubles while nothing passes, up to a minute, and is reset by a success', () => {
    const waits = Array.from({ length: 9 }, () => {
      pace.tooFast(sender);
      const ms = Math.round(pace.heldMs(sender));
      jest.advanceTimersByTime(Math.max(ms, windowMs));
      return ms;
    });
    expect(waits).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    pace.accepted(sender);
    pace.tooFast(sender);
    expect(pace.heldMs(sender)).toBe(0);
  });

  it('slows down no other sender', async () => {
    pace.tooFast({ ...sender, id: 'topic-sms' });
    expect(await rateNow()).toBe(100);
  });

  it.each([
    ['verification', false, 25],
    ['crisis', true, 19],
    ['crisis', false, 17],
    ['urgent', true, 15],
    ['urgent', false, 13],
    ['routine', true, 11],
    ['routine', false, 10],
  ] as const)(
    'lets %s (first: %s) catch up with at most %d units of a window',
    async (lane, first, wanted) => {
      await pace.acquireUnits(sender, { lane, first }, Array<number>(100).fill(1));
      expect(grants.asked).toMatchObject([{ wanted }]);
    },
  );
});
