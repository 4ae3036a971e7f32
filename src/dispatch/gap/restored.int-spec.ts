import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { Backup } from '../../../test/support/backup.js';
import { pollUntil, partsOf, Pipeline } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import type { BroadcastAnswer } from '../../broadcasts/broadcast-answers.js';
import { Config } from '../../platform/config/config.js';
import { ResolveDoubts } from '../doubts/resolve-doubts.js';
import type { HoldAnswer } from './hold-answers.js';

type Hold = z.infer<typeof HoldAnswer>;
type Broadcast = z.infer<typeof BroadcastAnswer>;

describe('a backup that is restored in the middle of a broadcast', () => {
  let pipeline: Pipeline;
  let owner: Hired;
  let worker: NestFastifyApplication | undefined;
  beforeEach(async () => {
    pipeline = await Pipeline.start({ SMS_SEGMENTS_PER_SECOND: '20', CALLS_PER_SECOND: '20' });
    owner = await hire(pipeline.app, 'Olle', ['service-owner']);
  });
  afterEach(async () => {
    await stop();
    await pipeline.stop();
  });

  const start = async () => {
    worker = await pipeline.startAnotherWorker();
  };
  const stop = async () => {
    await worker?.close();
    worker = undefined;
  };
  const words = (sms: string) => ({ texts: [{ language: 'sv', sms }] });
  const heard = async (phones: readonly string[]) =>
    (await Promise.all(phones.map((phone) => pipeline.handset(phone)))).map((all) => all.length);
  const takenByProvider = async () => {
    const answer = await fetch(`${pipeline.simulator.url}/ledger/accepted`);
    return (await answer.text()).trim().split('\n').length;
  };
  const sentOf = async (id: string) =>
    (await pipeline.ledger(id)).filter(({ status }) => status !== 'planned').length;
  const sends = (id: string, more: number) =>
    pollUntil(
      () => sentOf(id),
      (sent) => sent >= more,
    );
  /** Stops the worker and loses everything since the backup. The claims of the lost worker expire. */
  const restore = async (backup: Backup) => {
    await stop();
    await backup.restore();
    await pipeline.db.query(
      `UPDATE delivery_batch SET lease_until = now() - interval '1 s' WHERE worker IS NOT NULL`,
    );
  };
  const show = async () => (await pipeline.get('/hold')).json<Hold>();
  const held = async () => (await pollUntil(show, (hold) => hold.held !== undefined)).held!;
  const decide = async (broadcastId: string, decision: string, who = owner) =>
    (await pipeline.post(who, '/hold/decisions', { broadcastId, decision })).statusCode;
  /** Looks up doubts and polls silent deliveries now, instead of in some minutes. */
  const final = (id: string) =>
    pollUntil(
      async () => {
        await pipeline.db.query('UPDATE delivery_doubt SET look_at = now()');
        await pipeline.app.get(ResolveDoubts).run();
        await pipeline.db.query(
          `UPDATE delivery SET updated_at = now() - interval '10 minutes' WHERE (broadcast_id, n) IN (
             SELECT broadcast_id, n FROM delivery WHERE status IN ('accepted', 'sent') FOR UPDATE SKIP LOCKED)`,
        );
        await pipeline.poll();
        return pipeline.report(id);
      },
      ({ pending, sending, accepted, sent, inDoubt }) =>
        pending! + sending! + accepted! + sent! + inDoubt! === 0,
    );

  it('is held, takes over what was sent since, and sends nothing twice when it continues', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 60, landlines: 3 });
    await start();
    const id = await pipeline.send(audience, words('Vattnet är avstängt.'));
    await sends(id, 5);
    const backup = await Backup.of(pipeline.db);
    await sends(id, (await sentOf(id)) + 20);
    await stop();
    const taken = await takenByProvider();
    await restore(backup);
    await start();
    const hold = await held();
    expect(hold).toMatchObject({ fitsNone: 0, notToldApart: 0, broadcasts: [{ id, goesOn: false }] });
    expect(hold.unknown).toBeGreaterThanOrEqual(20);
    expect(hold.takenOver).toBe(hold.unknown);
    expect(hold.broadcasts[0]!.takenOver).toBe(hold.unknown);
    expect(await takenByProvider()).toBe(taken);
    expect(
      await pipeline.db.query(
        `SELECT DISTINCT d.provider FROM delivery d JOIN delivery_event e USING (broadcast_id, n) WHERE e.kind = 'taken-over'`,
      ),
    ).toEqual([{ provider: 'simulator' }]);

    // Restore the same backup again during the hold: the result is the same, and a new decision is required.
    expect(await decide(id, 'go-on', pipeline.anna)).toBe(403);
    await restore(backup);
    await start();
    expect(await held()).toMatchObject({ unknown: hold.unknown, takenOver: hold.takenOver });
    expect(await takenByProvider()).toBe(taken);

    expect(await decide(id, 'go-on')).toBe(204);
    const report = await final(id);
    expect(report).toMatchObject({ planned: phones.length, delivered: phones.length });
    expect(partsOf(report)).toBe(phones.length);
    expect(await heard(phones)).toEqual(phones.map(() => 1));
    expect(await show()).toEqual({});
    await backup.drop();
  });

  it('also holds new broadcasts, counts messages that fit none, and lets staff cancel', async () => {
    const one = await pipeline.house({ mobiles: 3 });
    const other = await pipeline.house({ mobiles: 2 });
    await start();
    const first = await pipeline.send({ places: one.places }, words('Ett.'));
    await final(first);
    const backup = await Backup.of(pipeline.db);
    await final(await pipeline.send({ places: other.places }, words('Två, som ingen minns.')));
    await restore(backup);
    await start();
    expect(await held()).toMatchObject({ unknown: 2, takenOver: 0, fitsNone: 2, broadcasts: [] });
    const later = await pipeline.send({ places: one.places }, words('Tre.'));
    const last = await pipeline.send({ places: other.places }, words('Fyra.'));
    const waiting = await pollUntil(held, ({ broadcasts }) => broadcasts.length === 2);
    expect(waiting.broadcasts).toMatchObject([
      { id: later, takenOver: 0, remaining: 3 },
      { id: last, takenOver: 0, remaining: 2 },
    ]);
    expect((await pipeline.post(owner, '/hold/end')).json()).toMatchObject({ code: 'hold.undecided' });
    expect(await decide(later, 'cancel')).toBe(204);
    expect((await pipeline.get(`/broadcasts/${later}`)).json<Broadcast>().history.at(-1)).toMatchObject({
      act: 'cancellation',
      by: { name: 'Olle' },
    });
    expect(await decide(last, 'go-on')).toBe(204);
    expect(await final(last)).toMatchObject({ planned: 2, delivered: 2 });
    expect(await pipeline.report(later)).toMatchObject({ planned: 3, cancelled: 3 });
    expect(await heard([...one.phones, ...other.phones])).toEqual([1, 1, 1, 2, 2]);
    const [{ last: entry }] = await pipeline.db.query<[{ last: string }]>(
      `SELECT action || ' ' || subject AS last FROM audit_entry ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toBe(`hold.decide ${last}`);
    // Messages that were counted once are no reason to hold again.
    await stop();
    await pipeline.db.query(`UPDATE send_gate SET asked_for = 'another server'`);
    await start();
    const after = await pipeline.send({ places: one.places }, words('Fem.'));
    expect(await final(after)).toMatchObject({ delivered: 3 });
    await backup.drop();
  });

  it('asks about what is scheduled too, since its cancellation may be lost', async () => {
    const one = await pipeline.house({ mobiles: 3 });
    const other = await pipeline.house({ mobiles: 2 });
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const startsAt = later(1);
    const ahead = { ...words('I morgon.'), startsAt, expiresAt: later(2) };
    const stays = await pipeline.send({ places: one.places }, ahead);
    const goes = await pipeline.send({ places: one.places }, ahead);
    const backup = await Backup.of(pipeline.db);
    await start();
    await final(await pipeline.send({ places: other.places }, words('Två, som ingen minns.')));
    await restore(backup);
    await start();
    const scheduled = { state: 'scheduled', startsAt, remaining: 3, goesOn: false };
    expect((await held()).broadcasts).toMatchObject([
      { id: stays, ...scheduled },
      { id: goes, ...scheduled },
    ]);
    expect((await pipeline.post(owner, '/hold/end')).json()).toMatchObject({ code: 'hold.undecided' });
    expect(await decide(stays, 'go-on')).toBe(204);
    expect(await decide(goes, 'cancel')).toBe(204);
    expect(await show()).toEqual({});
    expect([await pipeline.state(stays), await pipeline.state(goes)]).toEqual(['scheduled', 'cancelled']);
    await backup.drop();
  });

  it('handles a STOP that the backup lacks, together with missing texts, receipts and calls', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 30, landlines: 2 });
    const [resident, ...others] = phones;
    await pipeline.scene.subscribe(await pipeline.scene.topic('Vatten'), resident!);
    const subscriptions = async () => (await pipeline.db.query<unknown[]>('SELECT FROM subscription')).length;
    const [topics] = pipeline.app.get(Config).senders('TOPIC_SENDER');
    const replied = (text: string) =>
      fetch(`${pipeline.simulator.url}/handsets/${encodeURIComponent(resident!)}/reply`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: topics!.address, text }),
      });
    await start();
    const id = await pipeline.send(audience, words('Vattnet är avstängt.'));
    await sends(id, 5);
    const backup = await Backup.of(pipeline.db);
    await sends(id, 15);
    expect((await replied('STOPP')).status).toBe(200);
    await pollUntil(subscriptions, (left) => left === 0);
    await restore(backup);
    expect(await subscriptions()).toBe(1);
    await start();
    await held();
    expect(await subscriptions()).toBe(0);
    expect(await decide(id, 'go-on')).toBe(204);
    expect(await final(id)).toMatchObject({ planned: phones.length, delivered: phones.length });
    expect(await heard(others)).toEqual(others.map(() => 1));
    await backup.drop();
  });

  it("waits while the provider can't be asked, informs staff, and sends when they allow it", async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await start();
    await final(await pipeline.send(audience, words('Ett.')));
    await stop();
    await pipeline.db.query(`UPDATE send_gate SET asked_for = 'another server'`);
    await pipeline.faults({ rules: [{ fault: { kind: 'list-unavailable' } }] });
    await start();
    const id = await pipeline.send(audience, words('Två.'));
    expect(await pollUntil(show, ({ waiting }) => waiting !== undefined)).toMatchObject({
      waiting: { why: '20503' },
    });
    expect(await heard(phones)).toEqual([1, 1]);
    expect((await pipeline.post(owner, '/hold/unasked')).statusCode).toBe(204);
    await pollUntil(
      () => heard(phones),
      (times) => times.every((n) => n === 2),
    );
    expect(await show()).toEqual({});
    await pipeline.faults({ rules: [] });
    expect(await final(id)).toMatchObject({ delivered: 2 });
  });

  it("sends at once on a known database, even if the provider can't be asked", async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await start();
    await final(await pipeline.send(audience, words('Ett.')));
    await stop();
    await pipeline.faults({ rules: [{ fault: { kind: 'list-unavailable' } }] });
    await pipeline.send(audience, words('Två.'));
    await start();
    await pollUntil(
      () => heard(phones),
      (times) => times.every((n) => n === 2),
      5000,
    );
    expect(await show()).toEqual({});
  });

  it('does not call a phone again if nobody knows which call it got', async () => {
    const { phones, ...audience } = await pipeline.house({ landlines: 1 });
    const [first, second] = [
      await pipeline.send(audience, words('Ett.')),
      await pipeline.send(audience, words('Två.')),
    ];
    const backup = await Backup.of(pipeline.db);
    await pipeline.post(pipeline.anna, `/broadcasts/${second}/pause`);
    await start();
    await final(first);
    await restore(backup);
    await start();
    expect(await held()).toMatchObject({ unknown: 1, takenOver: 0, notToldApart: 1 });
    for (const id of [first, second])
      expect(await pipeline.report(id)).toMatchObject({
        unknown: 1,
        reasons: { 'unknown:not-told-apart': 1 },
      });
    expect(await heard(phones)).toEqual([1]);
    await backup.drop();
  });
});
