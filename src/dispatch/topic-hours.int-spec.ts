import { Clocked, minutes, plus } from '../../test/support/clocked.js';
import { describeOnServer } from '../../test/support/on-server.js';
import { partsOf, pollUntil, type Pipeline } from '../../test/support/pipeline.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { StartScheduled } from './start-scheduled.js';
import { Worker } from './worker.js';

const day = { from: '07:00', to: '21:00' };
const night = new Date('2027-02-01T23:00:00+01:00');
const morning = new Date('2027-02-02T07:00:00+01:00');

/** The embedded database has one session, whose clock can't be set. */
describeOnServer('a topic with hours', () => {
  let clocked: Clocked;
  let pipeline: Pipeline;
  let owner: Hired;
  beforeAll(async () => {
    clocked = await Clocked.start();
    ({ pipeline } = clocked);
    owner = await hire(pipeline.app, 'Olga', ['service-owner']);
  });
  afterAll(() => clocked.stop());

  let made = 0;
  const topicOf = async (phones: readonly string[], hours: unknown) => {
    made += 1;
    const topic = await pipeline.scene.topic(`Snöröjning ${made}`);
    for (const phone of phones) await pipeline.scene.subscribe(topic, phone);
    const set = await setHours(topic, hours);
    expect(set.statusCode).toBe(200);
    return topic;
  };
  const setHours = (topic: string, hours: unknown) =>
    pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/topics/${topic}`,
      headers: owner.headers,
      payload: {
        name: { sv: `Ämne ${made}`, en: `Topic ${made}` },
        description: { sv: 'Om det', en: 'About it' },
        state: 'open',
        owner: 'Olga',
        position: 0,
        ...(hours === undefined ? {} : { hours }),
      },
    });
  const expiresAt = plus(morning, 120 * minutes).toISOString();
  const open = [day, day, day, day, day, null, null];

  it('holds what is approved outside them until they open; a STOP and the end of the topic meanwhile count', async () => {
    const topic = await topicOf(['+46701740620', '+46701740621'], open);
    await clocked.itIs(night);
    const id = await pipeline.send({ topic }, { expiresAt, lane: 'routine' });
    expect(await clocked.read(id)).toMatchObject({
      state: 'scheduled',
      heldUntil: morning.toISOString(),
      planned: 2,
    });
    await pipeline.db.query('DELETE FROM subscription WHERE phone = $1', ['+46701740621']);
    expect((await clocked.step(id, 'start-now')).json()).toMatchObject({ code: 'broadcast.held-for-topic' });
    const ended = await topicOf(['+46701740629'], open);
    const ofEnded = await pipeline.send({ topic: ended }, { expiresAt, lane: 'routine' });
    await pipeline.db.query(`UPDATE topic SET state = 'closed' WHERE id = $1`, [ended]);
    await clocked.itIs(plus(morning, -1));
    await clocked.startAll();
    expect(await clocked.isDue(id)).toBe(false);
    await clocked.itIs(morning);
    pipeline.app.get(Worker).start();
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    const report = await pipeline.report(id);
    expect(report).toMatchObject({ delivered: 1, cancelled: 1, reasons: { 'cancelled:withdrawn': 1 } });
    expect(partsOf(report)).toBe(2);
    await pollUntil(
      () => pipeline.state(ofEnded),
      (state) => state === 'completed',
    );
    expect(await pipeline.report(ofEnded)).toMatchObject({ planned: 1, cancelled: 1 });
  });

  it('sends within them at once, and holds a later start to the next opening', async () => {
    const topic = await topicOf(['+46701740622'], open);
    await clocked.itIs(plus(morning, 30 * minutes));
    const now = await pipeline.send({ topic }, { expiresAt });
    expect(await clocked.read(now)).not.toHaveProperty('heldUntil');
    const next = plus(morning, 24 * 60 * minutes);
    const late = await pipeline.send(
      { topic },
      {
        startsAt: plus(next, -60 * minutes).toISOString(),
        expiresAt: plus(next, 60 * minutes).toISOString(),
      },
    );
    expect(await clocked.read(late)).toMatchObject({ state: 'scheduled', heldUntil: next.toISOString() });
  });

  it('refuses what would expire before they open, and lets what is held be changed or cancelled', async () => {
    const topic = await topicOf(['+46701740623'], open);
    await clocked.itIs(night);
    const short = { expiresAt: plus(night, 60 * minutes).toISOString() };
    const id = await pipeline.send({ topic }, short, false);
    expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({
      code: 'broadcast.closed-until-expiry',
    });
    const held = await pipeline.send({ topic }, { expiresAt });
    expect((await clocked.read(held)).allowed).toContain('cancellation');
    expect((await clocked.step(held, 'cancellation')).json()).toMatchObject({ report: { cancelled: 1 } });
  });

  it('says before the approval until when it would wait', async () => {
    const topic = await topicOf(['+46701740624'], open);
    await clocked.itIs(night);
    const short = { expiresAt: plus(night, 60 * minutes).toISOString() };
    for (const fields of [{ expiresAt }, short]) {
      const id = await pipeline.send({ topic }, fields, false);
      expect(await clocked.read(id)).toMatchObject({ opensAt: morning.toISOString() });
    }
    await clocked.itIs(plus(morning, 30 * minutes));
    const within = await pipeline.send({ topic }, { expiresAt }, false);
    expect(await clocked.read(within)).not.toHaveProperty('opensAt');
  });

  describe('whose hours are changed after the approval', () => {
    const closedUntil = { from: '10:00', to: '21:00' };
    const later = Array.from({ length: 7 }, () => closedUntil);
    const ten = plus(morning, 180 * minutes);
    const dueThen = async (phone: string, expiry: Date, hours: unknown) => {
      const topic = await topicOf([phone], open);
      await clocked.itIs(night);
      const id = await pipeline.send({ topic }, { expiresAt: expiry.toISOString() });
      await setHours(topic, hours);
      await clocked.itIs(morning);
      return id;
    };
    const startsOf = (id: string) =>
      pipeline.db.query<{ act: string }[]>(
        `SELECT act FROM broadcast_event WHERE broadcast_id = $1 AND act IN ('due', 'missed')`,
        [id],
      );

    it('holds it again until they open, and starts it once then, whoever looks', async () => {
      const id = await dueThen('+46701740630', plus(ten, 60 * minutes), later);
      const another = await pipeline.startAnotherWorker();
      const all = () =>
        Promise.all(
          [pipeline.app, another].map(async (app) => {
            while (await app.get(StartScheduled).run());
          }),
        );
      try {
        await all();
        expect(await clocked.read(id)).toMatchObject({ state: 'scheduled', heldUntil: ten.toISOString() });
        expect(await startsOf(id)).toEqual([]);
        await clocked.itIs(plus(ten, -1));
        await all();
        expect(await clocked.isDue(id)).toBe(false);
        await clocked.itIs(ten);
        await all();
        // A worker of an earlier test sends it.
        await pollUntil(
          () => pipeline.state(id),
          (state) => state === 'completed',
        );
        expect(await startsOf(id)).toEqual([{ act: 'due' }]);
      } finally {
        await another.close();
      }
    });

    it.each([
      ['opens after the expiry', later],
      ['is open on one day that is further away', [null, null, null, null, null, null, day]],
    ])('misses it when the topic %s', async (_when, hours) => {
      const id = await dueThen('+46701740631', plus(morning, 120 * minutes), hours);
      await clocked.startAll();
      expect(await clocked.read(id)).toMatchObject({ state: 'missed', report: { planned: 1, pending: 0 } });
      expect(await startsOf(id)).toEqual([{ act: 'missed' }]);
    });

    it('is not started at once by a person either', async () => {
      const topic = await topicOf(['+46701740632'], open);
      await clocked.itIs(plus(morning, 60 * minutes));
      const startsAt = plus(morning, 120 * minutes).toISOString();
      const id = await pipeline.send({ topic }, { startsAt, expiresAt: plus(ten, minutes).toISOString() });
      expect(await clocked.read(id)).not.toHaveProperty('heldUntil');
      await setHours(topic, later);
      expect((await clocked.step(id, 'start-now')).json()).toMatchObject({
        code: 'broadcast.held-for-topic',
      });
      await setHours(topic, open);
      expect((await clocked.step(id, 'start-now')).json()).toMatchObject({ state: 'approved' });
    });
  });

  it('never holds an alert', async () => {
    await clocked.itIs(night);
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, { expiresAt });
    expect(await clocked.read(id)).not.toHaveProperty('heldUntil');
  });

  it('keeps its hours when they are left out, and loses them by null', async () => {
    const topic = await topicOf([], open);
    expect((await setHours(topic, undefined)).json()).toMatchObject({ hours: open });
    expect((await setHours(topic, null)).json()).not.toHaveProperty('hours');
  });

  it.each([
    ['six days', [day, day, day, day, day, null]],
    ['no day at all', [null, null, null, null, null, null, null]],
    ['an end before its beginning', [{ from: '21:00', to: '07:00' }, day, day, day, day, day, day]],
    ['no time of day', [{ from: '7', to: '25:00' }, day, day, day, day, day, day]],
  ])('refuses hours of %s', async (_what, hours) => {
    expect((await setHours(await topicOf([], null), hours)).statusCode).toBe(400);
  });
});
