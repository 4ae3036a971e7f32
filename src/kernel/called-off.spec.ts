import { isCalledOff } from './called-off.js';

const first = { isCancelled: false };
const allClear = { relation: 'all-clear', isCancelled: false } as const;
const goesOn = { relation: 'correction', goesOn: true, isCancelled: false } as const;
const over = { relation: 'correction', goesOn: false, isCancelled: false } as const;
const correction = { relation: 'correction', isCancelled: false } as const;
const cancelled = <T extends object>(one: T) => ({ ...one, isCancelled: true });

describe('whether an incident is over by what was said', () => {
  it.each([
    ['nothing but the alert', [first], false],
    ['an all-clear', [first, allClear], true],
    ['an all-clear that staff cancelled', [first, cancelled(allClear)], false],
    ['an all-clear after a correction of the alert', [first, correction, allClear], true],
    ['a correction of the all-clear: it goes on', [first, allClear, goesOn], false],
    ['the same, and its sending was cancelled', [first, allClear, cancelled(goesOn)], false],
    [
      'a correction of an all-clear that was being sent: it is over',
      [first, cancelled(allClear), over],
      true,
    ],
    ['the same, and staff cancelled it', [first, cancelled(allClear), cancelled(over)], false],
    ['a second all-clear after it went on', [first, allClear, goesOn, allClear], true],
    ['a correction of the correction: it is over after all', [first, allClear, goesOn, over], true],
    ['an update after it was over', [first, allClear, { relation: 'update', isCancelled: false }], true],
  ] as const)('%s', (_what, said, expected) => {
    expect(isCalledOff(said)).toBe(expected);
  });
});
