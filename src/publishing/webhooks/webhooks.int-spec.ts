import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Webhook } from 'standardwebhooks';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.js';
import { newId } from '../../kernel/ids.js';
import { DeliverWebhooks } from './deliver-webhooks.js';

interface Added {
  readonly webhook: { readonly id: string; readonly version: number; readonly hasPreviousSecret: boolean };
  readonly secret: string;
}

describe('the endpoints of webhooks', () => {
  let app: NestFastifyApplication;
  let admin: Hired;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ WEBHOOK_ALLOWED_HOSTS: 'intern.kommun.example, 127.0.0.1' });
    admin = await hire(app, 'Ada', ['admin']);
    receiver = await WebhookReceiver.start();
  });
  beforeEach(() => app.get(DataSource).query('DELETE FROM webhook_endpoint'));
  afterAll(async () => {
    await receiver.close();
    await app.close();
  });

  const body = (more: object = {}) => ({
    address: 'https://hook.example/in?key=1',
    description: 'Kommunens app',
    events: ['broadcast.over', 'broadcast.approved', 'broadcast.over'],
    includeUnpublished: false,
    active: true,
    ...more,
  });
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers = {}) =>
    app.inject({
      method,
      url: `/api/v1/webhooks${path}`,
      headers: { ...admin.headers, ...headers },
      ...(payload ? { payload } : {}),
    });
  const add = async (more: object = {}): Promise<Added> => {
    const added = await ask('POST', '', body(more));
    if (added.statusCode !== 201) throw new Error(added.body);
    return added.json<Added>();
  };
  const audited = (action: string) =>
    app
      .get(DataSource)
      .query<{ detail: object }[]>(
        'SELECT detail FROM audit_entry WHERE action = $1 ORDER BY id DESC LIMIT 1',
        [action],
      );

  it('are listed without their secret, which is shown once', async () => {
    const { webhook, secret } = await add();
    expect(secret).toMatch(/^whsec_/);
    expect(webhook).toMatchObject({
      description: 'Kommunens app',
      events: ['broadcast.approved', 'broadcast.over'],
      active: true,
      hasPreviousSecret: false,
    });
    const list = await ask('GET', '');
    expect(list.json()).toEqual([webhook]);
    expect(list.body).not.toContain('whsec_');
    // Not in the database in clear, and the rest of the address is not in the audit log.
    const rows = await app
      .get(DataSource)
      .query('SELECT encode(secret, $1) AS kept FROM webhook_endpoint', ['escape']);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
    expect(await audited('webhook.add')).toEqual([
      { detail: expect.objectContaining({ host: 'hook.example' }) },
    ]);
    expect(JSON.stringify(await audited('webhook.add'))).not.toContain('key=1');
  });

  it('keep no secret for a repeat of the request', async () => {
    const key = { 'idempotency-key': newId() };
    expect((await ask('POST', '', body(), key)).statusCode).toBe(201);
    const repeat = await ask('POST', '', body(), key);
    expect(repeat.json()).toMatchObject({ code: 'request.outcome-unknown' });
    expect(
      JSON.stringify(await app.get(DataSource).query('SELECT body FROM idempotent_answer')),
    ).not.toContain('whsec_');
    expect((await ask('GET', '')).json()).toHaveLength(1);
  });

  it.each([
    ['http', 'http://hook.example/', 'webhook.address-not-https'],
    ['a login', 'https://user:secret@hook.example/', 'webhook.address-has-login'],
    ['this machine', 'https://127.1:444/', ''],
    ['this machine in IPv6', 'https://[::1]/', 'webhook.address-not-public'],
    ['the own network', 'https://10.1.2.3/', 'webhook.address-not-public'],
    ['the own network in other digits', 'https://0xa010203/', 'webhook.address-not-public'],
    ['a cloud’s metadata', 'https://169.254.169.254/', 'webhook.address-not-public'],
    ['another protocol', 'ftp://hook.example/', 'request.invalid'],
    ['a host that a setting allows, by http', 'http://intern.kommun.example:8080/in', ''],
  ])('with %s: %s is refused with %s', async (_, address, code) => {
    const added = await ask('POST', '', body({ address }));
    expect(added.json<{ code?: string }>().code ?? '').toBe(code);
  });

  it('are changed by who has read the last version', async () => {
    const { webhook } = await add();
    const changed = await ask('PUT', `/${webhook.id}`, { ...body({ description: 'Nytt namn' }), version: 1 });
    expect(changed.json()).toMatchObject({ description: 'Nytt namn', version: 2 });
    const stale = await ask('PUT', `/${webhook.id}`, { ...body(), version: 1 });
    expect(stale.json()).toMatchObject({ code: 'webhook.changed-meanwhile' });
    expect((await ask('PUT', `/${newId()}`, { ...body(), version: 1 })).statusCode).toBe(404);
  });

  it('that are switched off get no test, and what waits is dropped', async () => {
    const { webhook } = await add();
    await ask('POST', `/${webhook.id}/tests`, {});
    await ask('PUT', `/${webhook.id}`, { ...body({ active: false }), version: 1 });
    expect((await ask('GET', `/${webhook.id}/deliveries`)).json()).toMatchObject({
      deliveries: [{ type: 'webhook.test', state: 'failed', reason: 'switched-off' }],
    });
    expect((await ask('POST', `/${webhook.id}/tests`, {})).json()).toMatchObject({
      code: 'webhook.endpoint-off',
    });
  });

  it('sign with both secrets during a rotation, until the old one is dropped', async () => {
    receiver.reset();
    const { webhook, secret: old } = await add({ address: receiver.address });
    const rotated = (await ask('POST', `/${webhook.id}/secrets`, {})).json<Added>();
    expect(rotated.webhook.hasPreviousSecret).toBe(true);
    const send = async () => {
      await ask('POST', `/${webhook.id}/tests`, {});
      await app.get(DeliverWebhooks).run(webhook.id);
      return receiver.received.at(-1)!;
    };
    const both = await send();
    for (const secret of [old, rotated.secret])
      expect(new Webhook(secret).verify(both.body, both.headers)).toMatchObject({ type: 'webhook.test' });

    const dropped = await ask('DELETE', `/${webhook.id}/secrets/previous`);
    expect(dropped.json()).toMatchObject({ hasPreviousSecret: false });
    const one = await send();
    expect(() => new Webhook(rotated.secret).verify(one.body, one.headers)).not.toThrow();
    expect(() => new Webhook(old).verify(one.body, one.headers)).toThrow('No matching signature');
    expect(await audited('webhook.rotate')).toHaveLength(1);
    expect(await audited('webhook.drop-secret')).toHaveLength(1);
  });

  it('have a log of pages, newest first', async () => {
    const { webhook } = await add();
    await app
      .get(DataSource)
      .query(
        `INSERT INTO webhook_delivery (endpoint_id, type, at) SELECT $1, 'webhook.test', now() FROM generate_series(1, 60)`,
        [webhook.id],
      );
    const first = (await ask('GET', `/${webhook.id}/deliveries`)).json<{
      deliveries: { id: string }[];
      next: string;
    }>();
    const second = (await ask('GET', `/${webhook.id}/deliveries?before=${first.next}`)).json<typeof first>();
    expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([50, 10, undefined]);
    const ids = [...first.deliveries, ...second.deliveries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
  });

  it('are removed with their log', async () => {
    const { webhook } = await add();
    await ask('POST', `/${webhook.id}/tests`, {});
    expect((await ask('DELETE', `/${webhook.id}`)).statusCode).toBe(204);
    expect((await ask('GET', '')).json()).toEqual([]);
    expect((await ask('DELETE', `/${webhook.id}`)).json()).toMatchObject({ code: 'webhook.not-found' });
    expect(await audited('webhook.remove')).toEqual([{ detail: { host: 'hook.example' } }]);
  });

  it('are at most fifty', async () => {
    await app.get(DataSource).query(
      `INSERT INTO webhook_endpoint (id, address, description, events, include_unpublished, secret, created_at)
       SELECT gen_random_uuid(), 'https://hook.example', 'x', '{}', false, '', now() FROM generate_series(1, 50)`,
    );
    expect((await ask('POST', '', body())).json()).toMatchObject({ code: 'webhook.too-many-endpoints' });
  });
});
