import { TwilioError } from './twilio-error.js';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');

let lastSecond = -1;
let lastText = '';

/** A time in milliseconds as `Thu, 24 Aug 2023 05:01:45 +0000`. Caches the last second, which most calls ask for. */
export function rfc2822(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second === lastSecond) return lastText;
  const d = new Date(second * 1000);
  lastSecond = second;
  lastText =
    `${days[d.getUTCDay()]!}, ${two(d.getUTCDate())} ${months[d.getUTCMonth()]!} ${d.getUTCFullYear()} ` +
    `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())} +0000`;
  return lastText;
}

/** `from` is inclusive, `to` exclusive, in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function span(value: string): Span {
  const dayOnly = /^\d{4}-\d\d-\d\d$/.test(value);
  const from = Date.parse(dayOnly ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(from)) throw new TwilioError(20001, `Invalid date: ${value}`);
  return { from, to: from + (dayOnly ? 86_400_000 : 1000) };
}

/**
 * Combines Twilio's three filters for a date: `DateSent`, `DateSent<` (on or before) and `DateSent>` (on or after). If
 * one of them is given, resources without a date are excluded, as at Twilio.
 */
export function dateFilter(
  query: Readonly<Record<string, string | undefined>>,
  name: string,
): (ms: number | undefined) => boolean {
  const read = (key: string) => (query[key] ? span(query[key]) : undefined);
  const [on, before, after] = [read(name), read(`${name}<`), read(`${name}>`)];
  if (!on && !before && !after) return () => true;
  return (ms) =>
    ms !== undefined &&
    (!on || (ms >= on.from && ms < on.to)) &&
    (!before || ms < before.to) &&
    (!after || ms >= after.from);
}
