import { RefusalRuns } from './refusal-runs.js';

const phoneOf = (n: number): string => `+467017406${String(n).padStart(2, '0')}`;

describe('refusals that no rule knows', () => {
  let runs: RefusalRuns;
  beforeEach(() => (runs = new RefusalRuns()));
  afterEach(() => jest.restoreAllMocks());
  const refuse = (n: number, code = '29999', phone = phoneOf(n)) =>
    runs.refused('alert-sms', code, phone).isTooLong;

  it('are the sender’s matter from the third phone in a row', () => {
    expect([1, 2, 3, 4].map((n) => refuse(n))).toEqual([false, false, true, true]);
  });

  it('are the phones’ matter while others are accepted in between', () => {
    for (let n = 1; n < 9; n++) {
      expect(refuse(n)).toBe(false);
      if (n % 2 === 0) runs.end('alert-sms');
    }
  });

  it('count for one code and one sender at a time', () => {
    expect([refuse(1, '29999'), refuse(2, '29998'), refuse(3, '29999'), refuse(4, '29999')]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    expect(runs.refused('topic-sms', '29999', phoneOf(5)).isTooLong).toBe(false);
  });

  it('of one phone over and over are about that phone', () => {
    expect([1, 2, 3, 4].map((n) => refuse(n, '29999', '+46701740605'))).not.toContain(true);
  });

  it('begin a new run after somebody started the sender again', () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    for (const n of [1, 2, 3]) refuse(n);
    clock.mockReturnValue(31_000);
    expect(refuse(4)).toBe(false);
  });
});
