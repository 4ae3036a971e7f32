import type { SenderLimit } from './limits.js';
import { SenderQueues } from './sender-queues.js';

function queues(...limits: SenderLimit[]) {
  const clock = { now: 10_000 };
  const made = new SenderQueues(() => clock.now);
  made.load(limits);
  return { made, clock };
}

describe('the queue of a sender', () => {
  it('delays each message by the segments before it', () => {
    const { made, clock } = queues({ from: 'Kommun', unitsPerSecond: 10 });
    const waits = [1, 3, 1].map((segments) => made.join('sms', 'Kommun', segments).waitMs);
    expect(waits).toEqual([0, 100, 400]);
    clock.now += 450;
    expect(made.join('sms', 'Kommun', 1).waitMs).toBe(50);
    clock.now += 10_000;
    expect(made.join('sms', 'Kommun', 1).waitMs).toBe(0);
  });

  it('is full if the wait exceeds queueSeconds; a refused message takes no room', () => {
    const { made, clock } = queues({ from: 'Kommun', unitsPerSecond: 1, queueSeconds: 2 });
    const join = () => made.join('sms', 'Kommun', 1);
    expect([join(), join(), join(), join(), join()].map(({ full }) => full)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    clock.now += 1_000;
    expect([join(), join()]).toEqual([
      { waitMs: 2_000, full: false },
      { waitMs: 3_000, full: true },
    ]);
  });

  it('is separate for texts and for calls, and for each sender that * matches', () => {
    const { made } = queues(
      { from: '*', unitsPerSecond: 1 },
      { from: 'Kommun', channel: 'sms', unitsPerSecond: 2 },
    );
    made.join('sms', 'A', 1);
    made.join('sms', 'Kommun', 1);
    expect(made.join('sms', 'B', 1).waitMs).toBe(0);
    expect(made.join('call', 'A', 1).waitMs).toBe(0);
    expect(made.join('sms', 'A', 1).waitMs).toBe(1_000);
    expect(made.join('sms', 'Kommun', 1).waitMs).toBe(500);
    expect(made.report()).toContainEqual({ channel: 'sms', from: 'A', waitingSeconds: 2 });
  });

  it('does not exist without a limit', () => {
    const { made } = queues({ from: 'Kommun', channel: 'call', unitsPerSecond: 1, queueSeconds: 0 });
    for (let i = 0; i < 9; i++) expect(made.join('sms', 'Kommun', 6)).toEqual({ waitMs: 0, full: false });
    expect(made.report()).toEqual([]);
  });
});
