import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Config } from '../../../platform/config/config.js';
import { Log } from '../../../platform/logging/log.js';
import { staffEvents } from '../../log-events.js';
import { MembersRepository } from '../../members.repository.js';
import { longestMs, type Shift } from '../rota.js';
import { FetchCalendar } from './fetch-calendar.js';
import { peopleOf } from './match-people.js';
import { readCalendar, type CalendarEvent } from './read-calendar.js';
import { RotaCalendarRepository } from './rota-calendar.repository.js';

const dayMs = 86_400_000;
const everyMs = 15 * 60_000;
/** Back as far as gaps ask whether a rota is kept, and five weeks ahead. */
const [daysBack, daysAhead] = [7, 35];
const mostUnmatched = 50;

/** Takes the shifts of the rota from a calendar. If it can't be read, the shifts that it had stay. */
@Injectable()
export class ReadRotaCalendar {
  private readonly log = new Log('rota', staffEvents);

  constructor(
    private readonly calendar: RotaCalendarRepository,
    private readonly fetch: FetchCalendar,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Safe to repeat and to run in two workers at once: one of them reads it, every quarter of an hour. */
  async run(): Promise<void> {
    const address = this.config.get('ROTA_CALENDAR_URL');
    if (address === undefined) return this.calendar.forget();
    const now = this.clock.now();
    const hash = createHash('sha256').update(address).digest();
    const known = await this.calendar.claim(hash, now, new Date(now.getTime() - everyMs));
    if (!known) return;
    try {
      const { text, etag } = await this.fetch.run(address, known.etag ?? undefined);
      // An unchanged calendar is expanded again, since time has passed and people may be new.
      await this.takeIn(text ?? known.content ?? '', etag, now);
    } catch (err) {
      this.log.write('rota.calendar-failed', { err });
      await this.calendar.noteFailure(now);
    }
  }

  private async takeIn(content: string, etag: string | undefined, now: Date): Promise<void> {
    const from = new Date(now.getTime() - daysBack * dayMs);
    const events = readCalendar(content, {
      startsAt: from,
      endsAt: new Date(now.getTime() + daysAhead * dayMs),
    });
    const people = await this.members.whoMayBeOnDuty();
    const shifts: Shift[] = [];
    const unmatched: CalendarEvent[] = [];
    for (const event of events) {
      const matched = canBeShift(event) ? peopleOf(event, people) : [];
      if (matched.length === 0 && event.endsAt > now) unmatched.push(event);
      const { startsAt, endsAt } = event;
      for (const { id: memberId, role } of matched)
        shifts.push({ id: newId(), memberId, role, startsAt, endsAt });
    }
    const listed = unmatched
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .slice(0, mostUnmatched)
      .map(({ summary, startsAt, endsAt }) => ({
        summary: summary.replaceAll('\0', '').slice(0, 200),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      }));
    await this.calendar.save({ etag: etag ?? null, content, readAt: now, unmatched: listed }, shifts);
  }
}

const canBeShift = ({ startsAt, endsAt }: CalendarEvent): boolean =>
  endsAt > startsAt && endsAt.getTime() - startsAt.getTime() <= longestMs;
