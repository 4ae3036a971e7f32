import { judgeDelivery } from './judge-delivery.js';
import { broadcastOf, phone, rowOf as row, takenOf as taken } from './story.fixture.js';
import type { Excuses, Heard, Story, StoryEvent, Taken } from './story.js';

const excuses: Excuses = {
  refused: new Set(),
  unknownNumbers: new Set(),
  refusedAsLandline: new Set(),
};

const heard = (more: Partial<Heard> = {}): Heard => ({ sid: 'SM1', kind: 'sms', at: 2000, ...more });
const event = (kind: string, at: number, detail: StoryEvent['detail'] = {}): StoryEvent => ({
  kind,
  at,
  detail,
});
const story = (more: Partial<Story> = {}): Story => ({
  broadcast: broadcastOf(),
  row: row(),
  events: [],
  taken: [taken()],
  heard: [heard()],
  ...more,
});
const kinds = (one: Story, excused = excuses) => judgeDelivery(one, excused).map(({ kind }) => kind);

const sentAgain = [event('in-doubt', 1500), event('sent-again-after-doubt', 70_000)];

describe('A delivery', () => {
  it.each<[string, Partial<Story>]>([
    ['delivered at the first try', {}],
    [
      'in doubt, and found in the list',
      { events: [event('in-doubt', 1500), event('found', 9000, { ref: 'SM1' })] },
    ],
    [
      'never taken, and sent again',
      {
        row: row({ attempts: 2, token: 'second', resent: true }),
        events: sentAgain,
        taken: [taken({ token: 'second', at: 71_000 })],
      },
    ],
    [
      'a call that was busy, and redialled',
      {
        row: row({ channel: 'voice', attempts: 2, providerRef: 'CA2' }),
        taken: [
          taken({ sid: 'CA1', kind: 'call', status: 'busy' }),
          taken({ sid: 'CA2', kind: 'call', status: 'completed', at: 181_000 }),
        ],
        heard: [heard({ sid: 'CA2', kind: 'call' })],
      },
    ],
    [
      'never taken, sent again as a text to a landline, and called instead',
      {
        row: row({ channel: 'voice', token: 'third', providerRef: 'CA1', resent: true }),
        events: [...sentAgain, event('called-instead', 71_500)],
        taken: [
          taken({ token: 'second', status: 'undelivered', errorCode: 30006, at: 71_000 }),
          taken({ sid: 'CA1', kind: 'call', token: 'third', status: 'completed', at: 72_000 }),
        ],
        heard: [heard({ sid: 'CA1', kind: 'call', at: 72_500 })],
      },
    ],
    [
      'a call whose listener pressed a key, which is heard in two parts',
      {
        row: row({ channel: 'voice', providerRef: 'CA1' }),
        taken: [taken({ sid: 'CA1', kind: 'call', status: 'completed' })],
        heard: [heard({ sid: 'CA1', kind: 'call' }), heard({ sid: 'CA1', kind: 'call', at: 3000 })],
      },
    ],
    [
      'a text to a landline, which was called instead',
      {
        row: row({ channel: 'voice', providerRef: 'CA1' }),
        events: [event('called-instead', 1500)],
        taken: [
          taken({ status: 'undelivered', errorCode: 30006 }),
          taken({ sid: 'CA1', kind: 'call', status: 'completed', at: 2000 }),
        ],
        heard: [heard({ sid: 'CA1', kind: 'call' })],
      },
    ],
  ])('has no findings: %s', (_, more) => {
    expect(kinds(story(more))).toEqual([]);
  });

  it('is missed if it is undelivered, unless the fault script has no such number', () => {
    const nowhere = story({
      row: row({ status: 'undelivered', reason: '30005' }),
      taken: [taken({ status: 'undelivered', errorCode: 30005 })],
      heard: [],
    });
    expect(kinds(nowhere, { ...excuses, unknownNumbers: new Set([phone]) })).toEqual([]);
    expect(kinds(nowhere)).toEqual(['missed']);
  });

  it('is missed if it is rejected, unless the fault script refused it', () => {
    const refused = story({ row: row({ status: 'rejected', reason: '21211' }), taken: [], heard: [] });
    expect(kinds(refused, { ...excuses, refused: new Set([phone]) })).toEqual([]);
    expect(kinds(refused)).toEqual(['missed']);
  });

  it('is missed if a landline refused its text and was not called, unless its broadcast was cancelled', () => {
    const refused = { row: row({ status: 'rejected', reason: '21614' }), taken: [], heard: [] };
    const cancelled = story({ ...refused, broadcast: { ...story({}).broadcast, isCancelled: true } });
    const landline = { ...excuses, refusedAsLandline: new Set([phone]) };
    expect(kinds(cancelled, landline)).toEqual([]);
    expect(kinds(cancelled)).toEqual(['missed']);
    expect(kinds(story(refused), landline)).toEqual(['missed']);
  });

  it('is missed if it ends unknown, unless in the routine lane', () => {
    const given = story({
      row: row({ status: 'unknown', reason: 'worker-lost', providerRef: null }),
      events: [event('in-doubt', 1500), event('given-up', 70_000)],
      taken: [],
      heard: [],
    });
    expect(kinds({ ...given, broadcast: { ...given.broadcast, lane: 'routine' } })).toEqual([]);
    expect(kinds(given)).toEqual(['missed']);
  });
});

describe('A missed phone', () => {
  it('is found if its row says delivered', () => {
    expect(kinds(story({ heard: [] }))).toEqual(['missed']);
  });

  it.each(['planned', 'sending', 'accepted', 'sent', 'in-doubt', 'expired', 'cancelled', 'no-receipt'])(
    'is found if its row ended as %s',
    (status) => {
      expect(kinds(story({ row: row({ status }), heard: [] }))).toContain('missed');
    },
  );

  it('is found if it was suppressed without a valid reason', () => {
    const left = story({
      row: row({ status: 'suppressed', reason: 'quarantined', attempts: 0 }),
      taken: [],
      heard: [],
    });
    expect(kinds(left)).toEqual(['missed']);
    expect(kinds(left, { ...excuses, unknownNumbers: new Set([phone]) })).toEqual([]);
  });
});

describe('A phone that was given up', () => {
  const ended = (status: 'undelivered' | 'failed', takes: readonly Partial<Taken>[], reason: string) => {
    const all = takes.map((one, i) => taken({ sid: `S${i}`, status, at: 1000 * (i + 1), ...one }));
    return story({
      row: row({
        status,
        reason,
        channel: all.at(-1)!.kind === 'sms' ? 'sms' : 'voice',
        attempts: all.filter(({ kind }) => kind === all.at(-1)!.kind).length,
        providerRef: all.at(-1)!.sid,
      }),
      taken: all,
      heard: [],
    });
  };
  const busy = { kind: 'call', status: 'busy' } as const;
  const silent = { kind: 'call', status: 'no-answer' } as const;

  it.each<[string, Story]>([
    ['a line that was busy once', ended('undelivered', [busy], 'busy')],
    ['a call that nobody answered twice', ended('undelivered', [silent, silent], 'no-answer')],
    ['a landline that was texted and never called', ended('undelivered', [{ errorCode: 30006 }], '30006')],
    ['a phone out of reach that was tried once', ended('undelivered', [{ errorCode: 30003 }], '30003')],
    ['a full queue, after four tries', ended('failed', Array(4).fill({ errorCode: 30001 }), '30001')],
    ['a call that failed for no reason', ended('failed', [{ kind: 'call' }], 'failed')],
    [
      'a landline that was called instead, and busy once',
      ended('undelivered', [{ errorCode: 30006 }, busy], 'busy'),
    ],
  ])('is missed if tries were left: %s', (_, one) => {
    expect(kinds(one)).toContain('missed');
  });

  it.each<[string, Story]>([
    ['three calls that nobody answered', ended('undelivered', [silent, busy, silent], 'no-answer')],
    ['two texts out of reach', ended('undelivered', [{ errorCode: 30003 }, { errorCode: 30003 }], '30003')],
    ['five texts to a full queue', ended('failed', Array(5).fill({ errorCode: 30001 }), '30001')],
    ['a text that was filtered', ended('undelivered', [{ errorCode: 30007 }], '30007')],
    [
      'a landline that was called three times instead',
      ended('undelivered', [{ errorCode: 30006 }, busy, busy, busy], 'busy'),
    ],
  ])('is not missed after all tries: %s', (_, one) => {
    expect(kinds(one)).toEqual([]);
  });

  it('is not missed if one of its three calls was sent again because the provider never had it', () => {
    const two = ended('undelivered', [busy, busy], 'busy');
    const given = { ...two, events: [event('in-doubt', 100), event('sent-again-after-doubt', 900)] };
    expect(kinds({ ...given, row: { ...two.row, attempts: 3, resent: true } })).toEqual([]);
    expect(kinds(two)).toEqual(['missed']);
  });

  it.each(['21614', '21635'])('is missed if a refusal as landline (%s) was its last try', (reason) => {
    const refused = story({ row: row({ status: 'rejected', reason }), taken: [], heard: [] });
    expect(kinds(refused)).toEqual(['missed']);
  });

  it('is not missed if its broadcast was cancelled', () => {
    const one = ended('undelivered', [busy], 'busy');
    expect(kinds({ ...one, broadcast: { ...one.broadcast, isCancelled: true } })).toEqual([]);
  });
});

describe('A cancelled delivery', () => {
  const given = story({
    row: row({ status: 'cancelled', attempts: 0, providerRef: null, token: null, sentAt: null }),
    taken: [],
    heard: [],
  });
  const cancelled = { ...given, broadcast: { ...given.broadcast, isCancelled: true } };

  it('has no findings if its broadcast was cancelled, and is missed if not', () => {
    expect(kinds(cancelled)).toEqual([]);
    expect(kinds(given)).toEqual(['missed']);
  });

  it('may have one attempt that is in no other book if it was in doubt', () => {
    const doubted = { ...cancelled, events: [event('in-doubt', 1500)] };
    expect(kinds({ ...doubted, row: row({ ...doubted.row, attempts: 1 }) })).toEqual([]);
    expect(kinds({ ...doubted, row: row({ ...doubted.row, attempts: 2 }) })).toEqual(['unexplained']);
  });

  it('is unexplained if the handset has it', () => {
    expect(kinds({ ...cancelled, taken: [taken()], heard: [heard()] })).toContain('unexplained');
  });
});

describe('A duplicate', () => {
  const twice = story({
    row: row({ attempts: 2, token: 'second', providerRef: 'SM2', resent: true }),
    events: sentAgain,
    taken: [taken(), taken({ sid: 'SM2', token: 'second', at: 71_000 })],
    heard: [heard(), heard({ sid: 'SM2', at: 72_000 })],
  });

  it('is found even if the row is marked as sent again', () => {
    expect(kinds(twice)).toContain('duplicate');
  });

  it('is excused if the provider accepted the first request only after the second look', () => {
    const late = { ...twice, taken: [taken({ at: 90_000, lateMs: 89_000 }), twice.taken[1]!] };
    expect(kinds(late)).toContain('excused-duplicate');
    expect(kinds(late)).not.toContain('duplicate');
  });

  it.each([
    ['at once', 0],
    ['a little late', 3000],
    ['late, and received it only after the first look', 75_000],
  ])('is not excused if the provider accepted the first request %s', (_, lateMs) => {
    const thawed = { ...twice, taken: [taken({ at: 90_000, lateMs }), twice.taken[1]!] };
    expect(kinds(thawed)).toContain('duplicate');
    expect(kinds(thawed)).not.toContain('excused-duplicate');
  });

  it('is found if a phone answered two calls', () => {
    const answered = story({
      row: row({ channel: 'voice', attempts: 2, providerRef: 'CA2' }),
      taken: ['CA1', 'CA2'].map((sid, i) => taken({ sid, kind: 'call', status: 'completed', at: 1000 + i })),
      heard: ['CA1', 'CA2'].map((sid) => heard({ sid, kind: 'call' })),
    });
    expect(kinds(answered)).toEqual(['duplicate']);
  });
});

describe('A row that contradicts the other books', () => {
  it.each<[string, Partial<Story>]>([
    ['failed, and the handset has it', { row: row({ status: 'failed' }) }],
    ['unknown, and the handset has it', { row: row({ status: 'unknown' }) }],
    ['another reference than the provider gave', { row: row({ providerRef: 'SM9' }) }],
    ['delivered, where the provider says sent', { taken: [taken({ status: 'sent' })] }],
    [
      'another reason than the provider gave',
      {
        row: row({ status: 'undelivered', reason: '30003' }),
        taken: [taken({ status: 'undelivered', errorCode: 30005 })],
        heard: [],
      },
    ],
    ['sent again without an event', { row: row({ resent: true }) }],
    ['an event of sending again without the mark', { events: sentAgain, row: row({ attempts: 2 }) }],
    [
      'sent again without ever having been in doubt',
      { events: [sentAgain[1]!], row: row({ attempts: 2, resent: true }) },
    ],
    ['found with the reference of another delivery', { events: [event('found', 9000, { ref: 'SM9' })] }],
    [
      'accepted twice and received once',
      { taken: [taken(), taken({ sid: 'SM2', at: 1100 })], row: row({ attempts: 2 }) },
    ],
    ['more attempts than the other books have', { row: row({ attempts: 3 }) }],
    ['sent to another phone', { taken: [taken({ to: '+46701740606' })] }],
    ['still accepted at the end, and the handset has it', { row: row({ status: 'accepted' }) }],
  ])('is unexplained: %s', (_, more) => {
    expect(kinds(story(more))).toContain('unexplained');
  });
});
