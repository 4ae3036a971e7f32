import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { newId } from '../../kernel/ids.js';
import type { RotaAnswer } from './rota-answers.js';

type Rota = z.infer<typeof RotaAnswer>;

describe('the rota', () => {
  let app: NestFastifyApplication;
  let owner: Hired;
  let bo: Hired;
  let cecilia: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    owner = await hire(app, 'Olle', ['service-owner']);
    bo = await hire(app, 'Bo', ['approver']);
    cecilia = await hire(app, 'Cecilia', ['approver', 'duty-officer']);
  });
  beforeEach(() => app.get(DataSource).query('TRUNCATE duty_shift'));
  afterAll(() => app.close());

  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const shift = (more: object = {}) => ({
    memberId: bo.id,
    role: 'approver',
    startsAt: inHours(-1),
    endsAt: inHours(8),
    ...more,
  });
  const add = (more: object = {}) =>
    app.inject({ method: 'POST', url: '/api/v1/rota/shifts', headers: owner.headers, payload: shift(more) });
  const read = async () => (await app.inject({ url: '/api/v1/rota', headers: bo.headers })).json<Rota>();

  it('has the shifts that are not over, with their deputies, and who can be on duty', async () => {
    const added = await add({ deputyId: cecilia.id });
    expect(added.statusCode).toBe(201);
    await app
      .get(DataSource)
      .query(
        `INSERT INTO duty_shift SELECT gen_random_uuid(), member_id, role, now() - interval '2 days', now() - interval '1 day' FROM duty_shift`,
      );
    const rota = await read();
    expect(rota.shifts).toEqual([
      expect.objectContaining({
        person: { id: bo.id, name: 'Bo' },
        role: 'approver',
        deputy: { id: cecilia.id, name: 'Cecilia' },
      }),
    ]);
    expect(rota.people).toEqual([
      { id: bo.id, name: 'Bo', roles: ['approver'] },
      { id: cecilia.id, name: 'Cecilia', roles: ['approver', 'duty-officer'] },
    ]);
  });

  it('has the gaps of the coming week', async () => {
    const gap = { startsAt: inHours(8), endsAt: inHours(10) };
    await add({ endsAt: gap.startsAt });
    await add({ memberId: cecilia.id, startsAt: gap.endsAt, endsAt: inHours(24 * 8) });
    expect((await read()).gaps).toEqual([gap]);
  });

  it('has no gaps while nobody keeps it', async () => {
    expect(await read()).toMatchObject({ shifts: [], gaps: [] });
  });

  it('counts the shift of who has left as a gap', async () => {
    const gun = await hire(app, 'Gun', ['approver']);
    await add({ memberId: gun.id, endsAt: inHours(24 * 8) });
    await add();
    await app.get(DataSource).query('UPDATE member SET left_at = now() WHERE id = $1', [gun.id]);
    const { shifts, gaps } = await read();
    expect(shifts.map(({ person }) => person.name)).toEqual(['Bo']);
    expect(gaps).toHaveLength(1);
  });

  it.each([
    ['a shift that ends before it begins', { endsAt: inHours(-2) }, 'rota.ends-before-start'],
    ['a person without the role', { role: 'duty-officer' }, 'rota.no-such-person'],
    ['somebody who does not exist', { memberId: newId() }, 'rota.no-such-person'],
    ['a deputy who does not exist', { deputyId: newId() }, 'rota.no-such-person'],
  ])('refuses %s', async (_what, wrong, code) => {
    expect((await add(wrong)).json()).toMatchObject({ status: 400, code });
    expect((await read()).shifts).toEqual([]);
  });

  it('loses a shift that is removed, and has none to remove after that', async () => {
    const { shifts } = (await add()).json<Rota>();
    const remove = () =>
      app.inject({
        method: 'DELETE',
        url: `/api/v1/rota/shifts/${shifts[0]!.id}`,
        headers: owner.headers,
      });
    expect((await remove()).json()).toMatchObject({ shifts: [] });
    expect((await remove()).json()).toMatchObject({ status: 404, code: 'rota.no-such-shift' });
  });

  it('has a gap when nobody on duty may approve', async () => {
    const dora = await hire(app, 'Dora', ['duty-officer']);
    const inAWeek = { role: 'duty-officer', memberId: dora.id, endsAt: inHours(24 * 8) };
    await add(inAWeek);
    expect((await read()).shifts).toMatchObject([{ person: { name: 'Dora' }, mayApprove: false }]);
    expect((await read()).gaps).toHaveLength(1);
    // A deputy is told in place of who can't.
    await add({ ...inAWeek, deputyId: cecilia.id });
    expect((await read()).gaps).toEqual([]);
  });

  describe('repeated every week', () => {
    const day = 86_400_000;
    const series = (more: object = {}) => ({
      memberIds: [bo.id, cecilia.id],
      role: 'approver',
      startsAt: inHours(1),
      endsAt: inHours(9),
      until: new Date(Date.now() + 22 * day).toISOString().slice(0, 10),
      ...more,
    });
    const post = (path: string, payload: object, more: object = {}) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/rota/${path}`,
        headers: { ...owner.headers, ...more },
        payload,
      });

    it('is shown before it is saved, with what it overlaps', async () => {
      await add({ memberId: cecilia.id, startsAt: inHours(8), endsAt: inHours(10) });
      const preview = await post('series/preview', series());
      expect(preview.statusCode).toBe(200);
      expect(preview.json()).toMatchObject([
        { person: { name: 'Bo' }, overlaps: [{ person: { name: 'Cecilia' } }] },
        { person: { name: 'Cecilia' }, overlaps: [] },
        { person: { name: 'Bo' }, overlaps: [] },
        { person: { name: 'Cecilia' }, overlaps: [] },
      ]);
      expect((await read()).shifts).toHaveLength(1);
    });

    it('is saved as it was shown, once, with one entry in the audit log', async () => {
      const body = series();
      const shown = (await post('series/preview', body)).json<{ startsAt: string }[]>();
      const key = { 'idempotency-key': newId() };
      for (let n = 0; n < 2; n++) expect((await post('series', body, key)).statusCode).toBe(201);
      const { shifts } = await read();
      expect(shifts.map(({ startsAt }) => startsAt)).toEqual(shown.map(({ startsAt }) => startsAt));
      expect(shifts.every(({ repeats }) => repeats)).toBe(true);
      const entries = await app
        .get(DataSource)
        .query<{ detail: object }[]>(
          `SELECT detail FROM audit_entry WHERE action = 'rota.add' AND detail ? 'weekly'`,
        );
      expect(entries).toMatchObject([{ detail: { weekly: 4, memberIds: body.memberIds } }]);
    });

    it('is removed from a shift on', async () => {
      const { shifts } = (await post('series', series())).json<Rota>();
      await add();
      const remove = (id: string) =>
        app.inject({
          method: 'DELETE',
          url: `/api/v1/rota/shifts/${id}/following`,
          headers: owner.headers,
        });
      expect((await remove(shifts[1]!.id)).json<Rota>().shifts.map(({ repeats }) => repeats)).toEqual([
        false,
        true,
      ]);
      expect((await remove(shifts[1]!.id)).json()).toMatchObject({ code: 'rota.no-such-shift' });
    });

    it.each([
      ['a person without the role', { role: 'duty-officer' }, 'rota.no-such-person'],
      ['no people', { memberIds: [] }, 'request.invalid'],
      ['a last day before the first', { until: '2020-01-01' }, 'rota.until-before-start'],
    ])('is refused with %s', async (_what, wrong, code) => {
      for (const path of ['series', 'series/preview'])
        expect((await post(path, series(wrong))).json()).toMatchObject({ code });
      expect((await read()).shifts).toEqual([]);
    });
  });

  it('is in the audit log', async () => {
    await add();
    const [entry] = await app
      .get(DataSource)
      .query<{ action: string; member_id: string }[]>(
        'SELECT action, member_id, subject FROM audit_entry ORDER BY id DESC LIMIT 1',
      );
    expect(entry).toEqual({ action: 'rota.add', member_id: owner.id, subject: bo.id });
  });
});
