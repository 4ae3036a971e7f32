import { draft, pollUntil, Pipeline } from '../../test/support/pipeline.js';
import { hire } from '../../test/support/staff.js';

describe('corrections', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ SMS_SEGMENTS_PER_SECOND: '40' });
  });
  afterAll(() => pipeline.stop());

  const follow = (broadcast: string, relation: string, more: object = {}) => ({
    ...draft({}),
    audience: undefined,
    follows: { broadcast, relation },
    ...more,
  });
  const extend = (broadcast: string, places: readonly string[]) =>
    follow(broadcast, 'extension', { audience: { places }, texts: undefined, lane: undefined });
  const write = (body: object) => pipeline.post(pipeline.anna, '/broadcasts', body);
  async function submit(body: object): Promise<string> {
    const { id } = (await write(body)).json<{ id: string }>();
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).json().code).toBeUndefined();
    return id;
  }
  async function send(body: object): Promise<string> {
    const id = await submit(body);
    expect((await pipeline.approve(pipeline.bo, id)).json()).toMatchObject({ state: 'approved' });
    return id;
  }
  const correct = (broadcast: string, more: object = {}) => send(follow(broadcast, 'correction', more));
  const arrived = (broadcast: string, ...phones: readonly string[]) =>
    pipeline.db.query(
      `UPDATE delivery SET status = 'delivered', sent_at = now() WHERE broadcast_id = $1 AND phone = ANY($2)`,
      [broadcast, phones],
    );
  const to = async (id: string): Promise<string[]> =>
    (await pipeline.ledger(id))
      .filter(({ status }) => status !== 'suppressed')
      .map(({ phone }) => phone)
      .sort();
  const read = async (id: string) => (await pipeline.get(`/broadcasts/${id}`)).json();
  const sorted = (...phones: readonly string[]) => [...phones].sort();

  it('opens in every language with the word for it, once, in the call too, and counts it in the parts', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places });
    const texts = [
      { language: 'sv', sms: 'Koka vattnet.', voice: 'Koka allt vatten.' },
      { language: 'en', sms: 'Correction: Boil the water.' },
      { language: 'ar', sms: 'x'.repeat(60) },
    ];
    const written = (await write(follow(alert, 'correction', { texts }))).json();
    expect(written.texts).toMatchObject([
      { sms: 'Rättelse: Koka vattnet.', voice: 'Rättelse: Koka allt vatten.' },
      { sms: 'Correction: Boil the water.' },
      { sms: `تصحيح: ${'x'.repeat(60)}`, segments: 1, units: 67 },
    ]);
    expect((await write(follow(alert, 'update', { texts }))).json().texts[0].sms).toBe('Koka vattnet.');
  });

  it('an exercise is corrected as an exercise', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const exercise = await pipeline.send({ places }, { exercise: true });
    const [text] = (await write(follow(exercise, 'correction'))).json().texts;
    expect(text.sms).toMatch(/^ÖVNING ÖVNING\. Rättelse: [^]*ÖVNING ÖVNING\.$/);
  });

  it('while the wrong text is going out, the rest get the correction instead: nobody is missed, nobody gets it twice', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 4 });
    const [had, lost, first, second] = phones as [string, string, string, string];
    const alert = await pipeline.send({ places });
    await arrived(alert, had);
    await pipeline.db.query(
      `UPDATE delivery SET status = 'undelivered' WHERE broadcast_id = $1 AND phone = $2`,
      [alert, lost],
    );
    const shown = await read(alert);
    expect(shown.stillGoingOut).toMatchObject([{ id: alert, sameText: true }]);
    const correction = await correct(alert);
    expect(await to(correction)).toEqual(sorted(had, first, second));
    expect(await pipeline.state(alert)).toBe('cancelled');
    expect(await pipeline.report(alert)).toMatchObject({ delivered: 1, undelivered: 1, cancelled: 2 });
    expect(await read(alert)).toMatchObject({ correctedBy: correction, stillGoingOut: [{ id: correction }] });
    const [entry] = await pipeline.db.query<{ detail: object }[]>(
      `SELECT detail FROM audit_entry WHERE action = 'broadcast.cancellation' AND subject = $1`,
      [alert],
    );
    expect(entry!.detail).toEqual({ because: 'correction' });
  });

  it('goes only to those who had it if the alert was cancelled first', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places });
    await arrived(alert, phones[0]!);
    const correction = await submit(follow(alert, 'correction'));
    await pipeline.post(pipeline.bo, `/broadcasts/${alert}/cancellation`);
    expect((await pipeline.approve(pipeline.bo, correction)).json()).toMatchObject({
      submittedCount: 3,
      planned: 1,
    });
    expect(await to(correction)).toEqual([phones[0]]);
  });

  it('leaves a figure in the incident: who may have the wrong text and has not had the right one', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 9 });
    const figure = async (id: string) => (await pipeline.get(`/incidents/${id}`)).json().uncorrected;
    const alert = await pipeline.send({ places });
    const set = (id: string, status: string, some: readonly string[]) =>
      pipeline.db.query('UPDATE delivery SET status = $2 WHERE broadcast_id = $1 AND phone = ANY($3)', [
        id,
        status,
        some,
      ]);
    // Eight may have it, one can't.
    await set(alert, 'delivered', phones.slice(0, 7));
    await set(alert, 'no-receipt', phones.slice(7, 8));
    await set(alert, 'undelivered', phones.slice(8));
    expect(await figure(alert)).toBeUndefined();
    const correction = await correct(alert);
    expect(await figure(alert)).toBe(8);
    await set(correction, 'undelivered', phones.slice(0, 5));
    await set(correction, 'delivered', phones.slice(5));
    expect(await figure(correction)).toBe(5);
    await set(correction, 'delivered', phones.slice(4));
    expect(await figure(alert)).toBe('few');
    // Nobody can tell from it who has become secret.
    await pipeline.db.query(
      `UPDATE delivery SET status = 'suppressed', reason = 'protected-identity' WHERE broadcast_id = $1 AND phone = $2`,
      [correction, phones[0]],
    );
    await set(correction, 'delivered', phones.slice(1));
    expect(await figure(alert)).toBe(0);
    // A correction of the correction begins the count again: nobody has had the last one.
    const last = await correct(correction);
    expect(await figure(alert)).toBe(8);
    await set(last, 'delivered', phones);
    expect(await figure(alert)).toBe(0);
    await pipeline.db.query(`INSERT INTO disposed_broadcast (broadcast_id, counts) VALUES ($1, '[]')`, [
      alert,
    ]);
    expect(await figure(alert)).toBeUndefined();
  });

  it('of an alert reaches its extensions too, whichever of them is corrected', async () => {
    const core = await pipeline.house({ mobiles: 1 });
    const more = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places: core.places });
    const extension = await send(extend(alert, more.places));
    const correction = await correct(extension);
    expect(await to(correction)).toEqual(sorted(...core.phones, ...more.phones));
    expect([await pipeline.state(alert), await pipeline.state(extension)]).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  it('of a correction stops that one, and reaches who had either text', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places });
    await arrived(alert, phones[0]!);
    const one = await correct(alert);
    await arrived(one, phones[1]!);
    // The first correction never got to who had the alert.
    await pipeline.db.query(
      `UPDATE delivery SET status = 'undelivered' WHERE broadcast_id = $1 AND phone = $2`,
      [one, phones[0]],
    );
    const two = await correct(one);
    expect(await to(two)).toEqual(sorted(...phones));
    expect(await pipeline.state(one)).toBe('cancelled');
    expect(await read(alert)).toMatchObject({ correctedBy: two });
    expect(await read(one)).toMatchObject({ correctedBy: two });
    expect((await read(two)).correctedBy).toBeUndefined();
  });

  it('of an update goes to who had the update, and stops neither the alert nor what else follows it', async () => {
    const core = await pipeline.house({ mobiles: 2 });
    const later = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places: core.places });
    await arrived(alert, core.phones[0]!);
    const update = await send(follow(alert, 'update'));
    const extension = await send(extend(alert, later.places));
    const one = await correct(update);
    expect(await to(one)).toEqual(sorted(...core.phones));
    expect(await pipeline.state(update)).toBe('cancelled');
    expect(await pipeline.state(alert)).toBe('approved');
    expect(await pipeline.state(extension)).toBe('approved');
    const two = await correct(one);
    expect(await to(two)).toEqual(sorted(...core.phones));
    expect((await read(alert)).correctedBy).toBeUndefined();
  });

  it('of an all-clear goes to who had the all-clear', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 2 });
    const alert = await pipeline.send({ places });
    await arrived(alert, phones[0]!);
    const clear = await send(follow(alert, 'all-clear'));
    await arrived(clear, phones[0]!);
    const correction = await correct(clear, { goesOn: true });
    expect(await to(correction)).toEqual([phones[0]]);
    const over = await send(follow(correction, 'all-clear'));
    expect(await to(over)).toEqual([phones[0]]);
  });

  it('an all-clear reaches those who only got the correction, and ends what is unsent of it', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places });
    await arrived(alert, phones[0]!);
    const correction = await correct(alert);
    await arrived(correction, phones[1]!);
    const clear = await send(follow(alert, 'all-clear'));
    expect(await pipeline.state(correction)).toBe('cancelled');
    expect(await to(clear)).toEqual(sorted(phones[0]!, phones[1]!));
  });

  describe('written at the same time as something else', () => {
    const alert = async () => {
      const { places, phones } = await pipeline.house({ mobiles: 1 });
      const id = await pipeline.send({ places });
      await arrived(id, ...phones);
      return id;
    };
    const approved = async (id: string) => (await pipeline.approve(pipeline.bo, id)).json();
    const overtaken = { code: 'broadcast.overtaken' };

    it.each(['update', 'correction'])(
      'an all-clear was approved first: a waiting %s is read again',
      async (relation) => {
        const about = await alert();
        const waiting = await submit(follow(about, relation));
        const over = await send(follow(about, 'all-clear'));
        expect(await approved(waiting)).toMatchObject(overtaken);
        expect(await pipeline.state(over)).toBe('approved');
        await pipeline.post(pipeline.bo, `/broadcasts/${waiting}/return`, { note: 'Är det över?' });
        await pipeline.post(pipeline.anna, `/broadcasts/${waiting}/submission`);
        const cecilia = await hire(pipeline.app, 'Cecilia');
        expect((await pipeline.approve(cecilia, waiting)).json()).toMatchObject({ state: 'approved' });
        await correct(over, { goesOn: false });
      },
    );

    it('a second correction, or an update, does not go out over the first unread', async () => {
      const about = await alert();
      const waiting = [await submit(follow(about, 'correction')), await submit(follow(about, 'update'))];
      const first = await correct(about);
      for (const id of waiting) expect(await approved(id)).toMatchObject(overtaken);
      expect(await pipeline.state(first)).toBe('approved');
    });

    it('the all-clear waits for nobody', async () => {
      const about = await alert();
      const over = await submit(follow(about, 'all-clear'));
      await correct(about);
      expect(await approved(over)).toMatchObject({ state: 'approved' });
    });
  });

  it('an extension carries the corrected text, without the word, to those who had neither', async () => {
    const core = await pipeline.house({ mobiles: 2 });
    const more = await pipeline.house({ mobiles: 1 });
    const places = [...core.places, ...more.places];
    const alert = await pipeline.send({ places: core.places });
    await arrived(alert, core.phones[0]!);
    const early = await submit(extend(alert, places));
    const waiting = (await write(extend(alert, places))).json<{ id: string }>().id;
    const texts = [{ language: 'sv', sms: 'Koka vattnet.', voice: 'Koka allt vatten.' }];
    const correction = await correct(alert, { texts, lane: 'crisis' });
    const refused = { status: 409, code: 'broadcast.corrected' };
    expect((await pipeline.approve(pipeline.bo, early)).json()).toMatchObject(refused);
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${waiting}/submission`)).json()).toMatchObject(
      refused,
    );
    expect((await write(extend(alert, places))).json()).toMatchObject(refused);
    const preview = { audience: { places } };
    expect(
      (await pipeline.post(pipeline.anna, `/broadcasts/${alert}/extension-preview`, preview)).json(),
    ).toMatchObject(refused);
    const extension = await send(extend(correction, places));
    expect(await read(extension)).toMatchObject({
      texts: [{ sms: 'Koka vattnet.', voice: 'Koka allt vatten.', segments: 1 }],
      lane: 'crisis',
    });
    expect(await to(extension)).toEqual(more.phones);
    // It says what the correction says, so it may be extended itself.
    expect((await write(extend(extension, places))).statusCode).toBe(201);
    const ofUpdate = await correct(await send(follow(alert, 'update')));
    expect((await write(extend(ofUpdate, places))).json()).toMatchObject({
      code: 'broadcast.nothing-to-extend',
    });
  });

  it('takes the place of the wrong text in letterboxes too', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const [property] = places;
    const silent = await pipeline.scene.address('Tystgatan 1', { x: 5, y: 5 });
    await pipeline.db.query(
      'INSERT INTO address_place (place_id, address_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [property, silent.id],
    );
    const alert = await pipeline.send({ places });
    await arrived(alert, ...(await to(alert)));
    await pipeline.db.query(`UPDATE broadcast SET state = 'completed', version = version + 1 WHERE id = $1`, [
      alert,
    ]);
    const notes = (id: string) => pipeline.get(`/broadcasts/${id}/letterbox-notes.pdf`);
    expect((await notes(alert)).statusCode).toBe(200);
    const correction = await correct(alert);
    expect((await notes(alert)).json()).toMatchObject({ status: 409, code: 'unreached.corrected' });
    expect((await notes(correction)).statusCode).toBe(200);
  });

  it('is no text to anybody who was never to have it: drafts and topics cannot be corrected', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const unsent = await pipeline.send({ places }, {}, false);
    expect((await write(follow(unsent, 'correction'))).json()).toMatchObject({
      code: 'broadcast.nothing-to-follow',
    });
    const alert = await pipeline.send({ places });
    expect((await write(follow(alert, 'correction', { audience: { places } }))).json()).toMatchObject({
      code: 'broadcast.settled-by-original',
    });
  });

  it('goes before other broadcasts of its lane, and after those of a higher one', async () => {
    await pipeline.db.query(`UPDATE broadcast SET state = 'cancelled' WHERE state = 'approved'`);
    await pipeline.db.query('DELETE FROM delivery_batch');
    const wrong = await pipeline.send({ places: (await pipeline.house({ mobiles: 90 })).places });
    const other = await pipeline.send({ places: (await pipeline.house({ mobiles: 40 })).places });
    const crisis = await pipeline.house({ mobiles: 12 });
    const above = await pipeline.send({ places: crisis.places }, { lane: 'crisis' }, false);
    const correction = await correct(wrong);
    await pipeline.approve(pipeline.bo, above);
    // All wait before the first is sent, so that the order does not depend on how fast this machine is.
    pipeline.startWorker();
    for (const id of [other, correction, above])
      await pollUntil(
        () => pipeline.report(id),
        ({ planned, delivered }) => planned! > 0 && planned === delivered,
      );
    const rows = await pipeline.db.query<{ id: string }[]>(
      'SELECT broadcast_id AS id FROM delivery WHERE broadcast_id = ANY($1) ORDER BY sent_at, broadcast_id, n',
      [[other, correction, above]],
    );
    const names = rows.map(({ id }) =>
      id === correction ? 'correction' : id === other ? 'other' : 'crisis',
    );
    const inTurn = names.filter((name, at) => name !== names[at - 1]);
    expect(inTurn).toEqual(['crisis', 'correction', 'other']);
  });
});
