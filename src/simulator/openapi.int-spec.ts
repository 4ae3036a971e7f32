import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Play, landline, resident, sender, startHarness } from './harness.fixture.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly content: { readonly 'application/json': { readonly schema: Schema } };
}

interface Description {
  readonly paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const file = join(process.cwd(), '../shared/data/twilio/twilio_api_v2010.json');
const codes = join(process.cwd(), '../shared/data/twilio/twilio-error-codes.json');
const knownCodes = () =>
  (JSON.parse(readFileSync(codes, 'utf8')) as { code: number }[]).map(({ code }) => code);
const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;

/** All differences of a value from Twilio's own API description: wrong, missing or unknown fields. */
function departures(value: unknown, schema: Schema, api: Description, at = '$'): string[] {
  if (schema.$ref) return departures(value, api.components.schemas[schema.$ref.split('/').at(-1)!]!, api, at);
  if (value === null) return schema.nullable ? [] : [`${at} is null`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no array`];
    return value.flatMap((item, i) => departures(item, schema.items!, api, `${at}[${i}]`));
  }
  if (schema.type === 'object') {
    if (typeof value !== 'object') return [`${at} is no object`];
    if (!schema.properties) return [];
    const object = value as Record<string, unknown>;
    const extra = Object.keys(object).filter((key) => !(key in schema.properties!));
    return [
      ...extra.map((key) => `${at}.${key} is unknown`),
      ...Object.entries(schema.properties).flatMap(([key, inner]) =>
        key in object ? departures(object[key], inner, api, `${at}.${key}`) : [`${at}.${key} is missing`],
      ),
    ];
  }
  if (schema.type === 'integer') return Number.isInteger(value) ? [] : [`${at} is no integer`];
  if (typeof value !== 'string') return [`${at} is no string`];
  const wrong =
    (schema.pattern && !new RegExp(schema.pattern).test(value)) ||
    (schema.minLength && value.length < schema.minLength) ||
    (schema.maxLength && value.length > schema.maxLength) ||
    (schema.enum && !schema.enum.includes(value)) ||
    (schema.format === 'date-time-rfc-2822' && !rfc2822.test(value));
  return wrong ? [`${at} is ${JSON.stringify(value)}`] : [];
}

// Skipped if the description is missing: it is third-party data and not part of the project.
const verdict = existsSync(file) && existsSync(codes) ? describe : describe.skip;
verdict('compared with Twilio’s own API description (needs ../shared/data/twilio)', () => {
  const api = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : undefined;
  const account = '/2010-04-01/Accounts/{AccountSid}';
  const judge = (path: string, method: string, answer: { status: number; body: unknown }) => {
    const described = api!.paths[account + path]![method]!.responses[String(answer.status)];
    expect(described).toBeDefined();
    expect(departures(answer.body, described!.content['application/json'].schema, api!)).toEqual([]);
  };
  const text = (From: string) => ({ To: resident, From, Body: 'Hej' });
  const call = { To: landline, From: sender, Twiml: '<Response><Say>Hej</Say></Response>' };
  let play: Play;
  beforeEach(async () => (play = await startHarness()));
  afterEach(() => play.close());

  it('messages are created, fetched, listed and updated as described', async () => {
    const StatusCallback = `${play.receiverUrl}/status`;
    const created = await play.post('/Messages.json', {
      To: resident,
      From: sender,
      Body: 'Hej',
      StatusCallback,
    });
    judge('/Messages.json', 'post', created);
    await play.post('/Messages.json', { To: landline, From: 'LuleaKommun', Body: 'Hej', StatusCallback });
    await play.json(`/handsets/${resident}/reply`, { to: sender, text: 'Hej' });
    await play.callbacks(5);
    judge('/Messages.json', 'get', await play.get('/Messages.json'));
    judge('/Messages.json', 'get', await play.get('/Messages.json?PageSize=1'));
    judge('/Messages/{Sid}.json', 'get', await play.get(`/Messages/${created.body.sid}.json`));
    judge(
      '/Messages/{Sid}.json',
      'post',
      await play.post(`/Messages/${created.body.sid}.json`, { Body: '' }),
    );
  });

  it('calls are created, fetched, listed and updated as described', async () => {
    const StatusCallback = `${play.receiverUrl}/status`;
    const Twiml = '<Response><Say>Hej</Say></Response>';
    const created = await play.post('/Calls.json', { To: landline, From: sender, Twiml, StatusCallback });
    judge('/Calls.json', 'post', created);
    await play.callbacks(1);
    judge('/Calls.json', 'get', await play.get('/Calls.json'));
    judge('/Calls/{Sid}.json', 'get', await play.get(`/Calls/${created.body.sid}.json`));
    judge(
      '/Calls/{Sid}.json',
      'post',
      await play.post(`/Calls/${created.body.sid}.json`, { Status: 'completed' }),
    );
  });

  it('lists that are filtered, on a second page, or empty are as described', async () => {
    for (const From of [sender, 'LuleaKommun', sender]) await play.post('/Messages.json', text(From));
    for (let i = 0; i < 3; i++) await play.post('/Calls.json', call);
    const day = new Date().toISOString().slice(0, 10);
    for (const [path, filter] of [
      ['/Messages.json', `From=${encodeURIComponent(sender)}&DateSent%3E=${day}`],
      ['/Calls.json', `Status=completed&StartTime%3C=${day}`],
    ] as const) {
      judge(path, 'get', await play.get(`${path}?${filter}`));
      judge(path, 'get', await play.get(`${path}?To=%2B46701740699`));
      const first = await play.get(`${path}?PageSize=1`);
      const query = first.body.next_page_uri.split('?')[1]!;
      const second = await play.get(`${path}?${query}`);
      expect(second.body).toMatchObject({ page: 1, previous_page_uri: expect.any(String) });
      judge(path, 'get', second);
    }
  });

  it('messages that fail, wait, are cancelled or go through a messaging service are as described', async () => {
    await play.json('/limits', {
      senders: [{ from: sender, unitsPerSecond: 0.001, queueSeconds: 1 }],
    });
    const service = { To: resident, Body: 'Hej', MessagingServiceSid: `MG${'1'.repeat(32)}` };
    const StatusCallback = `${play.receiverUrl}/status`;
    judge('/Messages.json', 'post', await play.post('/Messages.json', { ...service, StatusCallback }));
    const overflown = await play.post('/Messages.json', { ...service, StatusCallback });
    judge('/Messages.json', 'post', overflown);
    await play.callbacks(3);
    judge('/Messages/{Sid}.json', 'get', await play.get(`/Messages/${overflown.body.sid}.json`));
    await play.json('/limits', {
      senders: [{ from: 'LuleaKommun', unitsPerSecond: 0.001 }],
    });
    await play.post('/Messages.json', text('LuleaKommun'));
    const waiting = await play.post('/Messages.json', text('LuleaKommun'));
    const path = `/Messages/${waiting.body.sid}.json`;
    const cancelled = await play.post(path, { Status: 'canceled' });
    expect(cancelled.body.status).toBe('canceled');
    judge('/Messages/{Sid}.json', 'post', cancelled);
  });

  it.each(['busy', 'no-answer', 'answering-machine'] as const)(
    'a call with the outcome %s is as described',
    async (kind) => {
      await play.json('/faults', { rules: [{ fault: { kind } }] });
      const StatusCallback = `${play.receiverUrl}/status`;
      const created = await play.post('/Calls.json', {
        ...call,
        StatusCallback,
        MachineDetection: 'DetectMessageEnd',
      });
      judge('/Calls.json', 'post', created);
      await play.callbacks(1);
      judge('/Calls/{Sid}.json', 'get', await play.get(`/Calls/${created.body.sid}.json`));
      judge('/Calls.json', 'get', await play.get('/Calls.json'));
    },
  );

  it('a call that waits in the queue and is cancelled is as described', async () => {
    await play.json('/limits', { senders: [{ from: sender, unitsPerSecond: 0.001 }] });
    await play.post('/Calls.json', call);
    const waiting = await play.post('/Calls.json', call);
    judge('/Calls.json', 'post', waiting);
    const path = `/Calls/${waiting.body.sid}.json`;
    judge('/Calls/{Sid}.json', 'post', await play.post(path, { Status: 'canceled' }));
  });

  it.each<[string, object, object, number, number]>([
    [
      'text, queue full',
      {},
      { senders: [{ from: '*', unitsPerSecond: 0.001, queueSeconds: 0 }] },
      400,
      21611,
    ],
    [
      'call, queue full',
      {},
      { senders: [{ from: '*', unitsPerSecond: 0.001, queueSeconds: 0 }] },
      400,
      22005,
    ],
    ['text, daily cap', { kind: 'daily-cap', perDay: 1 }, {}, 429, 63038],
    ['text, rate limit', { kind: 'rate-limit' }, {}, 429, 20429],
    ['call, rate limit', { kind: 'rate-limit' }, {}, 429, 20429],
    ['text, server error after acceptance', { kind: 'server-error', accepted: true }, {}, 500, 20500],
    ['call, server error', { kind: 'server-error', status: 503 }, {}, 503, 20500],
  ])(
    'a refusal (%s) has Twilio’s format and one of Twilio’s codes',
    async (name, fault, limits, status, code) => {
      await play.json('/limits', limits);
      if ('kind' in fault) await play.json('/faults', { rules: [{ match: {}, fault }] });
      const [path, form] = name.startsWith('text') ? ['/Messages.json', text(sender)] : ['/Calls.json', call];
      await play.post(path, form);
      const answer = await play.post(path, form);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('twilio-concurrent-requests')).toBe('1');
      expect(answer.body).toEqual({
        code,
        message: expect.stringMatching(/./),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status,
      });
      expect(knownCodes()).toContain(code);
    },
  );
});
