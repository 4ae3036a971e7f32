import fc from 'fast-check';
import type { Report } from '../../broadcasts/broadcast-ledger.js';
import { tellCounts } from './tell-counts.js';

const parts = ['delivered', 'undelivered', 'failed', 'rejected', 'noReceipt', 'expired'] as const;
const reportOf = (counts: Partial<Record<(typeof parts)[number], number>>): Report => {
  const all = Object.fromEntries(parts.map((part) => [part, counts[part] ?? 0]));
  const planned = Object.values(all).reduce((sum, n) => sum + n, 0);
  return { ...all, planned } as unknown as Report;
};

describe('the counts that receivers get', () => {
  it('are the sums, when none is small', () =>
    expect(tellCounts(reportOf({ delivered: 90, failed: 6, expired: 5 }))).toEqual({
      planned: 101,
      delivered: 90,
      undelivered: 0,
      failed: 6,
      rejected: 0,
      noReceipt: 0,
      other: 5,
    }));

  it('are not told from one to four, nor what they could be worked out from', () => {
    expect(tellCounts(reportOf({ delivered: 90, undelivered: 7, failed: 2 }))).toMatchObject({
      planned: 99,
      delivered: 90,
      undelivered: null,
      failed: null,
    });
    expect(tellCounts(reportOf({ delivered: 3, failed: 1 }))).toMatchObject({
      planned: null,
      delivered: null,
      failed: null,
    });
    expect(tellCounts(reportOf({ delivered: 90, failed: 1, rejected: 1, noReceipt: 8 }))).toMatchObject({
      planned: 100,
      delivered: 90,
      failed: null,
      rejected: null,
      noReceipt: null,
    });
    expect(tellCounts(reportOf({ delivered: 2 }))).toMatchObject({ planned: null, delivered: null });
  });

  it('never leave a small count to be worked out by subtraction', () =>
    fc.assert(
      fc.property(fc.tuple(...parts.map(() => fc.nat(12))), (counts) => {
        const report = reportOf(Object.fromEntries(parts.map((part, i) => [part, counts[i]])));
        const { planned, ...told } = tellCounts(report);
        for (const count of [planned, ...Object.values(told)])
          expect(count === null || count === 0 || count >= 5).toBe(true);
        if (planned === null) return;
        const rest = planned - Object.values(told).reduce<number>((sum, n) => sum + (n ?? 0), 0);
        const hidden = Object.values(told).filter((n) => n === null);
        expect(hidden).not.toHaveLength(1);
        expect(rest === 0 || rest >= 5).toBe(true);
      }),
    ));
});
