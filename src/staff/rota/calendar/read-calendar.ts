import ICAL from 'ical.js';
import { instantAt } from '../../../kernel/wall-clock.js';
import type { Span } from '../rota.js';

/** An occurrence of an event in a calendar. */
export interface CalendarEvent extends Span {
  readonly summary: string;
  /** The e-mail addresses and names of the people who are invited and have not declined. */
  readonly attendees: readonly { readonly email: string; readonly name: string }[];
}

/** The library's own type of it is broken. */
interface Occurrence {
  readonly item: ICAL.Event;
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

/** More occurrences than a rota can have. Protects the worker from a rule such as "every second". */
const mostSteps = 20_000;
/** Zone names that mean the municipality's time when the calendar does not define them. */
const ourZones = new Set(['Europe/Stockholm', 'W. Europe Standard Time']);

/**
 * The events that touch the span, with recurring ones expanded.
 *
 * @throws Error if the text is no calendar, has a time in an unknown zone, or recurs too often
 */
export function readCalendar(text: string, span: Span): CalendarEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error('the answer is not a calendar');
  const budget = { steps: mostSteps };
  return eventsIn(calendar)
    .flatMap((event) => occurrencesOf(event, span, budget))
    .filter(({ startsAt, endsAt }) => startsAt < span.endsAt && endsAt > span.startsAt);
}

/** Each event with the occurrences that were changed. A changed occurrence without its event stands for itself. */
function eventsIn(calendar: ICAL.Component): ICAL.Event[] {
  const byId = new Map<string, ICAL.Component[]>();
  for (const one of calendar.getAllSubcomponents('vevent')) {
    const uid = String(one.getFirstPropertyValue('uid'));
    byId.set(uid, [...(byId.get(uid) ?? []), one]);
  }
  return [...byId.values()].flatMap((ofOne) => {
    const changed = ofOne.filter((one) => one.hasProperty('recurrence-id'));
    const events = ofOne.filter((one) => !one.hasProperty('recurrence-id'));
    if (events.length === 0) return changed.map((one) => new ICAL.Event(one, { exceptions: [] }));
    return events.map((one) => new ICAL.Event(one, { exceptions: changed }));
  });
}

function occurrencesOf(event: ICAL.Event, span: Span, budget: { steps: number }): CalendarEvent[] {
  if (!event.isRecurring() || event.isRecurrenceException())
    return present(event, event.startDate, event.endDate);
  const all: CalendarEvent[] = [];
  const times = event.iterator();
  for (let time = times.next() as ICAL.Time | null; time; time = times.next() as ICAL.Time | null) {
    if (budget.steps-- === 0) throw new Error('the calendar recurs too often');
    if (instantOf(time, event) >= span.endsAt) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(time) as Occurrence;
    all.push(...present(item, startDate, endDate));
  }
  return all;
}

function present(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): CalendarEvent[] {
  if (event.component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  return [
    {
      summary: event.component.getFirstPropertyValue('summary')?.toString() ?? '',
      startsAt: instantOf(start, event),
      endsAt: instantOf(end, event),
      attendees: event.attendees.filter(isComing).map((attendee) => ({
        email: String(attendee.getFirstValue()).replace(/^mailto:/i, ''),
        name: (attendee.getFirstParameter('cn') as string | null | undefined) ?? '',
      })),
    },
  ];
}

const isComing = (attendee: ICAL.Property): boolean =>
  attendee.getFirstParameter('partstat') !== 'DECLINED' &&
  !['ROOM', 'RESOURCE'].includes(attendee.getFirstParameter('cutype'));

/** A time with a zone is an instant. A day, or a time without one, is on the municipality's wall clock. */
function instantOf(time: ICAL.Time, event: ICAL.Event): Date {
  if (!time.isDate && time.zone.tzid !== 'floating') return new Date(time.toUnixTime() * 1000);
  const zone = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  if (!time.isDate && zone && !ourZones.has(zone)) throw new Error(`the calendar has no time zone ${zone}`);
  const { year, month, day } = time;
  const [hour, minute] = time.isDate ? [0, 0] : [time.hour, time.minute];
  return instantAt({ year, month, day, hour, minute });
}
