import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';

describe('consequences of a failure', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const undeliverable = (phone: string | undefined, code: number) =>
    pipeline.faults({
      rules: [{ match: { to: phone, channel: 'sms' }, fault: { kind: 'undeliverable', code } }],
    });
  const refused = (phone: string | undefined, code: number) =>
    pipeline.faults({ rules: [{ match: { to: phone, channel: 'sms' }, fault: { kind: 'reject', code } }] });
  const settled = (id: string) =>
    pollUntil(
      () => pipeline.report(id),
      ({ planned, pending, sending, accepted, sent }) =>
        planned! > 0 && pending! + sending! + accepted! + sent! === 0,
    );
  const senders = async () => (await pipeline.get('/senders')).json<{ id: string; stopped?: object }[]>();
  const preview = async (audience: object) =>
    (await pipeline.post(pipeline.anna, '/audiences/preview', { audience })).json();

  it.each([
    ['a callback', undeliverable, 30006],
    ['a refusal', refused, 21635],
  ])(
    'a text to a landline becomes a call when %s says that the number takes no texts',
    async (_how, fault, code) => {
      const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
      await fault(phones[0], code);
      const sms = `Vattnet stängs av, fel ${code}.`;
      const report = await settled(await pipeline.send(audience, { texts: [{ language: 'sv', sms }] }));
      expect(report).toMatchObject({ planned: 2, delivered: 2, undelivered: 0, rejected: 0 });
      expect((await pipeline.handset(phones[0]!)).map(({ kind }) => kind)).toEqual(['call']);
      expect((await pipeline.handset(phones[1]!)).map(({ kind }) => kind)).toEqual(['sms']);
    },
  );

  it.each([
    ['a callback', undeliverable, 30005],
    ['a refusal', refused, 21211],
  ])('a number is quarantined when %s says that it does not exist', async (_how, fault, code) => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await fault(phones[0], code);
    await settled(await pipeline.send(audience));
    await pollUntil(
      () => preview(audience),
      ({ suppressed }) => suppressed.quarantined === 1,
    );
    expect(await preview(audience)).toMatchObject({ phones: { mobile: 1, landline: 0 } });
  });

  it('a phone that was only out of reach is not quarantined', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await undeliverable(phones[0], 30004);
    expect(await settled(await pipeline.send(audience))).toMatchObject({ delivered: 1, undelivered: 1 });
    expect(await preview(audience)).toMatchObject({ phones: { mobile: 2 }, suppressed: {} });
  });

  it('a STOP that only the provider knows ends the subscription', async () => {
    const topic = await pipeline.scene.topic('Störningar');
    const { phones } = await pipeline.house({ mobiles: 2 });
    for (const phone of phones) await pipeline.scene.subscribe(topic, phone);
    await refused(phones[0], 21610);
    expect(await settled(await pipeline.send({ topic }))).toMatchObject({ delivered: 1, rejected: 1 });
    expect(await preview({ topic })).toMatchObject({ phones: { mobile: 1 } });
    const [event] = await pipeline.db.query<object[]>(
      'SELECT act, how FROM consent_event WHERE phone = $1 ORDER BY id DESC LIMIT 1',
      [phones[0]],
    );
    expect(event).toEqual({ act: 'ended', how: 'text' });
  });

  it('a STOP that only the provider knows is no objection to alerts', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await refused(phones[0], 21610);
    const report = await settled(await pipeline.send(audience));
    expect(report).toMatchObject({ delivered: 1, rejected: 1, reasons: { 'rejected:opted-out': 1 } });
    expect(await preview(audience)).toMatchObject({ phones: { mobile: 2 } });
  });

  it.each([
    ['a refusal', refused],
    ['a callback', undeliverable],
  ])("the household's landline is called when %s says that its mobile opted out", async (_how, fault) => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2, landlines: 2 });
    const [first, second, landline, neighbours] = phones as [string, string, string, string];
    const live = (household: string, together: string[]) =>
      pipeline.db.query('UPDATE phone_address SET household = $1 WHERE phone = ANY($2)', [
        household,
        together,
      ]);
    await live('Ek', [first, landline]);
    await live('Berg', [second, neighbours]);
    await pipeline.db.query('DELETE FROM reach');
    await pipeline.db.query(
      'INSERT INTO reach_due (address_id) SELECT address_id FROM phone_address WHERE phone = $1 ON CONFLICT DO NOTHING',
      [first],
    );
    await fault(first, 21610);
    const id = await pipeline.send(audience);
    const report = await settled(id);
    expect(report).toMatchObject({ planned: 3, delivered: 2, suppressed: 1 });
    expect(Object.keys(report.reasons).filter((reason) => reason.endsWith(':opted-out'))).toHaveLength(1);
    expect((await pipeline.handset(landline)).map(({ kind }) => kind)).toEqual(['call']);
    expect(await pipeline.handset(neighbours)).toEqual([]);
    expect((await pipeline.get(`/broadcasts/${id}/unreached`)).json()).toMatchObject({ total: 0 });
  });

  it('the address is unreached when the mobile that opted out was the only phone', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 1 });
    await refused(phones[0], 21610);
    const id = await pipeline.send(audience);
    await settled(id);
    expect((await pipeline.get(`/broadcasts/${id}/unreached`)).json()).toMatchObject({ total: 1 });
  });

  it('the sender stops when a callback says that a carrier refuses it, and nobody is lost', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 3 });
    await undeliverable(phones[0], 30002);
    const id = await pipeline.send(audience);
    const stopped = await pollUntil(senders, (all) => all.some((one) => one.stopped));
    expect(stopped.filter((one) => one.stopped)).toMatchObject([
      { id: 'alert-sms', stopped: { reason: '30002' } },
    ]);
    await pipeline.faults({ rules: [] });
    await pipeline.db.query('DELETE FROM sender_stop');
    await pipeline.db.query('UPDATE delivery_batch SET due_at = now() WHERE broadcast_id = $1', [id]);
    expect(await settled(id)).toMatchObject({ planned: 3, delivered: 3 });
  });

  it('the sender does not stop when only a country abroad is refused', async () => {
    const abroad = '+12025550123';
    const { phones, ...audience } = await pipeline.house({ mobiles: 1, others: [abroad] });
    await refused(abroad, 21408);
    expect(await settled(await pipeline.send(audience))).toMatchObject({ delivered: 1, rejected: 1 });
    expect((await senders()).filter(({ stopped }) => stopped)).toEqual([]);
    expect((await pipeline.handset(phones[0]!)).length).toBe(1);
  });

  it("the sender stops when the municipality's own country is refused", async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 1 });
    await refused(phones[0], 21408);
    await pipeline.send(audience);
    const stopped = await pollUntil(senders, (all) => all.some((one) => one.stopped));
    expect(stopped.filter((one) => one.stopped)).toMatchObject([
      { id: 'alert-sms', stopped: { reason: '21408' } },
    ]);
  });
});

describe('who answered a call', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  it('distinguishes a fax, which heard nothing, a machine and a person', async () => {
    const { phones, ...audience } = await pipeline.house({ landlines: 3 });
    await pipeline.faults({
      rules: [
        { match: { to: phones[0]! }, fault: { kind: 'fax' } },
        { match: { to: phones[1]! }, fault: { kind: 'answering-machine' } },
      ],
    });
    const id = await pipeline.send(audience);
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ delivered, undelivered }) => delivered! + undelivered! === 3,
    );
    expect(report).toMatchObject({ planned: 3, delivered: 2, undelivered: 1, pending: 0 });
    expect(report.reasons).toEqual({ 'delivered:answering-machine': 1, 'undelivered:fax': 1 });
    expect(await pipeline.handset(phones[0]!)).toEqual([]);
  });
});
