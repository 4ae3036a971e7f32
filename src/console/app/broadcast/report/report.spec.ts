import { aReport } from '../../../../../test/support/report.js';
import { worthSaying } from '../progress/announcing.js';
import { reportTable } from './report.js';
import { isOwnWork, whyNotApprove } from '../decide/why-not.js';

describe('reportTable', () => {
  const report = aReport({
    planned: 100,
    suppressed: 7,
    delivered: 80,
    noReceipt: 5,
    failed: 0,
    rejected: 15,
    reasons: {
      'rejected:21211': 4,
      'rejected:21610': 11,
      'suppressed:objection': 7,
      'confirmed-by-key': 3,
    },
  });

  it('adds up to the planned number, without the suppressed', () => {
    const { rows, sum, addsUp, suppressed } = reportTable(report);
    expect(rows.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['delivered', 80],
      ['noReceipt', 5],
      ['rejected', 15],
    ]);
    expect([sum, addsUp, suppressed]).toEqual([100, true, 7]);
  });

  it("lists each outcome's reasons, the most common first", () => {
    const { rows, suppressedReasons, remarks } = reportTable(report);
    expect(rows.at(-1)?.reasons).toEqual([
      ['21610', 11],
      ['21211', 4],
    ]);
    expect(suppressedReasons).toEqual([['objection', 7]]);
    expect(remarks).toEqual([['confirmed-by-key', 3]]);
  });

  it('says when it does not add up, and includes delivered even when it is zero', () => {
    const { addsUp, rows } = reportTable(aReport({ planned: 2, pending: 1 }));
    expect(addsUp).toBe(false);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['pending', 'delivered']);
  });
});

describe('worthSaying', () => {
  it('announces a change of state or another quarter, not every event', () => {
    const first = worthSaying(undefined, { state: 'sending', percent: 3 });
    expect(first).toEqual({ state: 'sending', quarter: 0 });
    expect(worthSaying(first, { state: 'sending', percent: 24.9 })).toBeUndefined();
    expect(worthSaying(first, { state: 'sending', percent: 25 })).toEqual({ state: 'sending', quarter: 1 });
    expect(worthSaying(first, { state: 'paused', percent: 3 })).toEqual({ state: 'paused', quarter: 0 });
  });
});

describe('whyNotApprove', () => {
  it.each([
    ['may', ['approval'], ['broadcast.approve'], undefined],
    ['had a hand in it', [], ['broadcast.write', 'broadcast.approve'], 'Be en kollega'],
    ['has not the right', [], ['broadcast.write'], 'inte rätt att godkänna'],
  ] as const)('gives the right reason to a user who %s', (_name, allowed, may, said) => {
    const why = whyNotApprove({ allowed: [...allowed] }, { may: [...may] });
    if (said === undefined) expect(why).toBeUndefined();
    else expect(why?.sv).toContain(said);
  });

  it('isOwnWork is true for the writer and the submitter', () => {
    const person = (id: string) => ({ id, name: id });
    expect(isOwnWork({ createdBy: person('a'), submittedBy: person('b') }, { id: 'b' })).toBe(true);
    expect(isOwnWork({ createdBy: person('a') }, { id: 'b' })).toBe(false);
  });
});
