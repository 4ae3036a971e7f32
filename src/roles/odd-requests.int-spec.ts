import { gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { newId } from '../kernel/ids.js';
import { roles } from '../staff/member.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Operation {
  readonly method: Method;
  readonly path: string;
  /** Names of its query parameters. */
  readonly asks: readonly string[];
}

const unknown = newId();
const parts = [
  ...['%E0', '%00', 'a%00b', '%2e%2e', '%2E%2E%2F', '%', "'", '%ED%A0%80', '%F0%9F%9A%B0', '%0d%0aX:%20y'],
  ...['__proto__', 'null', '-1', '1e999', 'a'.repeat(3_000), `{${unknown}}`, unknown.toUpperCase()],
  ...[unknown.replaceAll('-', ''), `urn:uuid:${unknown}`, '00000000-0000-0000-0000-000000000000'],
];
const queries = (name: string): string[] => [
  ...[`${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`, name, `${name}=`, `${name}=%00`, `${name}=%E0`],
  ...[`${name}=-1`, `${name}=1.5`, `${name}=1e308`, `${name}=9223372036854775808`, `${name}=NaN`],
  ...[`${name}=eyJhIjoxfQ`, `${name}=2026-13-45T99:99:99Z`, `${name}=${'x'.repeat(5_000)}`, '__proto__=1'],
];
const json = 'application/json';
const bodies: readonly (readonly [type: string, body: string | Buffer, headers?: object])[] = [
  ...['', 'null', '[]', '1', '"x"', '{}', '{}x', '{"a":', "{'a':1}", '{"a":NaN}', '\ufeff{}'].map(
    (body) => [json, body] as const,
  ),
  [json, '{"a":1,"a":2}'],
  [json, '{"__proto__":{"admin":true}}'],
  [json, '{"constructor":{"prototype":{"admin":true}}}'],
  [json, '{"a":"\\u0000"}'],
  [json, '{"a":"\\ud800"}'],
  [json, '['.repeat(900)],
  [json, `{"a":"${'x'.repeat(20_000)}"}`],
  [json, Buffer.from('\ufeff{"a":1}', 'utf16le')],
  [json, Buffer.from([0x7b, 0x22, 0xff, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  [json, gzipSync('{"a":1}'), { 'content-encoding': 'gzip' }],
  ['application/json; charset=utf-16', '{}'],
  ['text/plain', '{}'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['application/x-www-form-urlencoded', 'a=1&a=2&__proto__=1'],
];

describe('an odd request to the API', () => {
  let app: NestFastifyApplication;
  let staff: Hired;
  let operations: Operation[];
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    staff = await hire(app, 'Anna', roles);
    const { paths } = (await app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
    }>();
    operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { parameters = [] }]) => ({
        method: method.toUpperCase() as Method,
        path,
        asks: parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : [])),
      })),
    );
  });
  afterAll(() => app.close());

  const at = ({ path }: Operation, part: string): string => path.replaceAll(/\{\w+\}/g, part);
  const changes = ({ method }: Operation): boolean => method !== 'GET' && method !== 'DELETE';

  /** Reports a request that was answered with a 500, or with a refusal that is not a problem document. */
  const wrong = async (method: Method, url: string, payload?: string | Buffer, headers: object = {}) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...staff.headers, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
    const { statusCode } = answer;
    return statusCode < 400 || (isProblem && statusCode !== 500)
      ? []
      : [`${method} ${url.slice(0, 200)} ${String(payload).slice(0, 50)}: ${statusCode} ${answer.body}`];
  };
  const none = async (requests: readonly Promise<string[]>[]) =>
    expect((await Promise.all(requests)).flat()).toEqual([]);

  it('is answered or properly refused, with any text in its path', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{')))
      await none(parts.map((part) => wrong(operation.method, at(operation, part))));
  });

  it('is answered or properly refused, with any text in its query', async () => {
    for (const operation of operations.filter(({ method }) => method === 'GET'))
      for (const name of [...operation.asks, 'limit', 'before'])
        await none(queries(name).map((query) => wrong('GET', `${at(operation, unknown)}?${query}`)));
  });

  it('is answered or properly refused, with any body', async () => {
    for (const operation of operations.filter(changes))
      await none(
        bodies.map(([type, body, headers]) =>
          wrong(operation.method, at(operation, unknown), body, { 'content-type': type, ...headers }),
        ),
      );
  });
});
