import { timeZone } from '../../kernel/time-zone.js';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

/**
 * An instant as CAP writes it: what the wall clock shows in Sweden, in whole seconds, with the offset. CAP forbids `Z`,
 * and an offset of zero looks like an oversight to readers.
 */
export function capTime(instant: Date): string {
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const offset = of['timeZoneName']!.replace('GMT', '').replace('\u2212', '-') || '+00:00';
  return `${of['year']}-${of['month']}-${of['day']}T${of['hour']}:${of['minute']}:${of['second']}${offset}`;
}
