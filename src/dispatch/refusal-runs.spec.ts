import { RefusalRuns, type Refused } from './refusal-runs.js';

const refused = (n: number, phone = `+467017406${String(n).padStart(2, '0')}`): Refused => ({
  broadcastId: 'b',
  n,
  token: `t${n}`,
  phone,
});

describe('refusals that no rule knows', () => {
  let runs: RefusalRuns;
  beforeEach(() => (runs = new RefusalRuns()));
  afterEach(() => jest.restoreAllMocks());
  const refuse = (n: number, code = '29999', phone?: string) =>
    runs.refused('alert-sms', code, refused(n, phone)).isTooLong;

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
    expect(runs.refused('topic-sms', '29999', refused(5)).isTooLong).toBe(false);
  });

  it('of one phone over and over are about that phone', () => {
    expect([1, 2, 3, 4].map((n) => refuse(n, '29999', '+46701740605'))).not.toContain(true);
  });

  it('are to be taken back once the run is too long, whenever they come to be recorded', () => {
    const run = runs.refused('alert-sms', '29999', refused(1));
    expect(run.wasRecorded(refused(1))).toBe(false);
    runs.refused('alert-sms', '29999', refused(2));
    runs.refused('alert-sms', '29999', refused(3));
    expect(run.toTakeBack.map(({ n }) => n)).toEqual([1]);
    expect(run.wasRecorded(refused(2))).toBe(true);
  });

  it('begin a new run after somebody started the sender again', () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    for (const n of [1, 2, 3]) refuse(n);
    clock.mockReturnValue(31_000);
    expect(refuse(4)).toBe(false);
  });
});
