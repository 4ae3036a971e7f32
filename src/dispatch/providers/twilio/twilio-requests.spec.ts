import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { aMessage } from '../../../../test/support/messages.js';
import { Config } from '../../../platform/config/config.js';
import { InFlight } from '../../rate/in-flight.js';
import { TwilioProvider } from './twilio-provider.js';

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', Operation | undefined>>>>;
}

interface Asked {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly contentType: string | undefined;
  readonly fields: readonly (readonly [string, string])[];
}

const formType = 'application/x-www-form-urlencoded';

/** Whether a value in a request, where all values are text, does not match its schema. */
function isWrong(value: string, schema: Schema): boolean {
  if (schema.type === 'array') return isWrong(value, schema.items ?? {});
  if (schema.type === 'integer') return !/^\d+$/.test(value);
  if (schema.type === 'boolean') return !['true', 'false'].includes(value);
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) return true;
  return schema.enum !== undefined && !schema.enum.includes(value);
}

/** Everything in which a request differs from Twilio's own description. */
function departures({ method, path, contentType, fields }: Asked, api: Description): string[] {
  const described = Object.entries(api.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[A-Za-z0-9]+')}$`).test(path),
  )?.[1][method];
  if (!described) return [`${method} ${path} is unknown`];
  const body = described.requestBody?.content[formType]?.schema;
  if (method === 'post' && contentType !== formType) return [`the body is ${contentType}`];
  const known =
    method === 'post'
      ? (body?.properties ?? {})
      : Object.fromEntries(
          (described.parameters ?? []).filter((p) => p.in === 'query').map((p) => [p.name, p.schema]),
        );
  return [
    ...fields.flatMap(([name, value]) => {
      const schema = known[name];
      if (!schema) return [`${name} is unknown`];
      return isWrong(value, schema) ? [`${name} is ${value}`] : [];
    }),
    ...(body?.required ?? []).filter((name) => !fields.some(([given]) => given === name)),
  ];
}

const file = join(process.cwd(), '../shared/data/twilio/twilio_api_v2010.json');
// Skipped if the description isn't available: it is other people's data and not part of the project.
(existsSync(file) ? describe : describe.skip)('what is asked of Twilio (needs ../shared/data/twilio)', () => {
  const api = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : { paths: {} };
  const asked: Asked[] = [];
  let server: Server;
  let provider: TwilioProvider;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { pathname, search } = new URL(request.url ?? '', 'http://twilio');
        const method = request.method === 'GET' ? 'get' : 'post';
        asked.push({
          method,
          path: pathname,
          contentType: request.headers['content-type'],
          fields: [...new URLSearchParams(method === 'get' ? search : body)],
        });
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ sid: `SM${'1'.repeat(32)}`, messages: [], calls: [] }));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const config = Config.read({
      DATABASE_URL: 'postgres://nowhere',
      SIMULATOR_URL: `http://127.0.0.1:${port}`,
      PUBLIC_URL: 'https://sms.example.se',
    });
    provider = new TwilioProvider(config, new InFlight(), config.simulatorUrl);
  });
  beforeEach(() => void asked.splice(0));
  afterAll(async () => {
    await provider.close();
    server.close();
  });

  const message = aMessage({ text: 'Koka vattnet & vänta + läs mer.', secondsLeft: 3600.5 });
  const landline = { ...message, channel: 'voice' as const, to: '+46980319200', from: '+46980319299' };

  it.each<[string, () => Promise<unknown>]>([
    ['a text', () => provider.send(message)],
    ['a call', () => provider.send(landline)],
    ['the status of a text', () => provider.fetch('sms', `SM${'1'.repeat(32)}`)],
    ['the status of a call', () => provider.fetch('voice', `CA${'1'.repeat(32)}`)],
    ['cancelling a queued text', () => provider.cancel('sms', `SM${'1'.repeat(32)}`)],
    ['cancelling a queued call', () => provider.cancel('voice', `CA${'1'.repeat(32)}`)],
    ['listing the texts to a phone', () => provider.listSince('sms', message.to, new Date())],
    ['listing the calls to a phone', () => provider.listSince('voice', landline.to, new Date())],
  ])("a request matches Twilio's description: %s", async (_what, ask) => {
    await ask();
    expect(asked).toHaveLength(1);
    expect(departures(asked[0]!, api)).toEqual([]);
  });

  it('a text is sent exactly as it was written', async () => {
    await provider.send(message);
    expect(Object.fromEntries(asked[0]!.fields)).toMatchObject({
      To: message.to,
      From: message.from,
      Body: message.text,
      ValidityPeriod: '3600',
      StatusCallback: 'https://sms.example.se/callbacks/twilio/message-status?t=a-token',
    });
  });

  it('the comparison finds requests that the description does not allow (control)', () => {
    const path = `/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages.json`;
    const post = { method: 'post', path, contentType: formType } as const;
    expect(departures({ ...post, fields: [['Body', 'Hej']] }, api)).toEqual(['To']);
    expect(
      departures(
        {
          ...post,
          fields: [
            ['To', '+46701740605'],
            ['Boby', 'Hej'],
          ],
        },
        api,
      ),
    ).toEqual(['Boby is unknown']);
    expect(
      departures({ ...post, path: '/2010-04-01/Accounts/AC1/Massages.json', fields: [] }, api),
    ).toHaveLength(1);
  });
});
