import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Webhook } from 'standardwebhooks';
import { startTestApp } from '../../../test/support/app.js';
import { Clocked, noon, plus } from '../../../test/support/clocked.js';
import { eventually } from '../../../test/support/eventually.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.js';
import { DeliverWebhooks } from './deliver-webhooks.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';

const settings = { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' };
const second = 1000;
const minute = 60 * second;

interface Logged {
  readonly id: string;
  readonly state: string;
  readonly tries: number;
  readonly nextTryAt?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly log: readonly { at: string; took?: number; status?: number; reason?: string }[];
}

describe('the tries of a webhook', () => {
  let clocked: Clocked;
  let app: NestFastifyApplication;
  let admin: Hired;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    clocked = await Clocked.start(settings);
    ({ app } = clocked.pipeline);
    admin = await hire(app, 'Ada', ['admin']);
    receiver = await WebhookReceiver.start();
  });
  beforeEach(async () => {
    receiver.reset();
    await clocked.itIs(noon);
    await clocked.pipeline.db.query('DELETE FROM webhook_endpoint');
  });
  afterAll(async () => {
    await receiver.close();
    await clocked.stop();
  });

  const post = (path: string, payload: object = {}) => clocked.pipeline.post(admin, path, payload);
  const add = async (address = receiver.address): Promise<string> => {
    const added = await post('/webhooks', {
      address,
      description: 'Kommunens app',
      events: ['broadcast.approved'],
      includeUnpublished: false,
      active: true,
    });
    if (added.statusCode !== 201) throw new Error(added.body);
    return added.json<{ webhook: { id: string } }>().webhook.id;
  };
  const read = async <T>(path: string): Promise<T> =>
    (await app.inject({ url: `/api/v1${path}`, headers: admin.headers })).json<T>();
  const log = async (id: string) =>
    (await read<{ deliveries: Logged[] }>(`/webhooks/${id}/deliveries`)).deliveries;
  const send = (id: string) => app.get(DeliverWebhooks).run(id);
  const test = async (id: string) => {
    const asked = await post(`/webhooks/${id}/tests`);
    if (asked.statusCode !== 202) throw new Error(asked.body);
  };
  /** An endpoint that has been sent one message. */
  const sent = async (): Promise<string> => {
    const id = await add();
    await test(id);
    await send(id);
    return id;
  };

  it('end with the first answer of 2xx', async () => {
    const id = await sent();
    await clocked.itIs(plus(noon, 1440 * minute));
    await send(id);
    expect(receiver.received).toHaveLength(1);
    expect(await log(id)).toMatchObject([{ state: 'delivered', tries: 1, status: 204 }]);
  });

  it('are ten over four days, with one id and one body, each with its own time', async () => {
    receiver.says(500);
    const id = await sent();
    let at = noon;
    const waits: number[] = [];
    for (;;) {
      const [{ nextTryAt } = {}] = await log(id);
      if (nextTryAt === undefined) break;
      waits.push((new Date(nextTryAt).getTime() - at.getTime()) / second);
      // Not before its time.
      await clocked.itIs(plus(nextTryAt, -second));
      await send(id);
      expect(receiver.received).toHaveLength(waits.length);
      at = new Date(nextTryAt);
      await clocked.itIs(at);
      await send(id);
    }
    const least = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(waits).toHaveLength(least.length);
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(least[i]!);
      expect(wait).toBeLessThanOrEqual(least[i]! * 1.1);
    }
    expect(await log(id)).toMatchObject([{ state: 'failed', tries: 10, status: 500, reason: 'status' }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(receiver.received[0]!.headers['webhook-timestamp']).toBe(String(noon.getTime() / second));
    expect(receiver.received[9]!.headers['webhook-timestamp']).toBe(
      String(Math.floor(at.getTime() / second)),
    );
  });

  it('wait as long as Retry-After says', async () => {
    receiver.says(429, { 'retry-after': '3600' });
    const id = await sent();
    const [{ nextTryAt } = {}] = await log(id);
    expect(new Date(nextTryAt!).getTime()).toBeGreaterThanOrEqual(plus(noon, 60 * minute).getTime());
  });

  it('do not follow a redirect', async () => {
    receiver.answer = (response, { url }) =>
      url === '/hook' ? response.writeHead(307, { location: '/other' }).end() : response.writeHead(204).end();
    const id = await sent();
    expect(receiver.received).toHaveLength(1);
    expect(await log(id)).toMatchObject([{ state: 'waiting', status: 307, reason: 'redirect' }]);
  });

  it('do not wait for the end of a long answer', async () => {
    receiver.answer = (response) => response.writeHead(200).write('x'.repeat(100_000));
    const id = await sent();
    expect(await log(id)).toMatchObject([{ state: 'delivered' }]);
  });

  it('end for good with 410: the endpoint is off, what waits is dropped, and the audit log says so', async () => {
    receiver.says(500);
    const id = await sent();
    receiver.says(410);
    await test(id);
    await send(id);
    expect(await read('/webhooks')).toMatchObject([{ id, active: false, goneAt: expect.any(String) }]);
    expect(await log(id)).toMatchObject([
      { state: 'failed', status: 410, reason: 'gone' },
      { state: 'failed', reason: 'gone' },
    ]);
    expect(
      await clocked.pipeline.db.query(
        `SELECT member_id FROM audit_entry WHERE action = 'webhook.gone' AND subject = $1`,
        [id],
      ),
    ).toEqual([{ member_id: null }]);
    expect((await post(`/webhooks/${id}/tests`)).json()).toMatchObject({ code: 'webhook.endpoint-off' });
  });

  it('never reach this machine or its network, whatever was saved', async () => {
    const id = await add();
    for (const address of [
      receiver.address.replace('127.0.0.1', 'localhost'),
      receiver.address.replace('http://127.0.0.1', 'https://0x7f.2'),
      receiver.address.replace('http://127.0.0.1', 'https://[::ffff:127.0.0.1]'),
      'https://localhost/',
      'https://169.254.169.254/',
      receiver.address.replace('127.0.0.1', 'user:secret@127.0.0.1'),
    ]) {
      await clocked.pipeline.db.query('UPDATE webhook_endpoint SET address = $1', [address]);
      await test(id);
      await send(id);
      const [last] = await log(id);
      expect(last).toMatchObject({ state: 'waiting', tries: 1, reason: 'host-not-allowed' });
    }
    expect(receiver.received).toEqual([]);
  });

  it('say why there was no answer', async () => {
    const id = await add('http://127.0.0.1:1/');
    await test(id);
    await send(id);
    expect(await log(id)).toMatchObject([{ state: 'waiting', reason: 'ECONNREFUSED' }]);
  });

  it('begin again after a crash between claim and send, with the same id', async () => {
    const id = await add();
    await test(id);
    const crashed = await app.get(WebhookDeliveries).claim(id);
    await send(id);
    expect(receiver.received).toEqual([]);
    await clocked.itIs(plus(noon, 61 * second));
    await send(id);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([crashed!.id]);
    // The crashed worker was only slow: what it says now changes nothing.
    await app.get(WebhookDeliveries).failed(crashed!, { reason: 'timeout' }, 5 * second);
    expect(await log(id)).toMatchObject([{ id: crashed!.id, state: 'delivered', tries: 2 }]);
  });

  it('are each made by one of two workers', async () => {
    const id = await add();
    for (let i = 0; i < 20; i++) await test(id);
    const other = await startTestApp(settings);
    try {
      await Promise.all([app, other, app, other].map((each) => each.get(DeliverWebhooks).run(id)));
    } finally {
      await other.close();
    }
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(20);
    expect(ids).toHaveLength(20);
    expect((await log(id)).every(({ state, tries }) => state === 'delivered' && tries === 1)).toBe(true);
  });

  it('of an endpoint that does not answer delay no other', async () => {
    const slow = await WebhookReceiver.start();
    slow.answer = () => undefined;
    const deliver = app.get(DeliverWebhooks);
    try {
      const id = await add(slow.address);
      for (let i = 0; i < 5; i++) await test(id);
      for (let i = 0; i < 5; i++) deliver.wake(id);
      await eventually(() => slow.received.length > 1);
      await sent();
      expect(receiver.received).toHaveLength(1);
      // Not more than two at once to the slow one.
      expect(slow.received).toHaveLength(2);
    } finally {
      await slow.close();
    }
  });

  it('are made once more by hand, with the same id', async () => {
    const id = await sent();
    const [{ id: delivery } = { id: '' }] = await log(id);
    expect((await post(`/webhooks/${id}/deliveries/${delivery}/replay`)).statusCode).toBe(202);
    expect((await post(`/webhooks/${id}/deliveries/${delivery}/replay`)).json()).toMatchObject({
      code: 'webhook.not-in-log',
    });
    await send(id);
    const [first, second] = receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    expect(await log(id)).toMatchObject([{ tries: 1, log: [{ status: 204 }, { status: 204 }] }]);
  });

  it('are each in the log, with when it was, its answer and how long it took', async () => {
    receiver.says(503);
    const id = await sent();
    receiver.reset();
    await clocked.itIs(plus(noon, minute));
    await send(id);
    const [{ log: tries } = { log: [] }] = await log(id);
    expect(tries).toEqual([
      { at: noon.toISOString(), took: expect.any(Number), status: 503, reason: 'status' },
      { at: plus(noon, minute).toISOString(), took: expect.any(Number), status: 204 },
    ]);
  });

  it('are signed with the time of the database, also by a worker whose clock is wrong', async () => {
    const id = await add();
    await test(id);
    await clocked.itIs(noon, plus(noon, 600 * minute));
    await send(id);
    expect(receiver.received[0]!.headers['webhook-timestamp']).toBe(String(noon.getTime() / second));
  });

  it.each([
    ['seconds', '7200', 7200],
    ['more than a day', '999999999', 86_400],
    ['more digits than a number has', '9'.repeat(400), 5],
    ['a time that has been', 'Wed, 21 Oct 2015 07:28:00 GMT', 5],
    ['a time in a thousand years', 'Fri, 21 Oct 3015 07:28:00 GMT', 86_400],
    ['less than nothing', '-3600', 5],
    ['no time', 'soon', 5],
  ])('wait within a day for a Retry-After of %s', async (_what, header, least) => {
    receiver.says(503, { 'retry-after': header });
    const id = await sent();
    const [{ nextTryAt } = {}] = await log(id);
    const wait = (new Date(nextTryAt!).getTime() - noon.getTime()) / second;
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(least * 1.1);
  });

  it('end if the endpoint is removed or switched off while one is under way', async () => {
    const answers: (() => void)[] = [];
    receiver.answer = (response) => answers.push(() => response.writeHead(500).end());
    const id = await add();
    await test(id);
    const sending = send(id);
    await eventually(() => answers.length === 1);
    await app.inject({ method: 'DELETE', url: `/api/v1/webhooks/${id}`, headers: admin.headers });
    answers[0]!();
    await sending;
    await clocked.itIs(plus(noon, minute));
    await send(id);
    expect(receiver.received).toHaveLength(1);
    // Between the claim and the request.
    const other = await add();
    await test(other);
    const claim = jest.spyOn(app.get(WebhookDeliveries), 'claim').mockImplementationOnce(async (endpoint) => {
      const claimed = await app.get(WebhookDeliveries).claim(endpoint);
      await clocked.pipeline.db.query('DELETE FROM webhook_endpoint');
      return claimed;
    });
    await send(other);
    claim.mockRestore();
    expect(receiver.received).toHaveLength(1);
  });

  it('that wait are signed with the secrets of their time: both while they are exchanged', async () => {
    receiver.says(500);
    const added = await post('/webhooks', {
      address: receiver.address,
      description: 'Appen',
      events: ['broadcast.approved'],
      includeUnpublished: false,
      active: true,
    });
    const { webhook, secret: old } = added.json<{ webhook: { id: string }; secret: string }>();
    await test(webhook.id);
    await send(webhook.id);
    const fresh = (await post(`/webhooks/${webhook.id}/secrets`)).json<{ secret: string }>().secret;
    /** Which of the two secrets a receiver may have. The package would compare the time with the real one. */
    const valid = () => {
      const { headers, body } = receiver.received.at(-1)!;
      const at = new Date(Number(headers['webhook-timestamp']) * second);
      const signed = headers['webhook-signature']!.split(' ');
      return [old, fresh].map((secret) =>
        signed.includes(new Webhook(secret).sign(headers['webhook-id']!, at, body)),
      );
    };
    expect(valid()).toEqual([true, false]);
    await clocked.itIs(plus(noon, minute));
    await send(webhook.id);
    expect(valid()).toEqual([true, true]);
    await app.inject({
      method: 'DELETE',
      url: `/api/v1/webhooks/${webhook.id}/secrets/previous`,
      headers: admin.headers,
    });
    await clocked.itIs(plus(noon, 60 * minute));
    await send(webhook.id);
    expect(valid()).toEqual([false, true]);
  });

  it('are forgotten after a while, except those that wait', async () => {
    const id = await sent();
    receiver.says(500);
    await test(id);
    await send(id);
    await clocked.pipeline.db.query('UPDATE webhook_delivery SET queued_at = $1', [
      plus(noon, -31 * 1440 * minute),
    ]);
    await app.get(WebhookDeliveries).dispose(32);
    expect(await log(id)).toHaveLength(2);
    await app.get(WebhookDeliveries).dispose(30);
    expect(await log(id)).toMatchObject([{ state: 'waiting' }]);
  });
});
