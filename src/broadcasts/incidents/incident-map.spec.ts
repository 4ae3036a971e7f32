import { aReport } from '../../../test/support/report.js';
import { outcomeOf } from './incident-map.js';

describe('outcomeOf', () => {
  it.each([
    ['four phones, all delivered', { delivered: 4 }, 'few'],
    ['nobody', {}, 'few'],
    ['nine of ten', { delivered: 9, failed: 1 }, 'reached'],
    ['nine of ten, and one that may still be', { delivered: 9, sent: 1 }, 'reached'],
    ['eight of ten', { delivered: 8, failed: 2 }, 'partly'],
    ['half', { delivered: 5, undelivered: 5 }, 'partly'],
    ['fewer than half', { delivered: 4, cancelled: 6 }, 'missed'],
    ['none yet', { pending: 10 }, 'under-way'],
    ['some with the provider', { delivered: 5, accepted: 5 }, 'under-way'],
  ] as const)('of %s is right', (_what, report, expected) => {
    const planned = Object.values(report).reduce((sum: number, n) => sum + n, 0);
    expect(outcomeOf(aReport({ ...report, planned }))).toBe(expected);
  });
});
