import { Logger } from '@nestjs/common';
import { draft, Pipeline } from '../../test/support/pipeline.js';
import { hire, type Hired } from '../../test/support/staff.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;

describe('from submission to decision', () => {
  let pipeline: Pipeline;
  let anna: Hired;
  let bo: Hired;
  let cecilia: Hired;
  let duty: Hired;
  let area: string;
  let big: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ TYPE_COUNT_ABOVE: '3', AUTHOR_MOST_PHONES: '4' });
    ({ anna, bo } = pipeline);
    cecilia = await hire(pipeline.app, 'Cecilia');
    duty = await hire(pipeline.app, 'Duty', ['author', 'approver', 'duty-officer']);
    const { scene } = pipeline;
    area = await scene.area('Örnäset', { x: 0, y: 0, side: 100 });
    big = await scene.area('Kronan', { x: 1000, y: 0, side: 100 });
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone(mobile(10));
    const tower = await scene.address('Höghuset 1', { x: 1010, y: 10 });
    for (let n = 20; n < 24; n++) await tower.phone(mobile(n));
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const write = async (who: Hired, audience: object = { places: [area] }) =>
    (await pipeline.post(who, '/broadcasts', draft(audience))).json<{ id: string }>().id;
  const edit = async (who: Hired, id: string, more: object = {}) =>
    pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: who.headers,
      payload: { ...draft({ places: [area] }), ...more },
    });
  const step = (who: Hired, id: string, name: string, body: object = {}) =>
    name === 'approval'
      ? pipeline.approve(who, id, body)
      : pipeline.post(who, `/broadcasts/${id}/${name}`, body);
  const read = async (id: string) => (await pipeline.get(`/broadcasts/${id}`)).json();
  const submitted = async (who: Hired = anna, audience?: object) => {
    const id = await write(who, audience);
    expect((await step(who, id, 'submission')).statusCode).toBe(200);
    return id;
  };

  it('limits an author to the configured number; more requires a service owner or a duty officer', async () => {
    const many = { places: [area, big] };
    expect((await step(anna, await write(anna, many), 'submission')).json()).toMatchObject({
      status: 403,
      code: 'broadcast.too-many-for-role',
    });
    expect((await step(anna, await write(anna, { places: [big] }), 'submission')).statusCode).toBe(200);
    expect((await step(duty, await write(anna, many), 'submission')).statusCode).toBe(200);
  });

  describe('the four-eyes rule', () => {
    it.each<[string, () => Hired, () => Promise<string>]>([
      ['wrote it', () => anna, () => submitted(anna)],
      [
        'changed it',
        () => bo,
        async () => {
          const id = await write(anna);
          await edit(bo, id);
          await step(anna, id, 'submission');
          return id;
        },
      ],
      [
        'changed it before somebody else changed it again',
        () => bo,
        async () => {
          const id = await write(anna);
          await edit(bo, id);
          await edit(cecilia, id);
          await step(cecilia, id, 'submission');
          return id;
        },
      ],
      [
        'only submitted it',
        () => bo,
        async () => {
          const id = await write(anna);
          await step(bo, id, 'submission');
          return id;
        },
      ],
    ])('refuses an approval by a person who %s', async (_what, who, prepare) => {
      const id = await prepare();
      const refused = await step(who(), id, 'approval');
      expect(refused.json()).toMatchObject({ status: 403, code: 'broadcast.four-eyes' });
      expect(await read(id)).toMatchObject({ state: 'pending-approval' });
    });

    it('refuses an approval by a person who returned it, also when it was changed since', async () => {
      const id = await submitted();
      await step(bo, id, 'return', { note: 'Vilken gata?' });
      await edit(anna, id);
      await step(anna, id, 'submission');
      expect((await step(bo, id, 'approval')).json()).toMatchObject({ code: 'broadcast.four-eyes' });
      expect((await step(cecilia, id, 'approval')).statusCode).toBe(200);
    });

    it('accepts an approval by a colleague, and the audit log records it', async () => {
      const id = await submitted();
      const approved = await step(bo, id, 'approval');
      expect(approved.json()).toMatchObject({
        state: expect.stringMatching(/approved|sending/),
        planned: 1,
        decidedBy: { id: bo.id },
        report: { planned: 1 },
      });
      expect(await auditOf(id)).toEqual([
        { action: 'broadcast.approve', member_id: bo.id, detail: expect.objectContaining({ planned: 1 }) },
      ]);
    });

    it('requires the role of an approver', async () => {
      const author = await hire(pipeline.app, 'Author', ['author']);
      const id = await submitted();
      for (const [name, body] of [
        ['approval'],
        ['return', { note: 'x' }],
        ['rejection', { note: 'x' }],
      ] as const)
        expect((await step(author, id, name, body)).json()).toMatchObject({
          status: 403,
          code: 'staff.role-required',
          role: 'approver',
        });
    });

    it('approves only once when two people approve at the same time', async () => {
      const id = await submitted();
      const answers = await Promise.all([step(bo, id, 'approval'), step(cecilia, id, 'approval')]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      expect(await read(id)).toMatchObject({ planned: 1, report: { planned: 1 } });
    });
  });

  describe('breaking the glass', () => {
    const breakGlass = 'Vattnet är giftigt nu, ingen kollega svarar.';

    it('lets a duty officer approve alone, with an audit entry of its own', async () => {
      const id = await submitted(duty);
      expect((await step(duty, id, 'approval')).json()).toMatchObject({ code: 'broadcast.four-eyes' });
      expect((await step(duty, id, 'approval', { breakGlass })).statusCode).toBe(200);
      expect(await auditOf(id)).toEqual([
        {
          action: 'broadcast.break-glass',
          member_id: duty.id,
          detail: expect.objectContaining({ breakGlass, planned: 1 }),
        },
      ]);
    });

    it('logs only ids, and shows the reason on the broadcast', async () => {
      const id = await submitted(duty);
      const log = jest.spyOn(Logger.prototype, 'error').mockImplementation();
      expect((await step(duty, id, 'approval', { breakGlass })).json()).toMatchObject({
        brokenGlass: breakGlass,
      });
      expect(log.mock.calls).toEqual([
        [{ event: 'broadcast.broken-glass', msg: expect.any(String), broadcast: id, member: duty.id }],
      ]);
      expect(await read(id)).toMatchObject({ brokenGlass: breakGlass, decidedBy: { id: duty.id } });

      log.mockClear();
      const ordinary = await submitted(anna);
      await step(duty, ordinary, 'approval', { breakGlass });
      expect(await read(ordinary)).not.toHaveProperty('brokenGlass');
      const returned = await submitted(anna);
      await step(duty, returned, 'return', { note: 'Vilken gata?' });
      expect(await read(returned)).not.toHaveProperty('brokenGlass');
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    });

    it('is refused for anybody else', async () => {
      const id = await submitted(anna);
      const refused = await step(anna, id, 'approval', { breakGlass });
      expect(refused.json()).toMatchObject({
        status: 403,
        code: 'staff.role-required',
        role: 'duty-officer',
      });
    });

    it.each(['', 'bråttom', ' '.repeat(40)])('requires a reason, and refuses %p', async (reason) => {
      const id = await submitted(duty);
      const refused = await step(duty, id, 'approval', { breakGlass: reason });
      expect(refused.json()).toMatchObject({ status: 400, code: 'request.invalid' });
    });

    it('is a normal approval if somebody else wrote the broadcast', async () => {
      const id = await submitted(anna);
      await step(duty, id, 'approval', { breakGlass });
      expect(await auditOf(id)).toMatchObject([{ action: 'broadcast.approve' }]);
    });
  });

  describe('an approval', () => {
    it('is bound to what the approver saw', async () => {
      const id = await submitted();
      const { contentHash } = await read(id);
      const other = await step(bo, id, 'approval', {
        contentHash: `${contentHash.startsWith('0') ? '1' : '0'}${contentHash.slice(1)}`,
      });
      expect(other.json()).toMatchObject({ status: 409, code: 'broadcast.content-changed' });
      expect((await step(bo, id, 'approval', { contentHash })).statusCode).toBe(200);
    });

    it('keeps what the approver opened, in the audit log', async () => {
      const id = await submitted();
      expect((await step(bo, id, 'approval', { opened: ['map', 'video'] })).json()).toMatchObject({
        status: 400,
        code: 'broadcast.opened-unknown',
      });
      expect((await step(bo, id, 'approval', { opened: ['text-sv', 'map'] })).statusCode).toBe(200);
      expect(await auditOf(id)).toMatchObject([{ detail: { opened: ['map', 'text-sv'] } }]);
    });

    it('is refused without the hash of what the approver read', async () => {
      const id = await submitted();
      const refused = await step(bo, id, 'approval', { contentHash: undefined });
      expect(refused.json()).toMatchObject({ status: 400, code: 'broadcast.content-hash-required' });
      expect(await read(id)).toMatchObject({ state: 'pending-approval' });
    });

    it('is void after a change of the broadcast', async () => {
      const id = await submitted();
      const { contentHash } = await read(id);
      expect((await edit(anna, id, { lane: 'crisis' })).json()).toMatchObject({ state: 'draft' });
      const changed = await read(id);
      expect(changed).not.toHaveProperty('contentHash');
      expect(changed).not.toHaveProperty('submittedBy');
      expect((await step(bo, id, 'approval', { contentHash })).json()).toMatchObject({
        status: 409,
        code: 'broadcast.wrong-state',
        state: 'draft',
      });
      await step(anna, id, 'submission');
      expect((await step(bo, id, 'approval', { contentHash })).json()).toMatchObject({
        code: 'broadcast.content-changed',
      });
    });

    it('is refused if the texts were changed directly in the database', async () => {
      const id = await submitted();
      await pipeline.db.query(`UPDATE broadcast_text SET sms = 'Något annat.' WHERE broadcast_id = $1`, [id]);
      expect((await step(bo, id, 'approval')).json()).toMatchObject({ code: 'broadcast.content-changed' });
    });

    it('is refused if the broadcast has expired meanwhile', async () => {
      const id = await submitted();
      await pipeline.db.query(`UPDATE broadcast SET expires_at = now() WHERE id = $1`, [id]);
      expect((await step(bo, id, 'approval')).json()).toMatchObject({
        status: 400,
        code: 'broadcast.expired',
      });
    });

    it('is refused if a place was removed meanwhile, and nothing is enrolled', async () => {
      const gone = await pipeline.scene.area('Borta', { x: 0, y: 0, side: 100 });
      await pipeline.scene.settle();
      const id = await submitted(anna, { places: [gone] });
      await pipeline.db.query('UPDATE place SET valid_to = now() WHERE id = $1', [gone]);
      expect((await step(bo, id, 'approval')).json()).toMatchObject({ code: 'audience.unknown-place' });
      expect((await read(id)).audienceProblem).toMatchObject({ code: 'audience.unknown-place' });
      expect(await pipeline.report(id)).toMatchObject({ planned: 0 });
    });
  });

  describe('the count', () => {
    const asPerson = async (who: Hired) => {
      const answer = await pipeline.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { key: who.key },
      });
      const { name, value } = answer.cookies[0] as { name: string; value: string };
      return { ...who, headers: { cookie: `${name}=${value}` } as unknown as Hired['headers'] };
    };

    it('must be typed by a person above the threshold', async () => {
      const person = await asPerson(anna);
      const id = await write(anna, { places: [big] });
      expect((await step(person, id, 'submission')).json()).toMatchObject({
        status: 400,
        code: 'broadcast.count-required',
        count: 4,
      });
      expect((await step(person, id, 'submission', { count: 7671 })).json()).toMatchObject({
        status: 409,
        code: 'broadcast.count-differs',
        given: 7671,
        count: 4,
      });
      expect((await step(person, id, 'submission', { count: 4 })).json()).toMatchObject({
        state: 'pending-approval',
        submittedCount: 4,
      });
      const approver = await asPerson(bo);
      expect((await step(approver, id, 'approval')).json()).toMatchObject({
        status: 400,
        code: 'broadcast.count-required',
        count: 4,
      });
      expect((await step(approver, id, 'approval', { count: 5 })).json()).toMatchObject({
        code: 'broadcast.count-changed',
      });
      expect((await step(approver, id, 'approval', { count: 4 })).json()).toMatchObject({ planned: 4 });
    });

    it('need not be typed below the threshold, or by a program', async () => {
      expect((await step(await asPerson(anna), await write(anna), 'submission')).statusCode).toBe(200);
      const id = await write(anna, { places: [big] });
      expect((await step(anna, id, 'submission')).statusCode).toBe(200);
      expect((await step(bo, id, 'approval')).statusCode).toBe(200);
      expect((await step(await asPerson(bo), await submitted(anna), 'approval')).statusCode).toBe(200);
    });

    it('is checked whenever it is given', async () => {
      const id = await write(anna);
      expect((await step(anna, id, 'submission', { count: 2 })).json()).toMatchObject({
        code: 'broadcast.count-differs',
      });
      expect((await step(anna, id, 'submission', { count: '1' })).json()).toMatchObject({
        code: 'request.invalid',
      });
    });

    it('must not be zero', async () => {
      const empty = await pipeline.scene.area('Skogen', { x: 5000, y: 5000, side: 10 });
      expect((await step(anna, await write(anna, { places: [empty] }), 'submission')).json()).toMatchObject({
        status: 400,
        code: 'broadcast.nobody-there',
      });
    });
  });

  describe('a refusal', () => {
    it('returns the broadcast with a note, to be changed and submitted again', async () => {
      const id = await submitted();
      const returned = await step(bo, id, 'return', { note: 'Vilken gata?' });
      expect(returned.json()).toMatchObject({
        state: 'returned',
        decisionNote: 'Vilken gata?',
        decidedBy: { id: bo.id },
      });
      await edit(anna, id);
      const again = (await step(anna, id, 'submission')).json();
      expect(again).toMatchObject({ state: 'pending-approval' });
      expect(again).not.toHaveProperty('decidedBy');
      expect((await step(cecilia, id, 'approval')).statusCode).toBe(200);
      expect((await auditOf(id)).map(({ action }) => action)).toEqual([
        'broadcast.return',
        'broadcast.approve',
      ]);
    });

    it('rejects the broadcast for good', async () => {
      const id = await submitted();
      expect((await step(bo, id, 'rejection', { note: 'Det var ingen läcka.' })).json()).toMatchObject({
        state: 'rejected',
        decisionNote: 'Det var ingen läcka.',
        allowed: [],
      });
      for (const name of ['submission', 'approval', 'cancellation'])
        expect((await step(bo, id, name)).json()).toMatchObject({ code: 'broadcast.wrong-state' });
      expect((await edit(anna, id)).json()).toMatchObject({ code: 'broadcast.wrong-state' });
    });

    it.each([{}, { note: '' }, { note: ' ' }, { note: 'x'.repeat(1001) }, { note: 'a', more: 1 }])(
      'requires a reason, and refuses %j',
      async (body) => {
        const id = await submitted();
        for (const name of ['return', 'rejection'])
          expect((await step(bo, id, name, body)).json()).toMatchObject({
            status: 400,
            code: 'request.invalid',
          });
      },
    );
  });

  it('refuses to pause an unapproved broadcast, but allows its cancellation', async () => {
    const id = await write(anna);
    for (const name of ['pause', 'resumption'])
      expect((await step(anna, id, name)).json()).toMatchObject({
        status: 409,
        code: 'broadcast.wrong-state',
      });
    expect((await step(anna, id, 'cancellation')).json()).toMatchObject({ state: 'cancelled', allowed: [] });
    expect((await step(anna, id, 'cancellation')).json()).toMatchObject({ code: 'broadcast.wrong-state' });
  });

  it('the audit log records who wrote, changed and submitted it', async () => {
    const id = await write(anna);
    await edit(cecilia, id);
    await step(bo, id, 'submission');
    expect(await auditOf(id, [])).toEqual([
      { action: 'broadcast.create', member_id: anna.id, detail: {} },
      { action: 'broadcast.edit', member_id: cecilia.id, detail: {} },
      { action: 'broadcast.submission', member_id: bo.id, detail: { count: 1 } },
    ]);
  });

  const before = ['broadcast.create', 'broadcast.edit', 'broadcast.submission'];
  /** The audit entries of the decision, unless others are requested. */
  const auditOf = (
    id: string,
    without = before,
  ): Promise<{ action: string; member_id: string; detail: object }[]> =>
    pipeline.db.query(
      `SELECT action, member_id, detail FROM audit_entry WHERE subject = $1 AND action <> ALL($2) ORDER BY id`,
      [id, without],
    );
});
