import { ProviderList } from './provider-list.js';
import { broadcastOf, phone, rowOf } from './story.fixture.js';
import { tell } from './tell.js';
import type { Offence, Verdict } from './verdict.js';

const list = new ProviderList();
list.add({ sid: 'SM1', to: phone, kind: 'sms', status: 'delivered', at: 1000 }, 'kris');
list.add({ sid: 'SM2', to: phone, kind: 'sms', status: 'sent', at: 2000 }, undefined);
list.add({ sid: 'SM3', to: '+46701740606', kind: 'sms', status: 'sent', at: 3000 }, 'kris');
list.claim('SM1', 'alla');
list.claim(null, 'kris');

const offence: Offence = {
  story: {
    broadcast: broadcastOf({ name: 'kris', lane: 'crisis' }),
    row: rowOf({ status: 'unknown', reason: 'timeout', providerRef: null }),
    events: [],
    taken: [],
    heard: [],
  },
  findings: [{ kind: 'missed', why: 'unknown in a lane that sends again' }],
  listed: list.of(phone),
};
const verdict: Verdict = {
  missed: 1,
  duplicates: 0,
  excused: 0,
  inDoubt: 1,
  resolved: 0,
  resent: 0,
  unexplained: 0,
  offences: [offence],
  others: [],
};

describe('The printed story of a finding', () => {
  it('has each entry of the provider’s list for the phone, with its broadcast and the one that claims it', () => {
    const lines = tell(verdict).split('\n');
    expect(lines[0]).toBe(`! missed: kris (crisis) to ${phone}: unknown in a lane that sends again`);
    const listed = lines.slice(lines.indexOf(`    the provider's list for ${phone}`) + 1);
    expect(listed).toEqual([
      '    00:00:01.000   sms SM1 delivered, of kris, by our ledger of alla',
      '    00:00:02.000   sms SM2 sent, of unknown, unknown to our ledger',
    ]);
  });

  it('says that the provider’s list is empty if it is', () => {
    expect(tell({ ...verdict, offences: [{ ...offence, listed: [] }] })).toContain(
      `the provider's list for ${phone} is empty`,
    );
  });
});
