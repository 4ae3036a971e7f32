import { hire, type Hired } from '../../test/support/staff.js';
import { Clocked, minutes, noon, plus, times } from '../../test/support/clocked.js';
import { describeOnServer } from '../../test/support/on-server.js';
import { draft, type Pipeline } from '../../test/support/pipeline.js';
import { TellApprovers } from '../broadcasts/approvers/tell-approvers.js';
import { MembersRepository } from '../staff/members.repository.js';

const evening = plus(noon, 30 * minutes);

/** The embedded database has one session, whose clock can't be set. */
describeOnServer('a reminder', () => {
  let clocked: Clocked;
  let pipeline: Pipeline;
  let cecilia: Hired;
  beforeAll(async () => {
    clocked = await Clocked.start();
    ({ pipeline } = clocked);
    cecilia = await hire(pipeline.app, 'Cecilia');
  });
  afterAll(() => clocked.stop());

  const { audience: _, ...words } = draft({});
  const reminderOf = (alert: string, more: object = {}) => ({
    ...words,
    ...times(evening),
    follows: { broadcast: alert, relation: 'update' },
    ...more,
  });
  const remind = (alert: string, more: object = {}, by = pipeline.anna) =>
    pipeline.post(by, '/broadcasts', reminderOf(alert, more));
  /** The draft of an alert to two phones, and of its reminder. */
  const written = async (more: object = {}) => {
    await clocked.itIs(noon);
    const { places, phones } = await pipeline.house({ mobiles: 2 });
    const content = { ...draft({ places }), expiresAt: plus(noon, 60 * minutes).toISOString(), ...more };
    const id = (await pipeline.post(pipeline.anna, '/broadcasts', content)).json<{ id: string }>().id;
    const reminder = (await remind(id)).json<{ id: string }>().id;
    return { id, reminder, phones, content };
  };
  const submit = (id: string) => pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
  const submitted = async (more: object = {}) => {
    const both = await written(more);
    expect((await submit(both.id)).json()).toMatchObject({ state: 'pending-approval' });
    return both;
  };
  const approve = async (id: string, more: object = {}, by = pipeline.bo) => {
    const { contentHash, reminder } = await clocked.read(id);
    return pipeline.post(by, `/broadcasts/${id}/approval`, {
      contentHash,
      reminderHash: reminder?.contentHash,
      ...more,
    });
  };
  const approved = async (more: object = {}) => {
    const both = await submitted(more);
    expect((await approve(both.id)).statusCode).toBe(200);
    return both;
  };
  const states = async (...ids: string[]) => Promise.all(ids.map((id) => pipeline.state(id)));
  const phonesOf = async (id: string) => (await pipeline.ledger(id)).map(({ phone }) => phone).toSorted();
  const codeOf = (answer: { json: () => { code: string } }) => answer.json().code;
  const startAt = async (at: Date) => {
    await clocked.itIs(at);
    await clocked.startAll();
  };

  it('is submitted and approved with its alert in one step, and goes to the same phones at its time', async () => {
    const { id, reminder, phones } = await submitted();
    expect(await clocked.read(id)).toMatchObject({
      reminder: { id: reminder, state: 'pending-approval', startsAt: evening.toISOString() },
    });
    expect(await clocked.read(reminder)).toMatchObject({ submittedCount: 2, goesWithAlert: true });
    expect((await approve(id)).json()).toMatchObject({ state: 'approved', planned: 2 });
    expect(await clocked.read(reminder)).toMatchObject({ state: 'scheduled', planned: 2 });
    expect(await phonesOf(reminder)).toEqual(phones.toSorted());
    expect(await clocked.isDue(reminder)).toBe(false);
    await startAt(evening);
    expect(await clocked.isDue(reminder)).toBe(true);
  });

  it('needs a time of its own, after that of the alert', async () => {
    const { id, reminder } = await written(times(plus(noon, 10 * minutes)));
    await clocked.step(reminder, 'cancellation');
    expect(codeOf(await remind(id, { startsAt: undefined }))).toBe('broadcast.reminder-needs-start');
    expect(codeOf(await remind(id, times(plus(noon, 10 * minutes))))).toBe('broadcast.reminder-before-alert');
    expect((await remind(id)).statusCode).toBe(201);
  });

  it('is refused at the submission when the alert was moved past it', async () => {
    const { id, content } = await written();
    await clocked.edit(id, { ...content, ...times(plus(evening, minutes)) });
    expect(codeOf(await submit(id))).toBe('broadcast.reminder-before-alert');
  });

  it('is refused at the submission when only the alert became an exercise', async () => {
    const { id, reminder, content } = await written();
    await clocked.edit(id, { ...content, exercise: true });
    expect(codeOf(await submit(id))).toBe('broadcast.reminder-exercise');
    await clocked.edit(reminder, reminderOf(id));
    expect((await submit(id)).statusCode).toBe(200);
  });

  it('must be complete when the alert is submitted', async () => {
    const { id, reminder } = await written();
    await clocked.edit(reminder, reminderOf(id, { texts: [{ language: 'sv', sms: 'Från [från].' }] }));
    expect(codeOf(await submit(id))).toBe('broadcast.placeholder-unfilled');
    expect(await states(id, reminder)).toEqual(['draft', 'draft']);
  });

  it('is one: two people who write it at the same moment get one', async () => {
    const { id, reminder } = await written();
    expect(codeOf(await remind(id))).toBe('broadcast.reminder-already');
    await clocked.step(reminder, 'cancellation');
    const answers = await Promise.all([remind(id), remind(id)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  it('takes no step without its alert, but for its cancellation', async () => {
    const { id, reminder } = await written();
    expect(codeOf(await submit(reminder))).toBe('broadcast.goes-with-alert');
    await submit(id);
    const { contentHash, allowed } = await clocked.read(reminder);
    expect(allowed).toEqual(['cancellation']);
    for (const [step, body] of [
      ['approval', { contentHash }],
      ['return', { note: 'Nej.' }],
      ['rejection', { note: 'Nej.' }],
    ] as const)
      expect(codeOf(await clocked.step(reminder, step, body))).toBe('broadcast.goes-with-alert');
    expect(codeOf(await clocked.edit(reminder, reminderOf(id)))).toBe('broadcast.goes-with-alert');
  });

  it('can’t be sent before its alert', async () => {
    const { reminder } = await approved(times(plus(noon, 10 * minutes)));
    expect(codeOf(await clocked.step(reminder, 'start-now'))).toBe('broadcast.goes-with-alert');
  });

  it('must have been read by the approver as it is', async () => {
    const { id, reminder } = await submitted();
    expect(codeOf(await approve(id, { reminderHash: undefined }))).toBe('broadcast.reminder-hash-required');
    expect(codeOf(await approve(id, { reminderHash: 'other' }))).toBe('broadcast.reminder-changed');
    const { contentHash: reminderHash } = await clocked.read(reminder);
    await clocked.step(reminder, 'cancellation');
    expect(codeOf(await approve(id, { reminderHash }))).toBe('broadcast.reminder-changed');
    expect((await approve(id)).statusCode).toBe(200);
    expect(await states(id, reminder)).toEqual(['approved', 'cancelled']);
  });

  it('is not approved by who wrote it, although somebody else wrote the alert', async () => {
    const { id, reminder } = await written();
    await clocked.step(reminder, 'cancellation');
    expect((await remind(id, {}, pipeline.bo)).statusCode).toBe(201);
    await submit(id);
    const { approval } = await clocked.read(id);
    expect(approval.mayApprove.map(({ name }: { name: string }) => name)).toEqual(['Cecilia']);
    expect(codeOf(await approve(id))).toBe('broadcast.four-eyes');
    expect((await approve(id, {}, cecilia)).statusCode).toBe(200);
  });

  it('is told to the approvers in the same text as its alert', async () => {
    await pipeline.db.query(`UPDATE broadcast SET state = 'rejected' WHERE state = 'pending-approval'`);
    await pipeline.db.transaction((tx) =>
      pipeline.app.get(MembersRepository).setPhone(pipeline.bo.id, '+46701740611', tx),
    );
    const { id, reminder } = await submitted();
    await pipeline.app.get(TellApprovers).run();
    const told = await pipeline.db.query<{ broadcast_id: string }[]>(
      'SELECT broadcast_id FROM approvers_told WHERE broadcast_id = ANY($1)',
      [[id, reminder]],
    );
    expect(told.map((one) => one.broadcast_id)).toEqual([id]);
  });

  it.each([
    ['return', 'returned'],
    ['rejection', 'rejected'],
  ])('has the %s of its alert', async (verdict, state) => {
    const { id, reminder } = await submitted();
    await clocked.step(id, verdict, { note: 'Skriv om.' });
    expect(await states(id, reminder)).toEqual([state, state]);
    expect(await clocked.read(reminder)).toMatchObject({ decisionNote: 'Skriv om.' });
  });

  it('is submitted again with an alert that was returned, and not approved by who returned it', async () => {
    const { id, reminder } = await submitted();
    await clocked.step(id, 'return', { note: 'Skriv om.' });
    await submit(id);
    expect(codeOf(await approve(id))).toBe('broadcast.four-eyes');
    expect((await approve(id, {}, cecilia)).statusCode).toBe(200);
    expect(await states(id, reminder)).toEqual(['approved', 'scheduled']);
  });

  it.each([
    ['waits for approval', submitted],
    ['waits for its time', approved],
  ])('is a draft again when its alert is edited while it %s', async (_when, ready) => {
    const { id, reminder, content } = await ready(times(plus(noon, 10 * minutes)));
    expect((await clocked.edit(id, content)).statusCode).toBe(200);
    expect(await states(id, reminder)).toEqual(['draft', 'draft']);
    expect(await clocked.read(reminder)).not.toHaveProperty('contentHash');
    expect(await pipeline.ledger(reminder)).toEqual([]);
    await startAt(evening);
    expect(await clocked.isDue(reminder)).toBe(false);
  });

  it.each([
    ['was not submitted', written],
    ['waits for approval', submitted],
    ['waits for its time', () => approved(times(plus(noon, 10 * minutes)))],
    ['was sent', approved],
  ])('is void when its alert is cancelled, which %s', async (_when, ready) => {
    const { id, reminder } = await ready();
    expect((await clocked.step(id, 'cancellation')).statusCode).toBe(200);
    expect(await states(id, reminder)).toEqual(['cancelled', 'cancelled']);
    await startAt(evening);
    expect(await clocked.isDue(reminder)).toBe(false);
  });

  it.each([
    ['an all-clear', 'all-clear', false],
    ['a correction', 'correction', true],
  ])('is void when %s of its alert is approved', async (_what, relation, sameText) => {
    const { id, reminder } = await approved();
    const { startsAt: _none, ...rest } = reminderOf(id, { follows: { broadcast: id, relation } });
    const next = (await pipeline.post(pipeline.anna, '/broadcasts', rest)).json<{ id: string }>().id;
    await submit(next);
    expect((await clocked.read(next)).stillGoingOut).toContainEqual(
      expect.objectContaining({ id: reminder, sameText, startsAt: evening.toISOString() }),
    );
    expect((await approve(next)).statusCode).toBe(200);
    expect(await states(reminder)).toEqual(['cancelled']);
  });

  it('is left out when its time has passed at the approval: nobody is told twice in a row', async () => {
    const { id, reminder } = await submitted();
    await clocked.itIs(evening);
    expect((await approve(id)).json()).toMatchObject({ state: 'approved' });
    expect(await states(reminder)).toEqual(['cancelled']);
  });

  it('is missed when its alert started only at the time of the reminder', async () => {
    const { id, reminder } = await approved(times(plus(noon, 10 * minutes)));
    await startAt(evening);
    expect(await states(id, reminder)).toEqual(['approved', 'missed']);
    expect(await clocked.isDue(reminder)).toBe(false);
  });

  it('is missed when its alert was', async () => {
    const { id, reminder } = await approved(times(plus(noon, 10 * minutes), plus(noon, 20 * minutes)));
    await startAt(evening);
    expect(await states(id, reminder)).toEqual(['missed', 'missed']);
  });

  it('is an update like any other once the alert was sent', async () => {
    const { id, reminder } = await approved();
    expect(await clocked.read(id)).not.toHaveProperty('reminder');
    expect(await clocked.read(reminder)).toMatchObject({ goesWithAlert: false });
    expect((await clocked.edit(reminder, reminderOf(id))).json()).toMatchObject({ state: 'draft' });
    await submit(reminder);
    expect((await approve(reminder)).json()).toMatchObject({ state: 'scheduled', planned: 2 });
  });
});
