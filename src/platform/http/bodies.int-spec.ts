import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire, type Hired } from '../../../test/support/staff.js';

const form = 'application/x-www-form-urlencoded';
const fields = (count: number) => Array.from({ length: count }, (_, n) => `f${n}=${n}`).join('&');
const names = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join()}}`;
const signature = `${'A'.repeat(27)}=`;

describe('a request body made to overload the web server', () => {
  let app: NestFastifyApplication;
  let staff: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    staff = await hire(app, 'anna');
  });
  afterAll(() => app.close());

  interface Sent {
    readonly url: string;
    readonly type?: string;
    readonly body: string;
    readonly headers?: Record<string, string>;
  }
  /** Measures milliseconds of CPU time, not elapsed time: other processes use the machine too. */
  const send = async ({ url, type = 'application/json', body, headers = {} }: Sent) => {
    const before = process.cpuUsage();
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': type, 'accept-language': 'en', ...headers },
      payload: body,
    });
    const { user, system } = process.cpuUsage(before);
    return { ...answer.json<{ status: number; code: string }>(), cpu: (user + system) / 1000 };
  };

  const callback = '/callbacks/twilio/message-status?t=x';
  const signed = { 'x-twilio-signature': signature };

  it.each<[string, Sent, number, string]>([
    [
      'a callback of 900,000 fields',
      { url: callback, type: form, body: fields(900_000), headers: signed },
      413,
      'request.too-large',
    ],
    [
      'a callback of 6,000 fields',
      { url: callback, type: form, body: fields(6_000), headers: signed },
      400,
      'request.too-many-fields',
    ],
    [
      'a callback with a malformed signature',
      { url: callback, type: form, body: 'a=b', headers: { 'x-twilio-signature': 'x'.repeat(8_000) } },
      403,
      'callback.forged',
    ],
    [
      'a sign-in of 600,000 names',
      { url: '/api/v1/session', body: names(600_000) },
      413,
      'request.too-large',
    ],
    [
      'a sign-in of 3.9 million levels',
      { url: '/api/v1/session', body: '['.repeat(3_900_000) },
      413,
      'request.too-large',
    ],
    [
      'a sign-in of 900 levels',
      { url: '/api/v1/session', body: '['.repeat(900) },
      400,
      'request.nested-too-deep',
    ],
    [
      'a form of 300,000 fields',
      { url: '/amnen', type: form, body: fields(300_000) },
      413,
      'request.too-large',
    ],
    [
      'a form of 1,000 fields',
      { url: '/amnen', type: form, body: fields(1_000) },
      400,
      'request.too-many-fields',
    ],
    [
      'a broadcast without sign-in, of 600,000 names',
      { url: '/api/v1/broadcasts', body: names(600_000) },
      401,
      'staff.sign-in-required',
    ],
    [
      'a preview with a wrong key',
      { url: '/api/v1/audiences/preview', body: names(600_000), headers: { authorization: 'Bearer nobody' } },
      401,
      'staff.wrong-key',
    ],
  ])('is refused in less than 600 ms of CPU time: %s', async (_what, sent, status, code) => {
    const answer = await send(sent);
    expect(answer).toMatchObject({ status, code });
    expect(answer.cpu).toBeLessThan(600);
  });

  it.each<[string, string, string, number, string]>([
    ['600,000 names in a preview', '/api/v1/audiences/preview', names(600_000), 413, 'request.too-large'],
    [
      '100,000 names in a preview',
      '/api/v1/audiences/preview',
      names(100_000),
      413,
      'request.too-much-inside',
    ],
    [
      '2 million levels in a broadcast',
      '/api/v1/broadcasts',
      '['.repeat(2_000_000),
      400,
      'request.nested-too-deep',
    ],
    ['a large placement', '/api/v1/directory/placements', names(20_000), 413, 'request.too-large'],
  ])(
    'is refused in less than 600 ms of CPU time from staff too: %s',
    async (_what, url, body, status, code) => {
      const answer = await send({ url, body, headers: staff.headers });
      expect(answer).toMatchObject({ status, code });
      expect(answer.cpu).toBeLessThan(600);
    },
  );

  it('still gets the specific refusal for a polygon with too many vertices', async () => {
    const ring = Array.from({ length: 20_001 }, (_, n) => [22 + Math.sin(n) / 100, 65 + Math.cos(n) / 100]);
    const body = JSON.stringify({ audience: { polygon: { type: 'Polygon', coordinates: [ring] } } });
    expect(await send({ url: '/api/v1/audiences/preview', body, headers: staff.headers })).toMatchObject({
      status: 413,
      code: 'audience.too-many-vertices',
    });
  });

  it('is not read if the sender is not signed in', async () => {
    let read = 0;
    const payload = new Readable({
      read() {
        read += 1;
        this.push(read > 500 ? null : Buffer.alloc(16_384, 0x20));
      },
    });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/broadcasts',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(401);
    expect(read).toBeLessThan(50);
  });
});
