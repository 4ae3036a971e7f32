import { type Play, landline, resident, sender, startHarness } from './harness.fixture.js';

let play: Play;
beforeEach(async () => (play = await startHarness()));
afterEach(() => play.close());

const StatusCallback = () => `${play.receiverUrl}/status`;
const send = (more: Record<string, string> = { From: sender }) =>
  play.post('/Messages.json', { To: resident, Body: 'Hej', StatusCallback: StatusCallback(), ...more });
const ring = () =>
  play.post('/Calls.json', {
    To: landline,
    From: sender,
    Twiml: '<Response><Say>Hej</Say></Response>',
    StatusCallback: StatusCallback(),
  });
const limit = (limits: object) => play.json('/limits', limits);
const now = async () => (await (await fetch(`${play.url}/limits`)).json()).now;

describe('a sender with its own rate', () => {
  it('sends queued messages one after another at that rate', async () => {
    await limit({ senders: [{ from: sender, unitsPerSecond: 20 }] });
    for (let i = 0; i < 4; i++) await send({ From: sender, Body: String(i) });
    await play.callbacks(8);
    const lines = (await (await fetch(`${play.url}/ledger`)).text()).trim().split('\n');
    const received = lines.map(
      (line) => JSON.parse(line) as { text: string; at: number; acceptedAt: number },
    );
    expect(received.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
    // The last one is sent three gaps of 50 ms after the first was accepted. Both times are rounded to a millisecond.
    expect(received[3]!.at - received[0]!.acceptedAt).toBeGreaterThanOrEqual(148);
  });

  it('with a full queue gets 21611 for a text and 22005 for a call', async () => {
    await limit({ senders: [{ from: sender, unitsPerSecond: 0.001, queueSeconds: 1 }] });
    expect((await send()).status).toBe(201);
    expect(await send()).toMatchObject({ status: 400, body: { code: 21611 } });
    expect((await ring()).status).toBe(201);
    expect(await ring()).toMatchObject({ status: 400, body: { code: 22005 } });
    expect((await send({ From: 'LuleaKommun' })).status).toBe(201);
  });

  it('in a messaging service with a full queue gets its text accepted, which then fails with 30001', async () => {
    const MessagingServiceSid = `MG${'1'.repeat(32)}`;
    await limit({ senders: [{ from: sender, unitsPerSecond: 0.001, queueSeconds: 0 }] });
    await send({ MessagingServiceSid });
    const { status, body } = await send({ MessagingServiceSid });
    expect(status).toBe(201);
    const receipts = await play.callbacks(3);
    const failed = receipts.find(({ params }) => params.MessageSid === body.sid);
    expect(failed?.params).toMatchObject({ MessageStatus: 'failed', ErrorCode: '30001' });
    const { body: fetched } = await play.get(`/Messages/${body.sid}.json`);
    expect(fetched).toMatchObject({ status: 'failed', error_code: 30001, error_message: 'Queue overflow' });
    expect((await play.inbox(resident)).body.received).toHaveLength(1);
  });

  it('reports the queue time of a call, and a queued call can be cancelled', async () => {
    await limit({ senders: [{ from: sender, channel: 'call', unitsPerSecond: 0.01 }] });
    await ring();
    const { body } = await ring();
    expect(Number((body as { queue_time?: string }).queue_time)).toBeGreaterThan(99_000);
    expect((await now()).queues).toMatchObject([{ channel: 'call', from: sender }]);
    await play.post(`/Calls/${body.sid}.json`, { Status: 'canceled' });
    const ends = await play.callbacks(2);
    expect(ends.map(({ params }) => params.CallStatus).sort()).toEqual(['canceled', 'completed']);
  });
});

describe('concurrent requests', () => {
  it('are counted in a header of every answer, and refused with 429 above the limit', async () => {
    await play.json('/faults', {
      rules: [{ match: { first: 2 }, fault: { kind: 'accept-then-hang' } }],
    });
    await limit({ concurrentRequests: 2 });
    const hanging = [send().catch(() => 'torn'), send().catch(() => 'torn')];
    await play.callbacks(4);
    expect((await now()).requests).toBe(2);
    const refused = await send();
    expect(refused).toMatchObject({ status: 429, body: { code: 20429 } });
    expect(refused.headers.get('twilio-concurrent-requests')).toBe('3');
    expect((await play.get('/Messages.json')).status).toBe(429);
    await limit({ concurrentRequests: 3 });
    expect((await send()).headers.get('twilio-concurrent-requests')).toBe('3');
    const list = await play.get('/Messages.json');
    expect(list.body.messages).toHaveLength(3);
    await play.close();
    expect(await Promise.all(hanging)).toEqual(['torn', 'torn']);
    play = await startHarness();
  });
});

describe('POST /limits', () => {
  it('sets limits that hold until DELETE removes them', async () => {
    const limits = {
      senders: [{ from: '*', unitsPerSecond: 0.001, queueSeconds: 0 }],
      concurrentRequests: 9,
    };
    expect((await limit(limits)).body).toEqual({ ...limits, now: { requests: 0, queues: [] } });
    await send();
    expect((await send()).status).toBe(400);
    expect((await fetch(`${play.url}/limits`, { method: 'DELETE' })).status).toBe(204);
    expect((await send()).status).toBe(201);
    expect(await (await fetch(`${play.url}/limits`)).json()).toEqual({ now: { requests: 0, queues: [] } });
  });

  it.each([
    [{ senders: [{ from: sender, unitsPerSecond: 0 }] }, 'senders.0.unitsPerSecond: must be > 0'],
    [{ senders: [{ unitsPerSecond: 1 }] }, "senders.0: must have required property 'from'"],
    [{ sender: [] }, 'the limits: must NOT have additional properties (sender)'],
  ])('refuses %j', async (limits, message) => {
    expect(await limit(limits)).toMatchObject({ status: 400, body: { message } });
  });
});
