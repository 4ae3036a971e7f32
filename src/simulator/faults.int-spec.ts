import { type Play, landline, resident, sender, startHarness } from './harness.fixture.js';
import type { Fault, Match } from './fault-script.js';

let play: Play;
beforeEach(async () => (play = await startHarness()));
afterEach(() => play.close());

const load = (fault: Fault, match: Match = {}) => play.json('/faults', { rules: [{ match, fault }] });
const send = () =>
  play.post('/Messages.json', {
    To: resident,
    From: sender,
    Body: 'Hej',
    StatusCallback: `${play.receiverUrl}/status`,
  });
const ring = () =>
  play.post('/Calls.json', {
    To: landline,
    From: sender,
    Twiml: '<Response><Say>Hej</Say></Response>',
    MachineDetection: 'DetectMessageEnd',
    StatusCallback: `${play.receiverUrl}/status`,
  });
const accepted = async () => (await play.get('/Messages.json')).body.messages.length;
const statuses = async (count: number) =>
  (await play.callbacks(count)).map(({ params }) => params.MessageStatus);

describe('a fault in the answer', () => {
  it.each<[Fault, number, number, number]>([
    [{ kind: 'reject', code: 21614 }, 400, 21614, 0],
    [{ kind: 'reject', code: 20003, status: 401 }, 401, 20003, 0],
    [{ kind: 'rate-limit' }, 429, 20429, 0],
    [{ kind: 'server-error', status: 503 }, 503, 20500, 0],
    [{ kind: 'server-error', accepted: true }, 500, 20500, 1],
  ])('%j gives status %d with code %d, and %d accepted messages', async (fault, status, code, count) => {
    await load(fault);
    const answer = await send();
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '1' : null);
    expect(await accepted()).toBe(count);
  });

  it.each<[Fault, number]>([
    [{ kind: 'accept-then-reset' }, 1],
    [{ kind: 'reset-before-accept' }, 0],
  ])('%j resets the connection, with %d accepted messages', async (fault, count) => {
    await load(fault);
    await expect(send()).rejects.toThrow('fetch failed');
    expect(await accepted()).toBe(count);
  });

  it('accept-then-hang delivers the text but does not answer until the simulator closes', async () => {
    await load({ kind: 'accept-then-hang' });
    const answer = send().catch(() => 'torn');
    expect(await statuses(2)).toEqual(['sent', 'delivered']);
    await play.close();
    expect(await answer).toBe('torn');
    play = await startHarness();
  });

  it('rate-limit reports the number of concurrent requests, or the number in the script', async () => {
    await load({ kind: 'rate-limit', retryAfterSeconds: 7 }, { first: 1 });
    expect((await send()).headers.get('twilio-concurrent-requests')).toBe('1');
    await load({ kind: 'rate-limit', retryAfterSeconds: 7, concurrentRequests: 300 });
    const { headers } = await send();
    expect(headers.get('twilio-concurrent-requests')).toBe('300');
    expect(headers.get('retry-after')).toBe('7');
  });

  it('daily-cap refuses a sender’s texts above the cap with 429 and code 63038, as Twilio does', async () => {
    await load({ kind: 'daily-cap', perDay: 2 });
    await play.post('/Messages.json', { To: '12', From: sender, Body: 'Hej' });
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    const { status, body, headers } = await send();
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 63038, null]);
    expect((await ring()).status).toBe(201);
    const other = await play.post('/Messages.json', { To: resident, From: 'LuleaKommun', Body: 'Hej' });
    expect(other.status).toBe(201);
  });

  it('latency delays the answer', async () => {
    await load({ kind: 'latency', ms: 60 });
    const begun = performance.now();
    expect((await send()).status).toBe(201);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  it('list-unavailable fails the list of messages, but not the fetch of one message', async () => {
    const { body } = await send();
    await load({ kind: 'list-unavailable' }, { first: 1 });
    expect(await play.get('/Messages.json')).toMatchObject({ status: 503, body: { code: 20503 } });
    expect((await play.get(`/Messages/${body.sid}.json`)).status).toBe(200);
    expect((await play.get('/Messages.json')).status).toBe(200);
  });
});

describe('a fault in the outcome', () => {
  it('undeliverable is reported with its code, and nothing reaches the handset', async () => {
    await load({ kind: 'undeliverable', code: 30005 });
    await send();
    const receipts = await play.callbacks(2);
    expect(receipts[1]?.params).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30005' });
    expect(await play.handsets()).toEqual([]);
  });

  it.each<[Fault, string, number]>([
    [{ kind: 'busy' }, 'busy', 0],
    [{ kind: 'no-answer' }, 'no-answer', 0],
    [{ kind: 'undeliverable', code: 30005 }, 'failed', 0],
    [{ kind: 'answering-machine' }, 'completed', 1],
  ])('%j ends a call as %s', async (fault, status, heard) => {
    await load(fault);
    await ring();
    const [end] = await play.callbacks(1);
    expect(end?.params).toMatchObject({ CallStatus: status, CallDuration: String(heard) });
    expect(end?.params.AnsweredBy).toBe(heard ? 'machine_end_beep' : undefined);
    expect(await play.handsets()).toHaveLength(heard);
  });
});

describe('an answering machine', () => {
  it.each([
    ['DetectMessageEnd', 'Ett\nTvå', 'machine_end_beep'],
    ['Enable', 'Två', 'machine_start'],
    [undefined, 'Två', undefined],
  ])('with MachineDetection=%s records %j, answered by %s', async (detection, text, answeredBy) => {
    await load({ kind: 'answering-machine' });
    play.respondWith(() => ({ body: '<Response><Say>Ett</Say><Say>Två</Say></Response>' }));
    const { body } = await play.post('/Calls.json', {
      To: landline,
      From: sender,
      Url: `${play.receiverUrl}/script`,
      StatusCallback: `${play.receiverUrl}/status`,
      ...(detection === undefined ? {} : { MachineDetection: detection }),
    });
    const [end] = await play.callbacks(1, '/status');
    expect(end?.params).toMatchObject({ CallStatus: 'completed' });
    expect(end?.params.AnsweredBy).toBe(answeredBy);
    // The sender gets AnsweredBy with the request for the script, so that it can choose another message for machines.
    expect(play.posted[0]).toMatchObject({ path: '/script' });
    expect(play.posted[0]?.params.AnsweredBy).toBe(answeredBy);
    expect((await play.inbox(landline)).body.received).toMatchObject([{ text }]);
    const { body: fetched } = await play.get(`/Calls/${body.sid}.json`);
    expect(fetched).toMatchObject({ answered_by: answeredBy ?? null });
  });
});

describe('a fault in the receipts', () => {
  it.each<[Fault, string[]]>([
    [{ kind: 'callback-twice' }, ['sent', 'sent', 'delivered', 'delivered']],
    [{ kind: 'callback-times', times: 3 }, ['sent', 'sent', 'sent', 'delivered', 'delivered', 'delivered']],
    [{ kind: 'callback-reversed' }, ['delivered', 'sent']],
    [{ kind: 'callback-late', ms: 50 }, ['sent', 'delivered']],
  ])('%j gives the receipts %j', async (fault, expected) => {
    await load(fault);
    await send();
    expect(await statuses(expected.length)).toEqual(expected);
  });

  it('reversed, repeated and late combine', async () => {
    await play.json('/faults', {
      rules: [
        { fault: { kind: 'callback-reversed' } },
        { fault: { kind: 'callback-times', times: 3 } },
        { fault: { kind: 'callback-late', ms: 20 } },
      ],
    });
    await send();
    expect(await statuses(6)).toEqual(['delivered', 'delivered', 'delivered', 'sent', 'sent', 'sent']);
  });

  it('callback-lost posts no receipt, though the text is delivered', async () => {
    await load({ kind: 'callback-lost' }, { first: 1 });
    await send();
    await send();
    // The second text's receipts arrive later than the first one's would have.
    await play.callbacks(2);
    expect(play.posted).toHaveLength(2);
    expect((await play.inbox(resident)).body.received).toHaveLength(2);
  });

  it('callback-before-answer posts the first receipt before the API answers', async () => {
    await load({ kind: 'callback-before-answer' });
    const { body } = await send();
    expect(play.posted[0]?.params).toMatchObject({ MessageStatus: 'sent', MessageSid: body.sid });
    await ring();
    expect(play.posted.at(-1)?.params.CallStatus).toBe('completed');
  });
});

describe('POST /faults', () => {
  it('loads a script, which GET returns with its counts and DELETE clears', async () => {
    await load({ kind: 'rate-limit' }, { every: 2 });
    await send();
    await send();
    const report = await (await fetch(`${play.url}/faults`)).json();
    expect(report).toEqual({
      seed: 0,
      rules: [{ match: { every: 2 }, fault: { kind: 'rate-limit' }, seen: 2, struck: 1 }],
    });
    expect((await fetch(`${play.url}/faults`, { method: 'DELETE' })).status).toBe(204);
    await send();
    expect((await send()).status).toBe(201);
  });

  it.each([
    [
      '{"rules":[{"fault":{"kind":"reject","code":21211,"x":1}}]}',
      'rules.0.fault: must NOT have additional properties (x)',
    ],
    ['{"rules":[{"fault":{"kind":"nope"}}]}', '(nope)'],
    ['{"rules":[{"fault":{"kind":"latency"}}]}', "rules.0.fault: must have required property 'ms'"],
    ['{"rules":[{"match":{"share":2},"fault":{"kind":"busy"}}]}', 'rules.0.match.share: must be <= 1'],
    ['{"rules":[{"match":{"first":"2"},"fault":{"kind":"busy"}}]}', 'rules.0.match.first: must be integer'],
    ['{"rules":[{"match":{"untilSec":2},"fault":{"kind":"busy"}}]}', '(untilSec)'],
    ['{"rules":[{"fault":{"kind":"callback-times","times":0}}]}', 'rules.0.fault.times: must be >= 1'],
    ['{"rulez":[]}', "must have required property 'rules'"],
    ['{', 'not valid JSON'],
  ])('refuses %s and keeps the old script', async (body, message) => {
    await load({ kind: 'rate-limit' });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${play.url}/faults`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toContain(message);
    expect((await send()).status).toBe(429);
  });
});
