import { gapsIn, onDutyFirst, requireShift } from './rota.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 30, hour));
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
const anna = { id: 'anna' };
const bo = { id: 'bo' };
const cecilia = { id: 'cecilia' };

describe('a shift', () => {
  const shift = (from: number, to: number, deputyId?: string) => ({
    ...span(from, to),
    memberId: 'anna',
    deputyId,
  });

  it.each([
    ['ends before it begins', shift(5, 4), 'rota.ends-before-start'],
    ['lasts no time', shift(5, 5), 'rota.ends-before-start'],
    ['is over', shift(-5, 1), 'rota.over'],
    ['lasts more than a month', shift(0, 24 * 32), 'rota.too-long'],
    ['is more than a year ahead', shift(24 * 400, 24 * 401), 'rota.too-far'],
    ['has its own person as deputy', shift(0, 8, 'anna'), 'rota.own-deputy'],
  ])('is refused that %s', (_what, wrong, code) =>
    expect(() => requireShift(wrong, at(1))).toThrow(expect.objectContaining({ code })),
  );

  it('may have begun already', () => expect(() => requireShift(shift(-5, 8, 'bo'), at(1))).not.toThrow());
});

describe('the gaps of a rota', () => {
  it.each([
    ['no shifts', [], [[0, 24]]],
    ['one shift over all of it', [span(-5, 30)], []],
    ['shifts that meet', [span(8, 24), span(0, 8)], []],
    ['shifts that overlap', [span(0, 20), span(2, 3), span(18, 24)], []],
    ['a gap between two', [span(0, 8), span(10, 24)], [[8, 10]]],
    [
      'gaps at both ends',
      [span(2, 20)],
      [
        [0, 2],
        [20, 24],
      ],
    ],
    ['a shift outside', [span(25, 30), span(-5, -1)], [[0, 24]]],
  ])('with %s', (_what, shifts, gaps) =>
    expect(gapsIn(shifts, span(0, 24))).toEqual(gaps.map(([from, to]) => span(from!, to!))),
  );
});

describe('who is told first', () => {
  const all = [anna, bo, cecilia];
  it.each([
    ['all, when nobody is on duty', [], false, all],
    ['who is on duty', [{ memberId: 'bo' }], false, [bo]],
    ['everyone on duty', [{ memberId: 'bo' }, { memberId: 'anna' }], false, [anna, bo]],
    ['not the deputy of who can', [{ memberId: 'bo', deputyId: 'anna' }], false, [bo]],
    ['the deputy of who can’t', [{ memberId: 'olle', deputyId: 'anna' }], false, [anna]],
    ['all, when nobody on duty can', [{ memberId: 'olle', deputyId: 'per' }], false, all],
    ['deputies too, in a reminder', [{ memberId: 'bo', deputyId: 'anna' }], true, [anna, bo]],
  ])('is %s', (_who, shifts, reminder, told) => expect(onDutyFirst(all, shifts, reminder)).toEqual(told));
});
