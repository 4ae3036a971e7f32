import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Play, landline, resident, sender, startPlay } from './play.fixture.js';

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
const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;

/** Everything in which a value departs from Twilio's own description: wrong, missing or unknown. */
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

// Left out where the description isn't at hand: it is other people's data and no part of the project.
const verdict = existsSync(file) ? describe : describe.skip;
verdict('judged by Twilio’s own description (needs ../shared/data/twilio)', () => {
  const api = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : undefined;
  const account = '/2010-04-01/Accounts/{AccountSid}';
  const judge = (path: string, method: string, answer: { status: number; body: unknown }) => {
    const described = api!.paths[account + path]![method]!.responses[String(answer.status)];
    expect(described).toBeDefined();
    expect(departures(answer.body, described!.content['application/json'].schema, api!)).toEqual([]);
  };
  let play: Play;
  beforeEach(async () => (play = await startPlay()));
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
});
