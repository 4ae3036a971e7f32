import { HeardClient } from '../../platform/database/heard-client.js';
import type { Config } from '../../platform/config/config.js';
import { FetchCalendar } from '../../staff/rota/calendar/fetch-calendar.js';
import { readCalendar } from '../../staff/rota/calendar/read-calendar.js';
import { advice, ok, problem, type Finding } from './finding.js';

/** The workers read it every quarter of an hour. */
const lateAfterMs = 3_600_000;
const dayMs = 86_400_000;

/** Checks that the calendar of the rota can be read from here, and that the workers have read it lately. */
export async function examineRotaCalendar(config: Config, fetch = new FetchCalendar()): Promise<Finding[]> {
  const address = config.get('ROTA_CALENDAR_URL');
  if (address === undefined) return [];
  return [await examineAnswer(address, fetch), ...(await examineLastReading(config))];
}

/** The finding never has the address: whoever has it can read the calendar. */
async function examineAnswer(address: string, fetch: FetchCalendar): Promise<Finding> {
  try {
    const { text = '' } = await fetch.run(address);
    const now = Date.now();
    const week = { startsAt: new Date(now), endsAt: new Date(now + 7 * dayMs) };
    const events = readCalendar(text, week).length;
    if (events > 0) return ok(`The calendar of the rota can be read: ${events} events within a week`);
    return advice(
      'The calendar of the rota can be read, but has no event within a week',
      'Check that ROTA_CALENDAR_URL is the calendar of who is on duty',
    );
  } catch (error) {
    return problem(
      `The calendar of the rota can’t be read: ${(error as Error).message}`,
      'Check ROTA_CALENDAR_URL: an https address on the public internet that answers with an iCalendar',
    );
  }
}

async function examineLastReading(config: Config): Promise<Finding[]> {
  const client = new HeardClient({
    connectionString: config.get('DATABASE_URL'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ at: Date | null; failing: Date | null; now: Date }>(
      'SELECT max(read_at) AS at, max(failing_since) AS failing, now() FROM rota_calendar',
    );
    const { at, failing, now } = rows[0]!;
    const fix = 'Look for rota.calendar-failed in the log of the workers, and check that one is running';
    if (at === null) return [advice('No worker has read the calendar of the rota yet', fix)];
    const read = `The workers last read the calendar of the rota at ${at.toISOString()}`;
    if (failing !== null) return [problem(`${read}; they have failed since ${failing.toISOString()}`, fix)];
    return [now.getTime() - at.getTime() > lateAfterMs ? problem(read, fix) : ok(read)];
  } catch {
    // examineDatabase reports why the database does not answer, or which migrations are missing.
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
