import {
  actions,
  hadAHandIn,
  isAgreed,
  isUnderWay,
  mayStillBeSent,
  maxLifetimeDays,
  requireAllowed,
  requireExpiry,
  states,
  transitions,
  type BroadcastAction,
  type BroadcastState,
} from './broadcast.js';
import { allowedTo } from './broadcast-rights.js';

/** The life of a broadcast, written a second time and by state, so that a mistake in the table shows. */
const allowedIn: Record<BroadcastState, readonly BroadcastAction[]> = {
  draft: ['edit', 'submission', 'cancellation'],
  'pending-approval': ['edit', 'approval', 'return', 'rejection', 'cancellation'],
  returned: ['edit', 'submission', 'cancellation'],
  rejected: [],
  scheduled: ['edit', 'start-now', 'cancellation'],
  approved: ['pause', 'cancellation'],
  sending: ['pause', 'cancellation'],
  paused: ['resumption', 'cancellation'],
  completed: [],
  cancelled: [],
  missed: [],
};

const everyCase = states.flatMap((state) => actions.map((action) => ({ state, action })));

describe('the life of a broadcast', () => {
  it.each(everyCase.filter(({ state, action }) => allowedIn[state].includes(action)))(
    'allows $action while $state',
    ({ state, action }) => {
      expect(() => requireAllowed({ state }, action)).not.toThrow();
    },
  );

  it.each(everyCase.filter(({ state, action }) => !allowedIn[state].includes(action)))(
    'refuses $action while $state',
    ({ state, action }) => {
      expect(() => requireAllowed({ state }, action)).toThrow(
        expect.objectContaining({ code: 'broadcast.wrong-state', details: { state, action } }),
      );
    },
  );

  it('every edit leads back to a draft, which nobody has approved', () => {
    expect(transitions.edit.to).toBe('draft');
  });

  it('a broadcast can only be sent after an approval', () => {
    const toSending = states.filter((state) => isUnderWay(state));
    const ways = actions.filter((action) => toSending.includes(transitions[action].to));
    expect(ways).toEqual(['approval', 'pause', 'resumption', 'start-now']);
    expect(transitions.approval.from).toEqual(['pending-approval']);
    for (const way of ways.slice(1)) expect(transitions[way].from.every(mayStillBeSent)).toBe(true);
  });
});

describe('the four-eyes rule', () => {
  const broadcast = { authors: ['writer', 'editor'], createdBy: 'creator', submittedBy: 'submitter' };

  it.each(['writer', 'editor', 'creator', 'submitter'])('the %s is not a second person', (id) => {
    expect(hadAHandIn(broadcast, id)).toBe(true);
  });

  it('anybody else is a second person', () => {
    expect(hadAHandIn(broadcast, 'colleague')).toBe(false);
    expect(hadAHandIn({ authors: [] }, 'colleague')).toBe(false);
  });

  const pending = { ...broadcast, state: 'pending-approval' as const };
  it.each([
    ['an author', 'writer', ['author'], ['edit', 'cancellation']],
    ['an approver', 'colleague', ['approver'], ['approval', 'return', 'rejection', 'cancellation']],
    ['an approver who wrote it', 'writer', ['approver'], ['return', 'rejection', 'cancellation']],
    [
      'a duty officer who wrote it',
      'writer',
      ['approver', 'duty-officer'],
      ['approval', 'return', 'rejection', 'cancellation'],
    ],
    ['somebody without a role', 'colleague', [], []],
  ] as const)('offers %s only the allowed actions', (_who, id, roles, allowed) => {
    expect(allowedTo({ id, roles }, pending)).toEqual(allowed);
  });
});

describe('the expiry of a broadcast', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  const after = (ms: number) => new Date(now.getTime() + ms);
  const longest = maxLifetimeDays * 86_400_000;

  it.each([
    ['an instant ago', -1, 'broadcast.expired'],
    ['now', 0, 'broadcast.expired'],
    ['in an instant', 1, undefined],
    ['at the latest allowed time', longest, undefined],
    ['later than allowed', longest + 1, 'broadcast.expiry-too-late'],
  ])('is checked when it is %s', (_when, ms, code) => {
    const require = () => requireExpiry(after(ms), now);
    if (code === undefined) expect(require).not.toThrow();
    else expect(require).toThrow(expect.objectContaining({ code }));
  });
});

describe('the agreed count', () => {
  it.each([
    // submitted, given, planned, may shrink
    [2, undefined, 2, false, true],
    [2, undefined, 3, false, false],
    [2, undefined, 702, true, false],
    [10, undefined, 7, true, true],
    [10, undefined, 7, false, false],
    [10, 12, 12, false, true],
    [10, 12, 12, true, true],
    [10, 12, 13, true, false],
    [10, 12, 11, true, false],
    [2, 1_000_000, 702, true, false],
    [10, 8, 8, false, true],
    [10, 8, 7, true, true],
    [10, 8, 9, true, false],
  ])(
    '%d submitted, %p given, %d planned, may shrink %p: agreed %p',
    (submitted, given, planned, mayShrink, is) => {
      expect(isAgreed(planned, { submitted, given, mayShrink })).toBe(is);
    },
  );
});
