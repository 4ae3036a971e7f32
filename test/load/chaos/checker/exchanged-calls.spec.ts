import { settleExchangedCalls } from './exchanged-calls.js';
import type { Heard, StoryEvent, Taken } from './story.js';

const call = (sid: string, status = 'completed'): Taken => ({
  sid,
  to: '+46846500400',
  kind: 'call',
  status,
  errorCode: null,
  at: 0,
  lateMs: 0,
  token: 't',
});
const takenOver = (ref: string): StoryEvent => ({ at: 0, kind: 'taken-over', detail: { ref } });
/** A delivery whose own calls were these, and whose ledger took these over. */
const side = (own: readonly Taken[], ...ledger: readonly string[]) => ({
  events: ledger.map(takenOver),
  taken: [...own],
  heard: own
    .filter(({ status }) => status === 'completed')
    .map(({ sid }): Heard => ({ sid, kind: 'call', at: 0 })),
});
const sids = ({ taken }: { taken: readonly Taken[] }) => taken.map(({ sid }) => sid);

describe('calls of two broadcasts to one phone', () => {
  it('that were both answered stand where the ledger has them', () => {
    const one = side([call('A')], 'B');
    const other = side([call('R', 'busy'), call('B')], 'A');
    settleExchangedCalls([one, other]);
    expect([sids(one), sids(other)]).toEqual([['B'], ['R', 'A']]);
    expect([one, other].map(({ heard }) => heard.map(({ sid }) => sid))).toEqual([['B'], ['A']]);
  });

  it('stay apart where one broadcast was called twice and the other never', () => {
    const twice = side([call('A'), call('B')], 'A');
    const never = side([], 'B');
    settleExchangedCalls([twice, never]);
    expect([sids(twice), sids(never)]).toEqual([['A', 'B'], []]);
  });

  it('stay apart where one was not answered', () => {
    const one = side([call('A', 'no-answer')], 'B');
    const other = side([call('B')], 'A');
    settleExchangedCalls([one, other]);
    expect([sids(one), sids(other)]).toEqual([['A'], ['B']]);
  });
});
