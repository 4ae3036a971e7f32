import { type Play, landline, resident, sender, startHarness } from './harness.fixture.js';

let play: Play;
beforeEach(async () => (play = await startHarness()));
afterEach(() => play.close());

const tokenUrl = (token: string) => `${play.receiverUrl}/status?token=${token}`;
const send = (token: string, To = resident) =>
  play.post('/Messages.json', { To, From: sender, Body: 'Hej å', StatusCallback: tokenUrl(token) });
const ring = (token: string) =>
  play.post('/Calls.json', {
    To: landline,
    From: sender,
    Twiml: `<Response><Say>Hej</Say><Gather action="${play.receiverUrl}/keys"/></Response>`,
    StatusCallback: tokenUrl(token),
  });
const lines = async (path: string) => {
  const answer = await fetch(play.url + path);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const text = await answer.text();
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
};
const summary = async () => (await fetch(`${play.url}/ledger/summary`)).json();

describe('the ledger of what was received', () => {
  it('has a line for each text and call, in order, with the token of its create request', async () => {
    const text = (await send('a')).body;
    await play.callbacks(2);
    const call = (await ring('b')).body;
    await play.callbacks(3);
    const at = expect.any(Number);
    const all = await lines('/ledger');
    expect(all).toEqual([
      {
        seq: 1,
        at,
        e164: resident,
        kind: 'sms',
        from: sender,
        text: 'Hej å',
        sid: text.sid,
        acceptedAt: at,
        tokenUrl: tokenUrl('a'),
      },
      {
        seq: 2,
        at,
        e164: landline,
        kind: 'call',
        from: sender,
        text: 'Hej',
        sid: call.sid,
        acceptedAt: at,
        tokenUrl: tokenUrl('b'),
      },
    ]);
    expect(all[0].at).toBeGreaterThanOrEqual(all[0].acceptedAt);
    expect(await lines('/ledger?after=1')).toEqual([all[1]]);
    expect(await lines('/ledger?after=2')).toEqual([]);
    expect(await summary()).toEqual({ received: 2, handsets: 2, moreThanOnce: 0 });
  });

  it('counts a phone reached by two messages as moreThanOnce, but not a phone that pressed a key in a call', async () => {
    const call = (await ring('a')).body;
    await play.callbacks(1);
    play.respondWith(() => ({ body: '<Response><Say>Tack</Say></Response>' }));
    await play.json(`/handsets/${landline}/press`, { call: call.sid, digits: '1' });
    await send('b');
    await send('c');
    await play.callbacks(5, '/status');
    expect(await summary()).toEqual({ received: 4, handsets: 2, moreThanOnce: 1 });
    expect((await lines('/ledger?after=1')).map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'Tack'],
      [3, 'Hej å'],
      [4, 'Hej å'],
    ]);
  });

  it('keeps the text when the message is redacted', async () => {
    const { body } = await send('a');
    await play.callbacks(2);
    await play.post(`/Messages/${body.sid}.json`, { Body: '' });
    expect(await lines('/ledger')).toMatchObject([{ text: 'Hej å' }]);
  });

  it.each(['x', '-1', ''])('refuses ?after=%s with 400', async (after) => {
    expect((await fetch(`${play.url}/ledger?after=${after}`)).status).toBe(400);
  });
});

describe('the ledger of what was accepted', () => {
  it('has every accepted request with its status, also if the answer was lost', async () => {
    await play.json('/faults', {
      rules: [
        { match: { to: resident, first: 1 }, fault: { kind: 'accept-then-reset' } },
        { match: { to: resident }, fault: { kind: 'reject', code: 21610 } },
        { match: { to: landline }, fault: { kind: 'latency', ms: 20 } },
      ],
    });
    await expect(send('torn')).rejects.toThrow('fetch failed');
    expect((await send('refused')).status).toBe(400);
    const { body } = await send('landline', landline);
    await play.callbacks(4);
    const at = expect.any(Number);
    const accepted = await lines('/ledger/accepted');
    expect(accepted).toEqual([
      {
        seq: 1,
        at,
        lateMs: 0,
        to: resident,
        from: sender,
        kind: 'sms',
        sid: expect.stringMatching(/^SM/),
        status: 'delivered',
        errorCode: null,
        tokenUrl: tokenUrl('torn'),
      },
      {
        seq: 2,
        at,
        lateMs: 20,
        to: landline,
        from: sender,
        kind: 'sms',
        sid: body.sid,
        status: 'undelivered',
        errorCode: 30006,
        tokenUrl: tokenUrl('landline'),
      },
    ]);
    expect(await lines('/ledger/accepted?after=1')).toEqual([accepted[1]]);
    expect(await lines('/ledger')).toMatchObject([{ sid: accepted[0].sid }]);
  });
});

describe('the rate at which a sender was accepted', () => {
  const rate = async (query = '') => (await (await fetch(`${play.url}/rate${query}`)).json()).senders;

  it('counts segments of texts and calls separately, and does not count refused requests', async () => {
    const before = Date.now() - 1;
    await send('a');
    await play.post('/Messages.json', { To: resident, From: sender, Body: 'å'.repeat(200) });
    await play.post('/Messages.json', { To: resident, From: 'LuleaKommun', Body: 'Hej' });
    await play.post('/Messages.json', { To: '12', From: sender, Body: 'Hej' });
    await ring('b');
    const all = await rate();
    const times = { firstAt: expect.any(Number), lastAt: expect.any(Number) };
    expect(all).toEqual([
      { kind: 'sms', sender, units: 3, maxInAnySecond: expect.any(Number), ...times },
      { kind: 'sms', sender: 'LuleaKommun', units: 1, maxInAnySecond: 1, ...times },
      { kind: 'call', sender, units: 1, maxInAnySecond: 1, ...times },
    ]);
    expect(await rate(`?from=${before}&sender=LuleaKommun`)).toEqual([all[1]]);
    expect(await rate(`?sender=${encodeURIComponent(sender)}&to=${all[0].lastAt}`)).toMatchObject([
      { units: 1 },
    ]);
    expect(await rate(`?from=${Date.now() + 60_000}`)).toEqual([]);
  });
});
