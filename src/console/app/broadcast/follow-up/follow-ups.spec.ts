import { aReport } from '../../../../../test/support/report.js';
import type { BroadcastState } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';
import { followersByGroup, haveIt, isCancelledUnsent, isToBeCalledOff } from './follow-ups.js';

const follower = (id: string, state: BroadcastState, relation: Relation = 'all-clear') => ({
  id,
  state,
  relation,
});

describe('followersByGroup', () => {
  it('counts a follow-up as made only when it was sent', () => {
    const groups = followersByGroup([
      follower('a', 'draft'),
      follower('b', 'completed', 'update'),
      follower('c', 'cancelled'),
      follower('d', 'pending-approval'),
      follower('e', 'sending'),
    ]);
    expect(groups.map(([group, followers]) => [group, followers.map(({ id }) => id)])).toEqual([
      ['made', ['b', 'e']],
      ['notSent', ['a', 'd']],
      ['broken', ['c']],
    ]);
  });
});

describe('isToBeCalledOff', () => {
  const had = { delivered: 3 };
  it.each([
    ['nobody has the alert yet', { pending: 9, sending: 3 }, [], false],
    ['nobody got it', { rejected: 9 }, [], false],
    ['somebody has it', had, [], true],
    ['the provider has taken some', { accepted: 1, pending: 8 }, [], true],
    ['an all-clear was sent', had, [follower('a', 'completed')], false],
    ['an all-clear is being sent', had, [follower('a', 'approved')], false],
    ['an all-clear waits for approval', had, [follower('a', 'pending-approval')], false],
    ['an all-clear was rejected', had, [follower('a', 'rejected')], true],
    ['an all-clear was cancelled', had, [follower('a', 'cancelled')], true],
  ] as const)('isToBeCalledOff is right when %s', (_when, report, followedBy, expected) => {
    const calledOff = followedBy.some(({ state }) => state === 'completed' || state === 'approved');
    const broadcast = { report: aReport(report), followedBy: [...followedBy], calledOff };
    expect(isToBeCalledOff(broadcast)).toBe(expected);
  });

  it('is right again once a correction of the all-clear has said that the danger goes on', () => {
    const followedBy = [follower('a', 'completed'), follower('b', 'completed', 'update')];
    expect(isToBeCalledOff({ report: aReport(had), followedBy, calledOff: false })).toBe(true);
  });

  it('haveIt does not count deliveries that were never sent', () => {
    expect(haveIt(aReport({ pending: 5, cancelled: 4, rejected: 3, delivered: 2, noReceipt: 1 }))).toBe(3);
    expect(haveIt(undefined)).toBe(0);
  });
});

describe('isCancelledUnsent', () => {
  it.each([
    ['all of it was cancelled', 'cancelled', { planned: 9, cancelled: 9 }, true],
    ['somebody may have it', 'cancelled', { planned: 9, cancelled: 8, unknown: 1 }, false],
    ['it was sent', 'completed', { planned: 9, delivered: 9 }, false],
  ] as const)('is right when %s', (_when, state, report, expected) => {
    expect(isCancelledUnsent({ state, report: aReport(report) })).toBe(expected);
  });
});
