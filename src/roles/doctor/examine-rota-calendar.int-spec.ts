import type { DataSource } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { Config } from '../../platform/config/config.js';
import { FetchCalendar } from '../../staff/rota/calendar/fetch-calendar.js';
import { examineRotaCalendar } from './examine-rota-calendar.js';

const address = 'https://calendar.example.com/secret-part/rota.ics';

const calendar = (inDays: number): string => {
  const at = (hours: number) =>
    new Date(Date.now() + inDays * 86_400_000 + hours * 3_600_000)
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Bo',
    `DTSTART:${at(0)}`,
    `DTEND:${at(8)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
};

describe('what the doctor says about the calendar of the rota', () => {
  let db: DataSource;
  beforeAll(async () => (db = await openTestDatabase()));
  beforeEach(() => db.query('TRUNCATE rota_calendar'));
  afterAll(() => db.destroy());

  const examine = async (answer: () => string, env: object = { ROTA_CALENDAR_URL: address }) => {
    const fetch = new FetchCalendar();
    fetch.run = () => Promise.resolve().then(() => ({ text: answer(), etag: undefined }));
    const config = Config.read({ DATABASE_URL: await testDatabaseUrl(), ...env });
    return (await examineRotaCalendar(config, fetch)).map(({ kind, what }) => `${kind}: ${what}`);
  };
  const wasRead = (ago: string, failing = 'NULL') =>
    db.query(
      `INSERT INTO rota_calendar (address_hash, asked_at, read_at, failing_since)
       VALUES ('x', now(), now() - interval '${ago}', ${failing})`,
    );

  it('is nothing if none is set', async () => expect(await examine(() => '', {})).toEqual([]));

  it('is that it can be read, with how many events, and that no worker has read it yet', async () => {
    expect(await examine(() => calendar(1))).toEqual([
      'ok: The calendar of the rota can be read: 1 events within a week',
      'advice: No worker has read the calendar of the rota yet',
    ]);
  });

  it('is a note if nothing in it is soon', async () => {
    expect((await examine(() => calendar(20)))[0]).toMatch(/^advice: .* no event within a week$/);
  });

  it.each([
    ['is no calendar', () => '<html>'],
    [
      'is not given',
      (): string => {
        throw new Error('the server answered 404');
      },
    ],
  ])('is a problem if the answer %s, without the address', async (_how, answer) => {
    const [said] = await examine(answer);
    expect(said).toMatch(/^problem: The calendar of the rota can’t be read: ./);
    expect(said).not.toContain('secret-part');
  });

  it.each([
    ['ok', '5 minutes', 'NULL', /^ok: The workers last read the calendar of the rota at 20/],
    ['a problem after an hour', '2 hours', 'NULL', /^problem: The workers last read/],
    ['a problem while it fails', '5 minutes', 'now()', /^problem: .*they have failed since 20/],
  ])('is when the workers last read it: %s', async (_how, ago, failing, said) => {
    await wasRead(ago, failing);
    expect((await examine(() => calendar(1)))[1]).toMatch(said);
  });
});
