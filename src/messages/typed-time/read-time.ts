import { wallClockOf } from '../../kernel/wall-clock.js';
import { cleanTyped } from '../../kernel/typed-input.js';
import { daysAway, momentOf } from './moment-of.js';
import { isOpenEnd } from './open-end.js';
import { partsIn } from './parts-in.js';
import { spanIn } from './span-parts.js';
import { timeFault, type TimeFault } from './time-faults.js';
import type { TimeParts } from './time-parts.js';
import { writeMoment } from './write-time.js';

/** A time as it is meant. To the minute. */
export type TypedTime =
  | {
      readonly kind: 'moment';
      readonly at: Date;
      /** It says tomorrow, and the night is not over: whoever typed it may mean today. */
      readonly maybeToday?: true;
    }
  | { readonly kind: 'span'; readonly from: Date; readonly to: Date }
  /** An end that nobody knows yet. */
  | { readonly kind: 'open' };

export interface ReadTimeOptions {
  readonly now: Date;
  /** Where the time must be. Left out, it may be on either side of now. */
  readonly must?: 'be-ahead' | 'have-been' | undefined;
  /** The start, when the text is the end of something: "06" is then the next one after it. */
  readonly after?: Date | undefined;
  /** Whether it is an end, which nobody may know yet: "tills vidare". */
  readonly mayBeOpen?: boolean | undefined;
}

/** A span in full is shorter in every language. It also bounds the work of the patterns. */
const longest = 120;
/** Before this hour people still say tomorrow of the day that has begun. */
const nightEnds = 5;
/** In days. The same date next year is not too far. */
const farthest = 366;

const since = /^(?:sedan|since) /u;
const start =
  /^(?:från och med|fr\.? ?o\.? ?m\.?|från|from|mellan|between|till och med|t\.? ?o\.? ?m\.?|fram till|tills|till|until|by|to|senast) /u;

/**
 * Reads a time as people type it, in Swedish or English, on the clock of the municipality: "i natt 23", "kl 9–12",
 * "Fri 2–4pm", "om två timmar", "22-02". It also reads back what `writeMoment` and `writeSpan` wrote. A time that can be
 * read in no way, or in two, is a fault: it is never guessed.
 */
export function readTime(
  typed: string,
  { now, must, after, mayBeOpen }: ReadTimeOptions,
): TypedTime | TimeFault {
  if (typed.length > 4 * longest) return timeFault('not-understood');
  const text = cleanTyped(typed)
    .toLowerCase()
    .replace(/ +/g, ' ')
    .replace(/(?<![ .!])[ .!]+$/, '');
  if (text === '' || text.length > longest) return timeFault('not-understood');
  if (isOpenEnd(text)) return mayBeOpen ? { kind: 'open' } : timeFault('open-no-end');
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const rest = text.replace(since, '').replace(start, '');
  const around = { now: minute, after, typed: typed.trim() };
  const isPast = must === 'have-been' || since.test(text);
  const said = partsIn(rest)?.parts;
  if (said) {
    const at = momentOf(said, { ...around, isPast: isPast || said.isPast === true });
    if (!(at instanceof Date)) return at;
    if (after && at <= after) return timeFault('to-before-from');
    const maybeToday = said.offset === 1 && wallClockOf(minute).hour < nightEnds;
    return outside(at, minute, must) ?? { kind: 'moment', at, ...(maybeToday ? { maybeToday } : {}) };
  }
  const span = spanIn(rest);
  if (!span) return timeFault('not-understood');
  return spanOf(span, { ...around, isPast, must });
}

interface AroundSpan {
  readonly now: Date;
  readonly after: Date | undefined;
  readonly typed: string;
  readonly isPast: boolean;
  readonly must: ReadTimeOptions['must'];
}

function spanOf(
  said: { readonly from: TimeParts; readonly to: TimeParts },
  { must, ...around }: AroundSpan,
): TypedTime | TimeFault {
  const isPast = around.isPast || said.from.isPast === true;
  const until =
    said.to.offset === undefined && !said.to.date && said.to.weekday === undefined ? said.to : undefined;
  const from = momentOf(said.from, { ...around, isPast, until });
  if (!(from instanceof Date)) return from;
  const to = momentOf(said.to, { ...around, after: from, isPast: false });
  if (!(to instanceof Date)) return to;
  if (to <= from) return timeFault('to-before-from');
  return outside(from, around.now, must) ?? outside(to, around.now, undefined) ?? { kind: 'span', from, to };
}

/** The fault of a time that is not where it must be. */
function outside(at: Date, now: Date, must: ReadTimeOptions['must']): TimeFault | undefined {
  const written = (language: 'sv' | 'en') => ({ written: writeMoment(at, language, now) });
  if (Math.abs(daysAway(at, now)) > farthest) return timeFault('too-far', written);
  if (must === 'be-ahead' && at < now) return timeFault('passed', written);
  return must === 'have-been' && at > now ? timeFault('not-yet', written) : undefined;
}
