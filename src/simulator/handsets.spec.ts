import { Handsets, presentHandset } from './handsets.js';
import { Ledger } from './ledger.js';
import { SidMint } from './sids.js';

const mint = new SidMint();
const text = (n: number) => ({ at: n, kind: 'sms' as const, from: 'LuleaKommun', text: 'Hej', n });

describe('the handsets', () => {
  it('keep what each phone received, in order', () => {
    const handsets = new Handsets(new Ledger());
    handsets.receive('+46701740605', text(0));
    handsets.receive('+46701740606', text(1));
    handsets.receive('+46701740605', { ...text(2), kind: 'call', text: 'Hallå' });
    expect(presentHandset(handsets.get('+46701740605'), mint)).toEqual({
      e164: '+46701740605',
      received: [
        {
          at: '1970-01-01T00:00:00.000Z',
          kind: 'sms',
          from: 'LuleaKommun',
          text: 'Hej',
          sid: mint.sid('SM', 0),
        },
        {
          at: '1970-01-01T00:00:00.002Z',
          kind: 'call',
          from: 'LuleaKommun',
          text: 'Hallå',
          sid: mint.sid('CA', 2),
        },
      ],
    });
    expect(handsets.latest().map(({ e164 }) => e164)).toEqual(['+46701740605', '+46701740606']);
  });

  it('give an empty phone for a number that received nothing', () => {
    expect(new Handsets(new Ledger()).get('+46701740699').received).toEqual([]);
  });

  it('list the 200 phones with the latest activity', () => {
    const handsets = new Handsets(new Ledger());
    for (let i = 0; i < 300; i++) handsets.receive(`+46701${String(i).padStart(6, '0')}`, text(i));
    handsets.receive('+46701000000', text(300));
    const latest = handsets.latest().map(({ e164 }) => e164);
    expect(latest).toHaveLength(200);
    expect(latest.slice(0, 2)).toEqual(['+46701000000', '+46701000299']);
    expect(handsets.count).toBe(300);
  });

  it.each([['070-174 06 05'], ['+46 70 174 06 05'], ['0046701740605'], ['06 05'], ['17406']])(
    'are found by %s',
    (typed) => {
      const handsets = new Handsets(new Ledger());
      handsets.receive('+46701740605', text(0));
      expect(handsets.find(typed)).toHaveLength(1);
      expect(handsets.find('99')).toEqual([]);
      expect(handsets.find('x')).toEqual([]);
    },
  );

  it('recognize only SIDs of the same kind and the same run', () => {
    expect(mint.number('SM', mint.sid('SM', 4_000_000_000))).toBe(4_000_000_000);
    expect(mint.number('CA', mint.sid('SM', 1))).toBeUndefined();
    expect(mint.number('SM', new SidMint().sid('SM', 1))).toBeUndefined();
  });
});
