import { Webhook } from 'standardwebhooks';
import { startTestApp } from '../../../test/support/app.js';
import { eventually } from '../../../test/support/eventually.js';
import { Pipeline, pollUntil } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.js';
import { DeliverWebhooks } from './deliver-webhooks.js';
import { webhookEvents } from './event-types.js';
import { BroadcastBody } from './webhook-bodies.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { webhookBell, WebhookWork } from './webhook-work.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';

const settings = { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' };

describe('what other systems are told', () => {
  let pipeline: Pipeline;
  let admin: Hired;
  let receiver: WebhookReceiver;
  let house: { places: string[]; phones: string[] };
  beforeAll(async () => {
    pipeline = await Pipeline.start(settings);
    pipeline.startWorker();
    admin = await hire(pipeline.app, 'Ada', ['admin']);
    house = await pipeline.house({ mobiles: 6, landlines: 1 });
    receiver = await WebhookReceiver.start();
  });
  beforeEach(() => receiver.reset());
  afterEach(() => pipeline.db.query('DELETE FROM webhook_endpoint'));
  afterAll(async () => {
    await receiver.close();
    await pipeline.stop();
  });

  const add = async (more: object = {}) => {
    const added = await pipeline.post(admin, '/webhooks', {
      address: receiver.address,
      description: 'Kommunens app',
      events: webhookEvents,
      includeUnpublished: false,
      active: true,
      ...more,
    });
    if (added.statusCode !== 201) throw new Error(added.body);
    return added.json<{ webhook: { id: string }; secret: string }>();
  };
  /** What a worker does every second. */
  const sweep = async (): Promise<void> => {
    const deliveries = pipeline.app.get(WebhookDeliveries);
    await deliveries.queue();
    for (const id of await deliveries.due()) await pipeline.app.get(DeliverWebhooks).run(id);
  };
  const told = async (): Promise<BroadcastBody[]> => {
    await sweep();
    return receiver.received.map(({ body }) => BroadcastBody.parse(JSON.parse(body)));
  };
  const typesOf = async (): Promise<string[]> => (await told()).map(({ type }) => type);
  const isOver = (id: string) =>
    pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
  const isPublic = { isPublic: true };
  const follow = (id: string, relation: string, more: object = {}) =>
    pipeline.send({}, { follows: { broadcast: id, relation }, audience: undefined, ...more });

  it('is an approval and the completion, signed, with its texts and its sums', async () => {
    const { secret } = await add();
    const texts = [
      {
        language: 'sv',
        sms: 'Koka vattnet på Storgatan.',
        headline: 'Koka vattnet',
        web: 'Koka allt vatten.',
      },
      { language: 'en', sms: 'Boil your water. It is not safe.' },
    ];
    const id = await pipeline.send({ places: house.places }, { ...isPublic, texts });
    await isOver(id);
    const [approved, completed, ...rest] = await told();
    expect(rest).toEqual([]);
    expect(approved).toMatchObject({
      type: 'broadcast.approved',
      data: {
        broadcast: id,
        incident: id,
        version: 3,
        state: 'approved',
        lane: 'urgent',
        texts: [texts[0], { ...texts[1], headline: 'Boil your water.' }],
        page: `${pipeline.url}/aktuellt/${id}`,
        sentAt: approved!.timestamp,
      },
    });
    expect(approved!.data.report).toBeUndefined();
    expect(approved!.data.area).toMatchObject({ name: expect.stringMatching(/./) });
    expect(completed).toMatchObject({
      type: 'broadcast.completed',
      data: { version: 5, state: 'completed', sentAt: approved!.timestamp, report: { planned: 7 } },
    });
    for (const { headers, body } of receiver.received)
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
  });

  it('never has a phone number of those who got it', async () => {
    await add();
    await isOver(await pipeline.send({ places: house.places }, isPublic));
    await sweep();
    const all = receiver.received.map(({ body }) => body).join('\n');
    expect(receiver.received).toHaveLength(2);
    for (const e164 of house.phones)
      for (const form of [e164, e164.slice(1), e164.replace('+46', '0'), e164.slice(3)])
        expect(all).not.toContain(form);
  });

  it('is an update, a correction and the end of an incident', async () => {
    await add({ events: webhookEvents.filter((type) => type !== 'broadcast.completed') });
    const id = await pipeline.send({ places: house.places }, isPublic);
    await isOver(id);
    await follow(id, 'update');
    await follow(id, 'correction', { texts: [{ language: 'sv', sms: 'Rättelse: vattnet är på.' }] });
    await follow(id, 'all-clear');
    const all = await told();
    expect(all.map(({ type, data: { relation } }) => [type, relation])).toEqual([
      ['broadcast.approved', undefined],
      ['broadcast.updated', 'update'],
      ['broadcast.corrected', 'correction'],
      ['broadcast.over', 'all-clear'],
    ]);
    expect(new Set(all.map(({ data: { incident } }) => incident))).toEqual(new Set([id]));
  });

  it('is only what each endpoint has asked for', async () => {
    await add({ events: ['broadcast.over'] });
    const id = await pipeline.send({ places: house.places }, isPublic);
    await follow(id, 'all-clear');
    expect(await typesOf()).toEqual(['broadcast.over']);
  });

  it('is a cancellation of what had gone out, and not of a draft', async () => {
    await add({ events: ['broadcast.approved', 'broadcast.over'] });
    const draft = await pipeline.send({ places: house.places }, isPublic, false);
    await pipeline.post(pipeline.anna, `/broadcasts/${draft}/cancellation`);
    const later = await pipeline.send(
      { places: house.places },
      {
        ...isPublic,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
        expiresAt: new Date(Date.now() + 7_200_000).toISOString(),
      },
    );
    await pipeline.post(pipeline.anna, `/broadcasts/${later}/cancellation`);
    expect(await typesOf()).toEqual([]);

    // The worker of this test sends too fast to cancel in between.
    const id = await pipeline.send({ places: house.places }, isPublic);
    await isOver(id);
    await pipeline.db.query(`UPDATE broadcast SET state = 'sending', version = version + 1 WHERE id = $1`, [
      id,
    ]);
    const cancelled = await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    expect(cancelled.statusCode).toBe(200);
    expect(await typesOf()).toEqual(['broadcast.approved', 'broadcast.over']);
  });

  it('is the expiry of the last broadcast of an incident, once', async () => {
    await add({ events: ['broadcast.over'] });
    const id = await pipeline.send({ places: house.places }, isPublic);
    const update = await follow(id, 'update');
    await Promise.all([isOver(id), isOver(update)]);
    const expire = (broadcast: string) =>
      pipeline.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [broadcast]);
    await expire(id);
    expect(await typesOf()).toEqual([]);
    await expire(update);
    await sweep();
    expect(await told()).toMatchObject([
      { type: 'broadcast.over', data: { broadcast: update, incident: id } },
    ]);
  });

  it('is nothing that is not published, but for systems of the municipality', async () => {
    await add();
    const id = await pipeline.send({ places: house.places }, { isPublic: false });
    await isOver(id);
    expect(await typesOf()).toEqual([]);
    await add({ includeUnpublished: true });
    const other = await pipeline.send({ places: house.places }, { isPublic: false });
    await isOver(other);
    const all = await told();
    expect(all.map(({ type }) => type)).toEqual(['broadcast.approved', 'broadcast.completed']);
    expect(all.every(({ data }) => data.broadcast === other && data.page === undefined)).toBe(true);
  });

  it('is no exercise, no code and no notice', async () => {
    await add({ includeUnpublished: true });
    await isOver(await pipeline.send({ places: house.places }, { exercise: true }));
    const asked = await pipeline.app.inject({
      method: 'PUT',
      url: '/api/v1/session/phone',
      headers: admin.headers,
      payload: { phone: '070-174 06 55' },
    });
    expect(asked.statusCode).toBeLessThan(300);
    expect(await typesOf()).toEqual([]);
  });

  it('is what happened while it was on, and nothing from before', async () => {
    const before = await pipeline.send({ places: house.places }, isPublic);
    await isOver(before);
    const { webhook } = await add();
    const change = (active: boolean, version: number) =>
      pipeline.app.inject({
        method: 'PUT',
        url: `/api/v1/webhooks/${webhook.id}`,
        headers: admin.headers,
        payload: {
          address: receiver.address,
          description: 'Appen',
          events: webhookEvents,
          includeUnpublished: false,
          active,
          version,
        },
      });
    await change(false, 1);
    await isOver(await pipeline.send({ places: house.places }, isPublic));
    expect((await change(true, 2)).json()).toMatchObject({ active: true, version: 3 });
    expect(await typesOf()).toEqual([]);
    await isOver(await pipeline.send({ places: house.places }, isPublic));
    expect(await typesOf()).toEqual(['broadcast.approved', 'broadcast.completed']);
  });

  it('is queued once by two workers at once, with events that were committed late', async () => {
    await add();
    await add();
    const other = await startTestApp(settings);
    try {
      const id = await pipeline.send({ places: house.places }, isPublic);
      await isOver(id);
      const workers = [pipeline.app, other, pipeline.app, other];
      await Promise.all(workers.map((app) => app.get(WebhookDeliveries).queue()));
      // A transaction took its ids before the others and commits after them.
      const [{ id: late }] = await pipeline.db.query<[{ id: string }]>(
        `INSERT INTO broadcast_event (broadcast_id, act, state) OVERRIDING SYSTEM VALUE VALUES ($1, 'completion', 'completed')
         RETURNING id`,
        [id],
      );
      await Promise.all(workers.map((app) => app.get(WebhookDeliveries).queue()));
      const rows = await pipeline.db.query<{ event: string; times: number }[]>(
        `SELECT event_id AS event, count(*)::int AS times FROM webhook_delivery WHERE broadcast_id = $1 GROUP BY 1`,
        [id],
      );
      expect(rows.map(({ times }) => times)).toEqual([2, 2, 2]);
      expect(rows.map(({ event }) => event)).toContain(late);
    } finally {
      await other.close();
    }
  });

  it('has the id that the receiver knows, if a database restored from before queues it again', async () => {
    await add({ events: ['broadcast.approved', 'broadcast.over'] });
    const id = await pipeline.send({ places: house.places }, isPublic);
    await isOver(id);
    await sweep();
    await pipeline.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [id]);
    await sweep();
    const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
    const before = ids();
    expect(new Set(before).size).toBe(2);
    receiver.reset();
    await pipeline.db.query('DELETE FROM webhook_delivery');
    await sweep();
    expect(ids()).toEqual(before);
  });

  it('has another id, if it then happens at another time', async () => {
    await add({ events: ['broadcast.over'] });
    const id = await pipeline.send({ places: house.places }, isPublic);
    await isOver(id);
    for (const ago of [0, 1]) {
      await pipeline.db.query('DELETE FROM webhook_delivery');
      await pipeline.db.query(
        `UPDATE broadcast SET expires_at = now() - $2 * interval '10 milliseconds' WHERE id = $1`,
        [id, ago],
      );
      await sweep();
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
  });

  it('is sent by a worker by itself, also when every ring is lost', async () => {
    await add();
    const doorbell = pipeline.app.get(Doorbell);
    const ring = doorbell.ring.bind(doorbell);
    const lost = jest
      .spyOn(doorbell, 'ring')
      .mockImplementation((bell, data) => (bell === webhookBell ? Promise.resolve() : ring(bell, data)));
    pipeline.app.get(WebhookWork).start();
    const id = await pipeline.send({ places: house.places }, isPublic);
    await eventually(() => receiver.received.length === 2);
    lost.mockRestore();
    expect(receiver.bodies<BroadcastBody>().map(({ data }) => data.broadcast)).toEqual([id, id]);
  });
});
