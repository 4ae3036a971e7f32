import { noFaults } from './fault-plan.js';
import { Faults } from './faults.js';
import type { Fault, Match } from './fault-script.js';

const sms = (to = '+46701740605', from = 'LuleaKommun') => ({ channel: 'sms', to, from }) as const;
const call = (to = '+46846500400') => ({ channel: 'call', to, from: '+46701740699' }) as const;
const reset: Fault = { kind: 'reset-before-accept' };

function pattern(match: Match, times: number): string {
  const faults = new Faults();
  faults.load({ rules: [{ match, fault: reset }] });
  return Array.from({ length: times }, () => (faults.decide(sms()).answer ? 'x' : '.')).join('');
}

describe('a fault script', () => {
  it.each<[Match, string]>([
    [{}, 'xxxxxxxx'],
    [{ first: 2 }, 'xx......'],
    [{ after: 3 }, '...xxxxx'],
    [{ every: 3 }, '..x..x..'],
    [{ after: 2, first: 4, every: 2 }, '...x.x..'],
    [{ to: '+4670*' }, 'xxxxxxxx'],
    [{ to: ['+46701740606', '+46701740605'] }, 'xxxxxxxx'],
    [{ to: '+46701740606' }, '........'],
    [{ from: 'Lulea*', channel: 'sms' }, 'xxxxxxxx'],
    [{ channel: 'call' }, '........'],
    [{ share: 0 }, '........'],
    [{ share: 1 }, 'xxxxxxxx'],
  ])('with match %j strikes the requests marked x in %s', (match, expected) => {
    expect(pattern(match, 8)).toBe(expected);
  });

  const struckAmong = (seed: number, numbers: string[]) => {
    const faults = new Faults();
    faults.load({ seed, rules: [{ match: { share: 0.3 }, fault: reset }] });
    return new Set(numbers.filter((to) => faults.decide(sms(to)).answer));
  };
  const numbers = Array.from({ length: 2000 }, (_, i) => `+4670${String(1_000_000 + i)}`);

  it('strikes the same numbers with the same seed, in any order of requests', () => {
    const struck = struckAmong(7, numbers);
    expect(struckAmong(7, numbers.toReversed())).toEqual(struck);
    expect(struckAmong(8, numbers)).not.toEqual(struck);
    expect(struck.size).toBeGreaterThan(500);
    expect(struck.size).toBeLessThan(700);
  });

  it('draws again when a number is tried again', () => {
    const faults = new Faults();
    faults.load({ rules: [{ match: { share: 0.5 }, fault: reset }] });
    const tries = Array.from({ length: 40 }, () => faults.decide(sms()).answer !== undefined);
    expect(new Set(tries).size).toBe(2);
  });

  it('uses the first answer and the first outcome, adds delays, and combines receipt faults', () => {
    const faults = new Faults();
    faults.load({
      rules: [
        { fault: { kind: 'latency', ms: 5 } },
        { fault: { kind: 'latency', ms: 7 } },
        { fault: { kind: 'reject', code: 21211 } },
        { fault: { kind: 'rate-limit' } },
        { fault: { kind: 'busy' } },
        { fault: { kind: 'undeliverable', code: 30005 } },
        { fault: { kind: 'callback-twice' } },
        { fault: { kind: 'callback-reversed' } },
      ],
    });
    expect(faults.decide(call())).toEqual({
      ...noFaults,
      latencyMs: 12,
      answer: { kind: 'reject', code: 21211 },
      outcome: { kind: 'busy' },
      receipts: { lost: false, times: 2, reversed: true, lateMs: 0 },
    });
    // A text can't get a busy line, so the next outcome is used.
    expect(faults.decide(sms()).outcome).toEqual({ kind: 'undeliverable', code: 30005 });
  });

  it('strikes only between fromMs and untilMs, and does not count requests outside', () => {
    let now = 5_000;
    const faults = new Faults(() => now);
    faults.load({ rules: [{ match: { fromMs: 100, untilMs: 200, first: 2 }, fault: reset }] });
    const strikesAt = (ms: number) => {
      now = 5_000 + ms;
      return faults.decide(sms()).answer !== undefined;
    };
    expect([0, 99, 100, 199, 199, 200].map(strikesAt)).toEqual([false, false, true, true, false, false]);
    faults.load({ rules: [{ match: { untilMs: 50 }, fault: reset }] });
    expect(faults.decide(sms()).answer).toEqual(reset);
  });

  it('uses the highest number of repeats and the lowest daily cap', () => {
    const faults = new Faults();
    faults.load({
      rules: [
        { fault: { kind: 'callback-times', times: 3 } },
        { fault: { kind: 'callback-twice' } },
        { fault: { kind: 'daily-cap', perDay: 9 } },
        { fault: { kind: 'daily-cap', perDay: 7 } },
      ],
    });
    expect(faults.decide(sms())).toMatchObject({ dailyCap: 7, receipts: { times: 3 } });
    expect(faults.decide(call()).dailyCap).toBe(Infinity);
  });

  it('counts the matching requests and the strikes of each rule', () => {
    const faults = new Faults();
    faults.load({ rules: [{ match: { first: 1 }, fault: reset }] });
    faults.decide(sms());
    faults.decide(sms());
    expect(faults.report()).toEqual({
      seed: 0,
      rules: [{ match: { first: 1 }, fault: reset, seen: 2, struck: 1 }],
    });
  });
});
