import { aReport } from '../../../../test/support/report.js';
import type { Broadcast, BroadcastState, Progress } from '../api/answers.js';
import { moves, waits, withProgress } from './with-progress.js';

const progress = (state: BroadcastState, percent: number): Progress => ({
  state,
  percent,
  report: aReport({ planned: 10 }),
});
const broadcast = (state: BroadcastState, more: Partial<Broadcast> = {}) =>
  ({ id: 'b1', state, allowed: ['pause'], ...more }) as Broadcast;

describe('withProgress', () => {
  it('uses the event when it came after the request began, however late the answer arrives', () => {
    const asked = { askedAt: 100, broadcast: broadcast('approved') };
    const seen = withProgress(asked, { heardAt: 150, progress: progress('sending', 40) });
    expect(seen).toMatchObject({ state: 'sending', percent: 40, allowed: ['pause'] });
  });

  it('uses the answer when it was requested after the event', () => {
    const asked = { askedAt: 200, broadcast: broadcast('paused') };
    expect(withProgress(asked, { heardAt: 150, progress: progress('sending', 40) }).state).toBe('paused');
    expect(withProgress(asked, undefined).state).toBe('paused');
  });

  it('has no pace when the event has none', () => {
    const asked = { askedAt: 1, broadcast: broadcast('sending', { pace: { perMinute: 60 } }) };
    expect(withProgress(asked, { heardAt: 2, progress: progress('sending', 40) })).not.toHaveProperty('pace');
  });
});

describe('polling a broadcast', () => {
  it.each([
    ['draft', undefined, 'waits'],
    ['pending-approval', undefined, 'waits'],
    ['returned', undefined, 'waits'],
    ['approved', 0, 'moves'],
    ['sending', 100, 'moves'],
    ['paused', 40, 'moves'],
    ['completed', 99, 'moves'],
    ['completed', 100, 'still'],
    ['cancelled', 100, 'still'],
    ['rejected', undefined, 'still'],
  ] as const)('depends on the state: %s at %s %% %s', (state, percent, what) => {
    const seen = broadcast(state, percent === undefined ? {} : { percent, report: aReport({ planned: 10 }) });
    expect(waits(seen) ? 'waits' : moves(seen) ? 'moves' : 'still').toBe(what);
  });
});
