import { Dice } from './dice.js';
import { readOptions } from './options.js';
import { paceOf } from './plan.js';
import { planTroubles, type Struck, type Trouble } from './troubles.js';

/** The planned troubles of a run with `recipients` recipients. None is executed. */
function troublesOf(recipients: number): readonly Trouble[] {
  const options = readOptions(['--recipients', String(recipients)]);
  const struck = { dice: new Dice(options.seed, 'troubles'), pace: paceOf(options, 2), ordered: [] };
  return planTroubles(options, struck as unknown as Struck, { redis: 0, postgres: 0, stalls: 0 });
}
const freezesOf = (troubles: readonly Trouble[]) =>
  troubles.flatMap(({ name }) => {
    const [, seconds] = /freeze a worker for (\d+) s/.exec(name) ?? [];
    return seconds ? [{ seconds: Number(seconds), afterReset: name.startsWith('reset') }] : [];
  });
/** From the `sending` commit until it is sent again: a lease, a first look, a second look. */
const resentAfterSeconds = 95;

describe('The planned troubles', () => {
  it.each([1000, 10_000])(
    'of %d recipients have one freeze that outlasts a resend, after a reset, and shorter ones',
    (n) => {
      const freezes = freezesOf(troublesOf(n));
      const long = freezes.filter(({ seconds }) => seconds > resentAfterSeconds);
      expect(long).toMatchObject([{ afterReset: true }]);
      expect(long[0]!.seconds).toBeLessThanOrEqual(120);
      expect(freezes.length).toBeGreaterThan(1);
    },
  );

  it('of 100,000 recipients have at least ten long freezes, some after a reset and some not', () => {
    const long = freezesOf(troublesOf(100_000)).filter(({ seconds }) => seconds > resentAfterSeconds);
    expect(long.length).toBeGreaterThanOrEqual(10);
    expect(new Set(long.map(({ afterReset }) => afterReset))).toEqual(new Set([true, false]));
  });

  it.each([
    'hold "alla"',
    'hold "bredvid"',
    'hold Redis still',
    'tell a worker to end',
    'restart PostgreSQL',
  ])('include: %s', (what) => {
    expect(troublesOf(10_000).some(({ name }) => name.startsWith(what))).toBe(true);
  });

  it('are in order, and no kill is so late that a short run would have to wait for its doubts', () => {
    const troubles = troublesOf(10_000);
    const at = troubles.map((one) => one.at);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    const kills = troubles.filter(({ name }) => name.includes('kill a worker') || name.includes('die'));
    expect(kills).toHaveLength(15);
    expect(Math.max(...kills.map((one) => one.at))).toBeLessThan(0.6);
  });
});
