import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { startTestApp } from '../../../../test/support/app.js';
import { openTestDatabase } from '../../../../test/support/database.js';
import { hire, type Hired } from '../../../../test/support/staff.js';
import { Clock } from '../../../kernel/clock.js';
import type { RotaAnswer } from '../rota-answers.js';
import type { FetchedCalendar } from './fetch-calendar.js';
import { ReadRotaCalendar } from './read-rota-calendar.js';

type Rota = z.infer<typeof RotaAnswer>;

describe('a rota that is read from a calendar', () => {
  let app: NestFastifyApplication;
  let reading: ReadRotaCalendar;
  let bo: Hired;
  let now: Date;
  let answer: (etag?: string) => FetchedCalendar;
  let asked: (string | undefined)[];
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ ROTA_CALENDAR_URL: 'https://calendar.example.com/rota.ics' });
    app.get(Clock).now = () => now;
    reading = app.get(ReadRotaCalendar);
    reading['fetch'].run = (_address, etag) => {
      asked.push(etag);
      return Promise.resolve().then(() => answer(etag));
    };
    bo = await hire(app, 'Bo', ['approver', 'service-owner']);
  });
  beforeEach(async () => {
    now = new Date('2026-11-30T12:00:00Z');
    asked = [];
    answer = () => ({ text: calendar('Bo', 'Okänd Person'), etag: '"1"' });
    await app.get(DataSource).query('TRUNCATE duty_shift, rota_calendar');
  });
  afterAll(() => app.close());

  /** A weekly shift for each title. */
  const calendar = (...titles: string[]) =>
    [
      'BEGIN:VCALENDAR',
      ...titles.flatMap((title) => [
        'BEGIN:VEVENT',
        `UID:${title}`,
        `SUMMARY:${title}`,
        'DTSTART:20261201T080000Z',
        'DTEND:20261201T160000Z',
        'RRULE:FREQ=WEEKLY',
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
    ].join('\r\n');
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const read = async () => (await app.inject({ url: '/api/v1/rota', headers: bo.headers })).json<Rota>();
  const fail = () => {
    answer = () => {
      throw new Error('the server answered 500');
    };
  };
  const logged = () => jest.spyOn(reading['log'], 'write').mockReturnValue();

  it('has its events as shifts five weeks ahead, and lists those that match nobody', async () => {
    await reading.run();
    const { shifts, calendar: state } = await read();
    expect(shifts.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
    ]);
    expect(shifts[0]).toMatchObject({ person: { name: 'Bo' }, role: 'approver', fromCalendar: true });
    expect(state).toMatchObject({ readAt: now.toISOString() });
    expect(state?.unmatched).toHaveLength(5);
    expect(state?.unmatched[0]).toEqual({
      summary: 'Okänd Person',
      startsAt: '2026-12-01T08:00:00.000Z',
      endsAt: '2026-12-01T16:00:00.000Z',
    });
  });

  it('is read every quarter of an hour, by one worker', async () => {
    await Promise.all([reading.run(), reading.run()]);
    pass(14);
    await reading.run();
    expect(asked).toEqual([undefined]);
    pass(1);
    await reading.run();
    expect(asked).toEqual([undefined, '"1"']);
  });

  it('goes on when the calendar is unchanged', async () => {
    await reading.run();
    answer = (etag) => ({ text: undefined, etag });
    pass(7 * 24 * 60);
    await reading.run();
    const { shifts } = await read();
    expect(shifts.at(-1)?.startsAt).toBe('2027-01-05T08:00:00.000Z');
  });

  it('loses what the calendar no longer has, and keeps what was added by hand', async () => {
    const payload = {
      memberId: bo.id,
      role: 'approver',
      startsAt: '2026-12-24T08:00:00Z',
      endsAt: '2026-12-24T16:00:00Z',
    };
    await app.inject({ method: 'POST', url: '/api/v1/rota/shifts', headers: bo.headers, payload });
    await reading.run();
    answer = () => ({ text: calendar(), etag: undefined });
    pass(15);
    await reading.run();
    const { shifts } = await read();
    expect(shifts).toEqual([
      expect.objectContaining({ startsAt: '2026-12-24T08:00:00.000Z', fromCalendar: false }),
    ]);
  });

  it.each([
    ['can’t be fetched', fail],
    ['is no calendar', () => (answer = () => ({ text: '<html>', etag: undefined }))],
  ])('keeps its shifts when it %s, and says since when', async (_what, goWrong) => {
    const write = logged();
    await reading.run();
    const readAt = now.toISOString();
    goWrong();
    const failingSince = pass(15).toISOString();
    await reading.run();
    pass(15);
    await reading.run();
    const { shifts, calendar: state } = await read();
    expect(shifts).toHaveLength(5);
    expect(state).toMatchObject({ readAt, failingSince });
    expect(write).toHaveBeenCalledWith('rota.calendar-failed', { err: expect.any(Error) });
    answer = () => ({ text: calendar('Bo'), etag: undefined });
    pass(15);
    await reading.run();
    expect((await read()).calendar).toEqual({ readAt: now.toISOString(), unmatched: [] });
    write.mockRestore();
  });

  it('has shifts that can’t be removed by hand', async () => {
    await reading.run();
    const { shifts } = await read();
    const removed = await app.inject({
      method: 'DELETE',
      url: `/api/v1/rota/shifts/${shifts[0]!.id}`,
      headers: bo.headers,
    });
    expect(removed.json()).toMatchObject({ status: 409, code: 'rota.from-calendar' });
  });

  it('loses its shifts when no calendar is set any more', async () => {
    await reading.run();
    const get = jest.spyOn(reading['config'], 'get').mockReturnValue(undefined);
    await reading.run();
    get.mockRestore();
    const rota = await read();
    expect(rota.shifts).toEqual([]);
    expect(rota.calendar).toBeUndefined();
  });
});
