import { Clocked, minutes, noon, plus, times } from '../../test/support/clocked.js';
import { describeOnServer } from '../../test/support/on-server.js';
import { draft, partsOf, Pipeline, pollUntil } from '../../test/support/pipeline.js';
import { SceneAddress } from '../../test/support/scene.js';
import { hire } from '../../test/support/staff.js';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { CountMovedIn } from '../broadcasts/schedule/count-moved-in.js';
import { StartScheduled } from './start-scheduled.js';

/** The embedded database has one session, whose clock can't be set. */
describeOnServer('a broadcast with a start of its own', () => {
  let clocked: Clocked;
  let pipeline: Pipeline;
  beforeAll(async () => {
    clocked = await Clocked.start();
    ({ pipeline } = clocked);
  });
  afterAll(() => clocked.stop());

  const eventsOf = (id: string) =>
    pipeline.db
      .query<{ act: string }[]>('SELECT act FROM broadcast_event WHERE broadcast_id = $1 ORDER BY id', [id])
      .then((rows) => rows.map(({ act }) => act));

  it('is scheduled by its approval, and waits', async () => {
    const startsAt = plus(noon, 30 * minutes);
    const { id } = await clocked.scheduled(startsAt);
    expect(await clocked.read(id)).toMatchObject({
      state: 'scheduled',
      startsAt: startsAt.toISOString(),
      planned: 2,
      percent: 0,
      report: { planned: 2, pending: 2 },
      mayBeFollowed: false,
    });
    await clocked.itIs(plus(startsAt, -1));
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'scheduled' });
    expect(await clocked.isDue(id)).toBe(false);
    await clocked.itIs(startsAt);
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'approved' });
    expect(await clocked.isDue(id)).toBe(true);
  });

  it.each([
    ['before summer time begins', '2027-03-28T01:59:59+01:00'],
    ['when summer time begins', '2027-03-28T03:00:00+02:00'],
    ['at half past two in summer time, the day it ends', '2027-10-31T02:30:00+02:00'],
    ['at half past two in winter time, an hour later', '2027-10-31T02:30:00+01:00'],
  ])('starts once, at its instant, %s', async (_when, written) => {
    const startsAt = new Date(written);
    await clocked.itIs(plus(startsAt, -90 * minutes));
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, { ...times(startsAt), startsAt: written });
    for (const ms of [-61 * minutes, -59 * minutes, -1]) {
      await clocked.itIs(plus(startsAt, ms));
      await clocked.startAll();
      expect(await clocked.read(id)).toMatchObject({ state: 'scheduled' });
    }
    for (const ms of [0, minutes, 59 * minutes]) {
      await clocked.itIs(plus(startsAt, ms));
      await clocked.startAll();
      expect(await eventsOf(id)).toEqual(['create', 'submission', 'approval', 'due']);
    }
  });

  it('starts once when several workers see its time come', async () => {
    const startsAt = plus(noon, minutes);
    const ids = [await clocked.scheduled(startsAt), await clocked.scheduled(startsAt)].map(({ id }) => id);
    await clocked.itIs(startsAt);
    const another = await pipeline.startAnotherWorker();
    try {
      await Promise.all(
        [pipeline.app, another].flatMap((app) =>
          [1, 2, 3].map(async () => {
            while (await app.get(StartScheduled).run());
          }),
        ),
      );
    } finally {
      await another.close();
    }
    for (const id of ids) expect((await eventsOf(id)).filter((act) => act === 'due')).toEqual(['due']);
  });

  it('starts although another one could not be, which is started later', async () => {
    const startsAt = plus(noon, minutes);
    const [stuck, other] = [await clocked.scheduled(startsAt), await clocked.scheduled(startsAt)];
    await clocked.itIs(startsAt);
    const ledger = pipeline.app.get(BroadcastLedger);
    const prepareStart = ledger.prepareStart.bind(ledger);
    const broken = jest.spyOn(ledger, 'prepareStart').mockImplementation((id, tx) => {
      if (id === stuck.id) throw new Error('the ledger is full');
      return prepareStart(id, tx);
    });
    await clocked.startAll();
    expect([await pipeline.state(stuck.id), await pipeline.state(other.id)]).toEqual([
      'scheduled',
      'approved',
    ]);
    broken.mockRestore();
    await clocked.startAll();
    expect(await pipeline.state(stuck.id)).toBe('approved');
  });

  it('starts late when no worker ran at its time', async () => {
    const { id } = await clocked.scheduled(plus(noon, minutes));
    await clocked.itIs(plus(noon, 30 * minutes));
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'approved' });
  });

  it('starts by the clock of the database, however wrong that of the program is', async () => {
    const startsAt = plus(noon, 60 * minutes);
    await clocked.itIs(noon);
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, times(startsAt), false);
    await clocked.itIs(noon, plus(startsAt, 5 * minutes));
    await pipeline.approve(pipeline.bo, id);
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'scheduled' });
    await clocked.itIs(startsAt, plus(noon, -60 * minutes));
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'approved' });
  });

  it('does not start when it could only start after its expiry, and says so', async () => {
    const startsAt = plus(noon, minutes);
    const { id } = await clocked.scheduled(startsAt);
    await clocked.itIs(plus(startsAt, 60 * minutes));
    await clocked.startAll();
    const missed = await clocked.read(id);
    expect(missed).toMatchObject({ state: 'missed', allowed: [], report: { planned: 2, expired: 2 } });
    expect(partsOf(missed.report)).toBe(2);
    expect(missed.history.at(-1)).toMatchObject({ act: 'missed' });
    expect(await clocked.isDue(id)).toBe(false);
    const followed = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({}),
      audience: undefined,
      follows: { broadcast: id, relation: 'update' },
    });
    expect(followed.json()).toMatchObject({ code: 'broadcast.nothing-to-follow' });
  });

  it('starts at once when it is approved after its time', async () => {
    const startsAt = plus(noon, 10 * minutes);
    await clocked.itIs(noon);
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, times(startsAt), false);
    await clocked.itIs(plus(startsAt, minutes));
    expect((await pipeline.approve(pipeline.bo, id)).statusCode).toBe(200);
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'approved' });
  });

  describe('an edit', () => {
    it('voids the approval and what was enrolled; a new approval enrols those who are there then', async () => {
      const startsAt = plus(noon, 30 * minutes);
      const { id, places } = await clocked.scheduled(startsAt);
      const other = await pipeline.house({ mobiles: 3 });
      const later = plus(startsAt, minutes);
      const changed = await clocked.edit(id, { ...draft({ places: other.places }), ...times(later) });
      expect(changed.json()).toMatchObject({ state: 'draft', startsAt: later.toISOString() });
      for (const field of ['planned', 'report', 'decidedBy', 'contentHash'])
        expect(changed.json()).not.toHaveProperty(field);
      expect(await pipeline.ledger(id)).toEqual([]);
      await clocked.itIs(startsAt);
      await clocked.startAll();
      expect(await clocked.read(id)).toMatchObject({ state: 'draft' });
      expect(await clocked.isDue(id)).toBe(false);

      await clocked.step(id, 'submission');
      expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ code: 'broadcast.four-eyes' });
      await clocked.edit(id, { ...draft({ places: [...places, ...other.places] }), ...times(later) });
      await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
      const approved = await pipeline.approve(await hire(pipeline.app, 'Cecilia'), id);
      expect(approved.json()).toMatchObject({
        state: 'scheduled',
        planned: 5,
        report: { planned: 5, pending: 5 },
      });
      await clocked.itIs(later);
      await clocked.startAll();
      expect(await clocked.isDue(id)).toBe(true);
    });

    it('without a time makes it start as soon as it is approved', async () => {
      const { id, places } = await clocked.scheduled(plus(noon, 30 * minutes));
      const changed = await clocked.edit(id, {
        ...draft({ places }),
        expiresAt: plus(noon, 60 * minutes).toISOString(),
      });
      expect(changed.json()).not.toHaveProperty('startsAt');
      await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
      expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ state: 'approved' });
    });

    it('is refused once it has started', async () => {
      const startsAt = plus(noon, minutes);
      const { id, places } = await clocked.scheduled(startsAt);
      await clocked.itIs(startsAt);
      await clocked.startAll();
      const refused = await clocked.edit(id, { ...draft({ places }), ...times(plus(startsAt, minutes)) });
      expect(refused.json()).toMatchObject({ code: 'broadcast.wrong-state' });
      expect(await pipeline.ledger(id)).toHaveLength(2);
    });

    it('and its start at the same moment: one of them happens', async () => {
      const startsAt = plus(noon, minutes);
      const { id, places } = await clocked.scheduled(startsAt);
      await clocked.itIs(startsAt);
      const [edited] = await Promise.all([
        clocked.edit(id, { ...draft({ places }), ...times(plus(startsAt, minutes)) }),
        clocked.startAll(),
      ]);
      const { state } = await clocked.read(id);
      expect([state, (await pipeline.ledger(id)).length]).toEqual(
        edited.statusCode === 200 ? ['draft', 0] : ['approved', 2],
      );
    });
  });

  it('never starts after its cancellation, and the report adds up', async () => {
    const startsAt = plus(noon, minutes);
    const { id } = await clocked.scheduled(startsAt);
    const cancelled = (await clocked.step(id, 'cancellation')).json();
    expect(cancelled).toMatchObject({ state: 'cancelled', report: { planned: 2, cancelled: 2 } });
    expect(partsOf(cancelled.report)).toBe(2);
    await clocked.itIs(startsAt);
    await clocked.startAll();
    expect(await clocked.read(id)).toMatchObject({ state: 'cancelled' });
  });

  it('can be sent before its time by one person, once', async () => {
    const { id } = await clocked.scheduled(plus(noon, 30 * minutes));
    expect(await clocked.read(id)).toMatchObject({
      allowed: expect.arrayContaining(['start-now', 'cancellation']),
    });
    expect((await clocked.step(id, 'start-now')).json()).toMatchObject({ state: 'approved' });
    expect(await clocked.isDue(id)).toBe(true);
    expect((await clocked.step(id, 'start-now')).json()).toMatchObject({ code: 'broadcast.wrong-state' });
    await clocked.itIs(plus(noon, 30 * minutes));
    await clocked.startAll();
    expect(await eventsOf(id)).toEqual(['create', 'submission', 'approval', 'start-now']);
  });

  it('is not sent before its time when it has expired', async () => {
    const startsAt = plus(noon, 10 * minutes);
    const { id } = await clocked.scheduled(startsAt);
    await clocked.itIs(plus(startsAt, 61 * minutes));
    expect((await clocked.step(id, 'start-now')).json()).toMatchObject({ code: 'broadcast.expired' });
  });

  it.each(['at its time', 'before its time'])(
    'leaves out a phone that was quarantined meanwhile when it starts %s, and calls the household instead',
    async (when) => {
      await clocked.itIs(noon);
      const area = await pipeline.scene.area(when, { x: 0, y: 0, side: 1 });
      const address = await pipeline.scene.address(when, { x: 0, y: 0 });
      const [dead, other, landline] =
        when === 'at its time'
          ? (['+46701740690', '+46701740691', '+4684650490'] as const)
          : (['+46701740692', '+46701740693', '+4684650491'] as const);
      await address.phone(dead, { household: 'A' });
      await address.phone(landline, { household: 'A', kind: 'landline' });
      await address.phone(other, { household: 'B' });
      await pipeline.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
        area,
        address.id,
      ]);
      const startsAt = plus(noon, minutes);
      const id = await pipeline.send({ places: [area] }, times(startsAt));
      await pipeline.db.query(
        `UPDATE phone SET quarantine_reason = '30005', quarantined_at = now() WHERE e164 = $1`,
        [dead],
      );
      if (when === 'at its time') {
        await clocked.itIs(startsAt);
        await clocked.startAll();
      } else await clocked.step(id, 'start-now');
      const rows = await pipeline.ledger(id);
      expect(Object.fromEntries(rows.map(({ phone, status }) => [phone, status]))).toEqual({
        [dead]: 'cancelled',
        [other]: 'planned',
        [landline]: 'planned',
      });
      const report = await pipeline.report(id);
      expect(report).toMatchObject({ planned: 3, cancelled: 1, reasons: { 'cancelled:quarantined': 1 } });
      expect(partsOf(report)).toBe(3);
    },
  );

  it('tells how many phones came into its area after the approval, once it has started', async () => {
    const startsAt = plus(noon, minutes);
    const { id, places } = await clocked.scheduled(startsAt);
    const [row] = await pipeline.db.query<{ address_id: string }[]>(
      'SELECT address_id FROM address_place WHERE place_id = $1',
      [places[0]],
    );
    const address = new SceneAddress(pipeline.db, row!.address_id);
    await address.phone('+46701740694');
    await address.phone('+46701740695', { objects: true });
    const count = async () => {
      while (await pipeline.app.get(CountMovedIn).run());
    };
    await count();
    expect(await clocked.read(id)).not.toHaveProperty('movedIn');
    await clocked.itIs(startsAt);
    await clocked.startAll();
    await count();
    expect(await clocked.read(id)).toMatchObject({ planned: 2, movedIn: 1, mayBeFollowed: true });
  });

  it('that can’t be counted keeps no other waiting', async () => {
    const startsAt = plus(noon, minutes);
    const counted = (await clocked.scheduled(startsAt)).id;
    const failing = (await clocked.scheduled(startsAt)).id;
    await clocked.itIs(startsAt);
    await clocked.startAll();
    const audience = pipeline.app.get(PreviewAudience);
    const run = audience.run.bind(audience);
    const count = async () => {
      while (await pipeline.app.get(CountMovedIn).run());
    };
    const spy = jest
      .spyOn(audience, 'run')
      .mockImplementation((of, ...rest) =>
        'beyond' in of && of.beyond === failing ? Promise.reject(new Error('broken')) : run(of, ...rest),
      );
    await count();
    expect(await clocked.read(failing)).not.toHaveProperty('movedIn');
    expect(await clocked.read(counted)).toHaveProperty('movedIn');
    spy.mockRestore();
    await count();
    expect(await clocked.read(failing)).toHaveProperty('movedIn');
  });

  it('is sent by a worker when its time comes', async () => {
    const startsAt = plus(noon, minutes);
    const { id, phones } = await clocked.scheduled(startsAt);
    pipeline.startWorker();
    const other = await pipeline.send(
      { places: (await pipeline.house({ mobiles: 1 })).places },
      { expiresAt: plus(noon, 60 * minutes).toISOString() },
    );
    await pollUntil(
      () => pipeline.state(other),
      (state) => state === 'completed',
    );
    for (const phone of phones) expect(await pipeline.handset(phone)).toEqual([]);
    await clocked.itIs(startsAt);
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    for (const phone of phones) expect(await pipeline.handset(phone)).toHaveLength(1);
  });
});
