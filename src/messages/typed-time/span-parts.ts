import { partsIn, type SaidParts } from './parts-in.js';
import type { TimeParts } from './time-parts.js';

export interface SpanParts {
  readonly from: TimeParts;
  readonly to: TimeParts;
}

const betweenEnds = / (?:till|to|until|och|and) | ?--? ?/gu;

/** Both ends of a text such as "fre 8-16"; undefined when no place to cut it leaves two readable ends. */
export function spanIn(text: string): SpanParts | undefined {
  for (const { index, 0: cut } of text.matchAll(betweenEnds)) {
    const from = partsIn(text.slice(0, index));
    const to = from && partsIn(text.slice(index + cut.length));
    if (to) return shared(from.parts, to);
  }
  return undefined;
}

/** What only one end says and is true of both: a day, "pm", "på kvällen". */
function shared(from: TimeParts, { parts: to, startsWithClock }: SaidParts): SpanParts {
  const { offset, date, weekday, week, ...rest } = to;
  const day = { offset, date, weekday, week };
  const movesDay = startsWithClock && hasDay(to) && !hasDay(from) && from.clock !== undefined;
  const night = to.part?.startsWith('night');
  const first: TimeParts = movesDay
    ? withoutGaps({ ...from, ...day, ...(night ? { part: to.part } : {}) })
    : from;
  const { part: _, ...late } = rest;
  const last: TimeParts = movesDay ? (night ? late : rest) : to;
  return { from: half(first, last, false), to: half(last, first, true) };
}

const hasDay = ({ offset, date, weekday }: TimeParts): boolean =>
  offset !== undefined || date !== undefined || weekday !== undefined;

const withoutGaps = (parts: { readonly [Key in keyof TimeParts]: TimeParts[Key] | undefined }): TimeParts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]: [string, unknown]) => value !== undefined));

/** The half of the day of one end, from the other end's: "2–4pm", "8am–4", "i kväll 8–10". */
function half(one: TimeParts, other: TimeParts, isEnd: boolean): TimeParts {
  if (!one.clock || !other.clock || one.clock.isExact || one.meridiem || one.part) return one;
  const [own, others] = [one.clock.hour % 12, other.clock.hour % 12];
  const isInOrder = isEnd ? own > others : own < others;
  if (other.meridiem) return { ...one, meridiem: isInOrder ? other.meridiem : opposite[other.meridiem] };
  const isSamePart = isInOrder && (other.part === 'afternoon' || other.part === 'evening');
  return isSamePart && !(isEnd && hasDay(one)) ? { ...one, part: other.part } : one;
}

const opposite = { am: 'pm', pm: 'am' } as const;
