import { RefusalRuns } from './refusal-runs.js';

const phoneOf = (n: number): string => `+467017406${String(n).padStart(2, '0')}`;

describe('refusals with an unknown code', () => {
  let runs: RefusalRuns;
  beforeEach(() => (runs = new RefusalRuns()));
  afterEach(() => jest.restoreAllMocks());
  const refuse = (n: number, code = '29999', phone = phoneOf(n)) =>
    runs.refused('alert-sms', code, phone).isTooLong;

  it('stop the sender from the third phone in a row', () => {
    expect([1, 2, 3, 4].map((n) => refuse(n))).toEqual([false, false, true, true]);
  });

  it('do not stop the sender while other phones are accepted in between', () => {
    for (let n = 1; n < 9; n++) {
      expect(refuse(n)).toBe(false);
      if (n % 2 === 0) runs.end('alert-sms');
    }
  });

  it('count separately for each code and each sender', () => {
    expect([refuse(1, '29999'), refuse(2, '29998'), refuse(3, '29999'), refuse(4, '29999')]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    expect(runs.refused('topic-sms', '29999', phoneOf(5)).isTooLong).toBe(false);
  });

  it('of the same phone repeatedly do not stop the sender', () => {
    expect([1, 2, 3, 4].map((n) => refuse(n, '29999', '+46701740605'))).not.toContain(true);
  });

  it('start a new run after the sender was started again', () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    for (const n of [1, 2, 3]) refuse(n);
    clock.mockReturnValue(31_000);
    expect(refuse(4)).toBe(false);
  });
});
