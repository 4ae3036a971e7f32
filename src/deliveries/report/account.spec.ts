import { accountOf, paceOf } from './account.js';
import type { SentCount } from '../ledger/sums.sql.js';

const row = (more: Partial<SentCount>): SentCount => ({
  status: 'delivered',
  channel: 'sms',
  reason: null,
  deliveries: 0,
  confirmed: 0,
  resent: 0,
  placed: 0,
  parts: 0,
  recent: 0,
  ...more,
});
const prices = { sms: { unitOre: 55 }, voice: { unitOre: 120 } };
const alert = { kind: 'alert' as const };

describe('the account of a broadcast: what was sent and its cost', () => {
  it('counts per channel: SMS by parts, calls by attempts', () => {
    const counts = [
      row({ deliveries: 10, placed: 10, parts: 20 }),
      row({ status: 'rejected', deliveries: 2 }),
      row({ status: 'cancelled', deliveries: 5 }),
      row({ channel: 'voice', deliveries: 3, placed: 4, parts: 4 }),
      row({ channel: 'voice', status: 'failed', deliveries: 1, placed: 3, parts: 3 }),
      row({ status: 'suppressed', deliveries: 7, placed: null, parts: null }),
    ];
    expect(accountOf(alert, counts, prices)).toEqual({
      sms: { planned: 17, delivered: 10, units: 20, costOre: 1100 },
      voice: { planned: 4, delivered: 3, units: 7, costOre: 840 },
    });
  });

  it('counts a withdrawn phone as sent for an alert, and as not sent for a topic', () => {
    const counts = [row({ status: 'cancelled', reason: 'withdrawn', deliveries: 1, placed: 1, parts: 2 })];
    expect(accountOf(alert, counts, prices)?.sms.units).toBe(2);
    expect(accountOf({ kind: 'topic' }, counts, prices)?.sms.units).toBe(0);
  });

  it('is undefined if the sums were not kept', () => {
    expect(accountOf(alert, [row({ deliveries: 9, placed: null, parts: null })], prices)).toBeUndefined();
  });
});

describe('the pace of a broadcast', () => {
  const startedAt = new Date('2026-11-29T20:00:00Z');
  const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
  const sending = { state: 'sending' as const, startedAt };
  const counts = [
    row({ status: 'planned', deliveries: 600 }),
    row({ deliveries: 900, recent: 300 }),
    row({ channel: 'voice', status: 'planned', deliveries: 30 }),
    row({ channel: 'voice', deliveries: 10, recent: 3 }),
  ];

  it('is measured over 30 seconds, and the slower channel decides the time left', () => {
    expect(paceOf(sending, counts, after(120))).toEqual({ perMinute: 606, secondsLeft: 300 });
  });

  it('is measured over the time since the start, if that is shorter', () => {
    expect(paceOf(sending, counts, after(10))).toEqual({ perMinute: 1818, secondsLeft: 100 });
  });

  it('gives no time left while a channel stands still', () => {
    const still = [...counts.slice(0, 3), row({ channel: 'voice', deliveries: 10, recent: 0 })];
    expect(paceOf(sending, still, after(120))).toEqual({ perMinute: 600 });
  });

  it.each([
    ['has only just begun', sending, counts, 4],
    ['has nothing left to send', sending, [row({ deliveries: 900, recent: 300 })], 120],
    ['is paused', { ...sending, state: 'paused' as const }, counts, 120],
    ['is completed', { ...sending, state: 'completed' as const }, counts, 120],
  ])('there is no pace for a broadcast that %s', (_what, broadcast, rows, seconds) => {
    expect(paceOf(broadcast, rows, after(seconds))).toBeUndefined();
  });
});
