import { InFlight, maxInFlight } from './in-flight.js';

describe('the limit of parallel requests', () => {
  let inFlight: InFlight;
  beforeEach(() => {
    jest.useFakeTimers();
    inFlight = new InFlight();
  });
  afterEach(() => jest.useRealTimers());

  const fill = (count: number) => Promise.all(Array.from({ length: count }, () => inFlight.enter(1)));

  it('lets in as many as there are places, and then first come, first served', async () => {
    await fill(maxInFlight);
    const came: string[] = [];
    const first = inFlight.enter(2).then(() => came.push('first'));
    const second = inFlight.enter(1).then(() => came.push('second'));
    inFlight.leave();
    await Promise.resolve();
    expect(came).toEqual([]);
    inFlight.leave();
    await first;
    expect(came).toEqual(['first']);
    inFlight.leave();
    await second;
    expect(came).toEqual(['first', 'second']);
  });

  it('a request for more places than the lowered limit enters when nothing else is under way', async () => {
    await fill(10);
    const waits = inFlight.enter(maxInFlight - 5);
    for (let n = 0; n < 10; n++) {
      jest.advanceTimersByTime(250);
      inFlight.refused();
    }
    inFlight.leave(10);
    await expect(waits).resolves.toBeUndefined();
  });

  it('a refusal lowers the limit, once for all that are refused together', async () => {
    await fill(200);
    for (let n = 0; n < 50; n++) inFlight.refused();
    expect(inFlight.limit).toBe(140);
    jest.advanceTimersByTime(250);
    inFlight.refused();
    expect(inFlight.limit).toBe(98);
    for (let n = 0; n < 100; n++) {
      jest.advanceTimersByTime(250);
      inFlight.refused();
    }
    expect(inFlight.limit).toBe(4);
  });

  it('the limit falls only gradually if other processes caused the refusal', async () => {
    await fill(2);
    inFlight.refused();
    expect(inFlight.limit).toBe(89);
    jest.advanceTimersByTime(250);
    inFlight.refused();
    expect(inFlight.limit).toBe(31);
  });

  it('the limit rises by one for each round of successes', async () => {
    await fill(200);
    inFlight.refused();
    for (let n = 0; n < 141; n++) inFlight.accepted();
    expect(inFlight.limit).toBe(141);
    for (let n = 0; n < 100_000; n++) inFlight.accepted();
    expect(inFlight.limit).toBe(maxInFlight);
  });

  it('the limit does not rise while the provider counts nearly as many as at its refusal', async () => {
    await fill(200);
    inFlight.noteProviderCount(300);
    inFlight.refused();
    inFlight.noteProviderCount(280);
    for (let n = 0; n < 1000; n++) inFlight.accepted();
    expect(inFlight.limit).toBe(140);
    inFlight.noteProviderCount(200);
    for (let n = 0; n < 141; n++) inFlight.accepted();
    expect(inFlight.limit).toBe(141);
    inFlight.noteProviderCount(280);
    jest.advanceTimersByTime(30_001);
    for (let n = 0; n < 142; n++) inFlight.accepted();
    expect(inFlight.limit).toBe(142);
  });
});
