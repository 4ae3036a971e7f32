import { type Play, accountSid, landline, resident, sender, startHarness } from './harness.fixture.js';

let play: Play;
beforeEach(async () => (play = await startHarness()));
afterEach(() => play.close());

const text = { To: resident, From: sender, Body: 'Vattnet är avstängt' };

describe('a text sent with Twilio’s own client', () => {
  it('is accepted, sent and delivered, with signed receipts in order', async () => {
    const statusCallback = `${play.receiverUrl}/status?token=a%20b&x='1'`;
    const created = await play.client.messages.create({
      to: resident,
      from: sender,
      body: 'Hej å',
      statusCallback,
    });
    expect(created).toMatchObject({
      status: 'queued',
      to: resident,
      from: sender,
      numSegments: '1',
      dateSent: null,
    });

    const receipts = await play.callbacks(2);
    expect(receipts.map(({ params }) => params.MessageStatus)).toEqual(['sent', 'delivered']);
    for (const receipt of receipts) {
      expect(receipt.genuine).toBe(true);
      expect(receipt.path).toContain('token=a%20b');
      expect(receipt.params).toMatchObject({
        MessageSid: created.sid,
        SmsSid: created.sid,
        SmsStatus: receipt.params.MessageStatus,
        To: resident,
        From: sender,
        AccountSid: accountSid,
        ApiVersion: '2010-04-01',
      });
    }
    const fetched = await play.client.messages(created.sid).fetch();
    expect(fetched).toMatchObject({ status: 'delivered', errorCode: null });
    expect(fetched.dateSent).toBeInstanceOf(Date);
    expect(await play.handsets()).toEqual([
      {
        e164: resident,
        received: [{ at: expect.any(String), kind: 'sms', from: sender, text: 'Hej å', sid: created.sid }],
      },
    ]);
  });

  it('can go through a messaging service, which chooses the number later', async () => {
    const messagingServiceSid = `MG${'1'.repeat(32)}`;
    const statusCallback = `${play.receiverUrl}/status`;
    const created = await play.client.messages.create({
      to: resident,
      messagingServiceSid,
      body: 'Hej',
      statusCallback,
    });
    expect(created).toMatchObject({ status: 'accepted', from: null, messagingServiceSid });
    const [receipt] = await play.callbacks(2);
    expect(receipt?.params).toMatchObject({ From: sender, MessagingServiceSid: messagingServiceSid });
  });

  it('to a landline is accepted and then undelivered, and does not reach the phone', async () => {
    await play.post('/Messages.json', {
      ...text,
      To: landline,
      StatusCallback: `${play.receiverUrl}/status`,
    });
    const receipts = await play.callbacks(2);
    expect(receipts[1]?.params).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30006' });
    expect((await play.inbox(landline)).body).toEqual({ e164: landline, received: [] });
  });

  it('is listed newest first, in pages, filtered by recipient, sender and day', async () => {
    for (const body of ['1', '2', '3', '4', '5']) {
      await play.client.messages.create({ to: resident, from: sender, body });
      await play.client.messages.create({ to: '+46701740606', from: 'LuleaKommun', body });
    }
    const bodies = async (filter: object) =>
      (await play.client.messages.list(filter)).map(({ body }) => body);
    expect(await bodies({ to: resident, pageSize: 2 })).toEqual(['5', '4', '3', '2', '1']);
    expect(await bodies({ from: 'LuleaKommun', limit: 2 })).toEqual(['5', '4']);
    expect(await bodies({ dateSentBefore: new Date('2020-01-01') })).toEqual([]);
    const { body } = await play.get(`/Messages.json?To=${encodeURIComponent(resident)}&PageSize=2`);
    expect(body).toMatchObject({ page: 0, start: 0, end: 1, page_size: 2, previous_page_uri: null });
    expect(body.next_page_uri).toMatch(
      new RegExp(
        `^/2010-04-01/Accounts/${accountSid}/Messages.json\\?To=%2B46701740605&PageSize=2&Page=1&PageToken=PASM`,
      ),
    );
  });

  it('can be redacted after delivery; the handset keeps its text', async () => {
    const { body } = await play.post('/Messages.json', {
      ...text,
      StatusCallback: `${play.receiverUrl}/status`,
    });
    await play.callbacks(2);
    expect(await play.client.messages(body.sid).update({ body: '' })).toMatchObject({ body: '' });
    expect(await play.post(`/Messages/${body.sid}.json`, { Status: 'canceled' })).toMatchObject({
      status: 409,
    });
    expect((await play.inbox(resident)).body.received[0]?.text).toBe(text.Body);
  });

  it('can be cancelled before it is sent', async () => {
    await play.close();
    play = await startHarness({ speed: { sent: [150, 150] } });
    const { body } = await play.post('/Messages.json', {
      ...text,
      StatusCallback: `${play.receiverUrl}/status`,
    });
    expect(await play.client.messages(body.sid).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
    });
    const [receipt] = await play.callbacks(1);
    expect(receipt?.params.MessageStatus).toBe('canceled');
    expect(await play.handsets()).toEqual([]);
  });
});

describe('a request that Twilio would refuse', () => {
  const call = { To: landline, From: sender, Twiml: '<Response/>' };
  it.each<[string, Record<string, string>, number]>([
    ['/Messages.json', { ...text, To: '' }, 21604],
    ['/Messages.json', { ...text, To: '070-174 06 05' }, 21211],
    ['/Messages.json', { ...text, From: '' }, 21603],
    ['/Messages.json', { ...text, From: 'Luleå kommun' }, 21212],
    ['/Messages.json', { ...text, Body: '' }, 21602],
    ['/Messages.json', { ...text, Body: 'å'.repeat(1601) }, 21617],
    ['/Messages.json', { ...text, StatusCallback: 'localhost/x' }, 21609],
    ['/Messages.json', { ...text, ValidityPeriod: '0' }, 21624],
    ['/Messages.json', { ...text, ValidityPeriod: '36001' }, 21624],
    ['/Calls.json', { ...call, To: '' }, 21201],
    ['/Calls.json', { ...call, To: '12' }, 21211],
    ['/Calls.json', { ...call, From: '' }, 21213],
    ['/Calls.json', { ...call, From: 'LuleaKommun' }, 21212],
    ['/Calls.json', { ...call, Twiml: '' }, 21205],
    ['/Calls.json', { ...call, Twiml: 'x'.repeat(4001) }, 32018],
    ['/Calls.json', { ...call, StatusCallbackEvent: 'answred' }, 21626],
    ['/Calls.json', { ...call, MachineDetection: 'maybe' }, 21263],
  ])('%s %j is refused with %d', async (path, form, code) => {
    expect(await play.post(path, form)).toMatchObject({
      status: 400,
      body: {
        code,
        status: 400,
        message: expect.any(String),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
      },
    });
    expect((await play.get('/Messages.json')).body.messages).toEqual([]);
  });

  it.each([
    ['with a wrong password', {}, { authorization: 'Basic x' }, 401, 20003],
    ['as JSON', { method: 'POST', body: '{}' }, { 'content-type': 'application/json' }, 415, 12300],
    ['for another account', { account: 'AC1' }, {}, 404, 20404],
    ['for an unknown message', { path: '/Messages/SM0.json' }, {}, 404, 20404],
    ['for an unknown resource', { path: '/Recordings.json' }, {}, 404, 20404],
    ['to delete', { method: 'DELETE' }, {}, 405, 20004],
  ])(
    '%s is refused',
    async (
      _name,
      {
        account = accountSid,
        path = '/Messages.json',
        ...init
      }: { account?: string; path?: string } & RequestInit,
      headers,
      status,
      code,
    ) => {
      const authorization = `Basic ${Buffer.from(`${accountSid}:token-for-tests`).toString('base64')}`;
      const answer = await fetch(`${play.url}/2010-04-01/Accounts/${account}${path}`, {
        ...init,
        headers: { authorization, ...headers },
      });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ code, status });
    },
  );
});

describe('a call', () => {
  const twiml =
    '<Response><Say>Hej.</Say><Gather numDigits="1" action="{}/keys?id=1"><Say>Tryck 1.</Say></Gather></Response>';
  const begin = (more: [string, string][] = []) =>
    play.post('/Calls.json', [
      ['To', landline],
      ['From', sender],
      ['Twiml', twiml.replace('{}', play.receiverUrl)],
      ['StatusCallback', `${play.receiverUrl}/status?t=1`],
      ...more,
    ]);
  const events = ['initiated', 'ringing', 'answered', 'completed'].map((e): [string, string] => [
    'StatusCallbackEvent',
    e,
  ]);

  it('rings, is answered and heard, and all requested events are reported in order', async () => {
    const { status, body } = await begin([...events, ['MachineDetection', 'DetectMessageEnd']]);
    expect([status, body.status]).toEqual([201, 'queued']);
    const receipts = await play.callbacks(4);
    expect(receipts.every(({ genuine }) => genuine)).toBe(true);
    expect(receipts.map(({ params }) => [params.CallStatus, params.SequenceNumber])).toEqual([
      ['initiated', '0'],
      ['ringing', '1'],
      ['in-progress', '2'],
      ['completed', '3'],
    ]);
    expect(receipts[3]?.params).toMatchObject({ CallSid: body.sid, CallDuration: '1', AnsweredBy: 'human' });
    expect(await play.client.calls(body.sid).fetch()).toMatchObject({ status: 'completed', duration: '1' });
    expect((await play.inbox(landline)).body.received).toEqual([
      { at: expect.any(String), kind: 'call', from: sender, text: 'Hej.\nTryck 1.', sid: body.sid },
    ]);
  });

  it('reports only its end by default', async () => {
    await begin();
    expect((await play.callbacks(1)).map(({ params }) => params.CallStatus)).toEqual(['completed']);
  });

  it('posts a pressed key and plays the TwiML of the answer', async () => {
    const { body } = await begin();
    await play.callbacks(1);
    play.respondWith(() => ({ body: '<Response><Say>Tack.</Say></Response>' }));
    const pressed = await play.json(`/handsets/${landline}/press`, { call: body.sid, digits: '2' });
    expect(pressed.body.received.map(({ text }) => text)).toEqual(['Hej.\nTryck 1.', 'Tack.']);
    const [key] = await play.callbacks(1, '/keys?id=1');
    expect(key).toMatchObject({ genuine: true, params: { Digits: '2', CallSid: body.sid, To: landline } });
    expect((await play.json(`/handsets/${resident}/press`, { call: body.sid, digits: '1' })).status).toBe(
      404,
    );
    expect((await play.json(`/handsets/${landline}/press`, { call: body.sid, digits: 'x' })).status).toBe(
      400,
    );
  });

  it('fetches its script from the given URL, and follows redirects', async () => {
    play.respondWith(({ path }) => ({
      body:
        path === '/script'
          ? '<Response><Say>Ett</Say><Redirect>next</Redirect></Response>'
          : '<Response><Say>Två</Say></Response>',
    }));
    const statusCallback = `${play.receiverUrl}/status`;
    await play.client.calls.create({
      to: landline,
      from: sender,
      url: `${play.receiverUrl}/script`,
      statusCallback,
    });
    const [script] = await play.callbacks(1, '/script');
    expect(script).toMatchObject({ genuine: true, params: { CallStatus: 'in-progress', To: landline } });
    await play.callbacks(1, '/next');
    await play.callbacks(1, '/status');
    expect((await play.inbox(landline)).body.received[0]?.text).toBe('Ett\nTvå');
  });

  it('can be cancelled while it rings', async () => {
    await play.close();
    play = await startHarness({ speed: { answered: [300, 300] } });
    const { body } = await begin();
    expect(await play.client.calls(body.sid).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
    });
    const [receipt] = await play.callbacks(1);
    expect(receipt?.params).toMatchObject({ CallStatus: 'canceled', CallDuration: '0' });
    expect(await play.handsets()).toEqual([]);
    expect(await play.post(`/Calls/${body.sid}.json`, { Twiml: '<Response/>' })).toMatchObject({
      body: { code: 21220 },
    });
  });

  it('is listed by recipient and status', async () => {
    await begin();
    await play.callbacks(1);
    expect(await play.client.calls.list({ to: landline, status: 'completed' })).toHaveLength(1);
    expect(await play.client.calls.list({ status: 'busy' })).toEqual([]);
  });
});

describe('receipts', () => {
  it('are retried after a 503, and stay in order', async () => {
    let stumbles = 1;
    play.respondWith(() => ({ status: stumbles-- > 0 ? 503 : 204 }));
    await play.post('/Messages.json', { ...text, StatusCallback: `${play.receiverUrl}/status` });
    const receipts = await play.callbacks(3);
    expect(receipts.map(({ params }) => params.MessageStatus)).toEqual(['sent', 'sent', 'delivered']);
  });
});
