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
/** A delivery with its own calls, and the ids of the calls that the ledger took over for it. */
const side = (own: readonly Taken[], ...ledger: readonly string[]) => ({
  events: ledger.map(takenOver),
  taken: [...own],
  heard: own
    .filter(({ status }) => status === 'completed')
    .map(({ sid }): Heard => ({ sid, kind: 'call', at: 0 })),
});
const sids = ({ taken }: { taken: readonly Taken[] }) => taken.map(({ sid }) => sid);

describe('calls of two broadcasts to one phone', () => {
  it('are assigned as in the ledger if both were answered', () => {
    const one = side([call('A')], 'B');
    const other = side([call('R', 'busy'), call('B')], 'A');
    settleExchangedCalls([one, other]);
    expect([sids(one), sids(other)]).toEqual([['B'], ['R', 'A']]);
    expect([one, other].map(({ heard }) => heard.map(({ sid }) => sid))).toEqual([['B'], ['A']]);
  });

  it('are not exchanged if one broadcast made both calls and the other none', () => {
    const twice = side([call('A'), call('B')], 'A');
    const never = side([], 'B');
    settleExchangedCalls([twice, never]);
    expect([sids(twice), sids(never)]).toEqual([['A', 'B'], []]);
  });

  it('are not exchanged if one of them was not answered', () => {
    const one = side([call('A', 'no-answer')], 'B');
    const other = side([call('B')], 'A');
    settleExchangedCalls([one, other]);
    expect([sids(one), sids(other)]).toEqual([['A'], ['B']]);
  });
});
