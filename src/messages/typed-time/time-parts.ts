export type Season = 'summer' | 'winter';
export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night' | 'night-before';

export interface Clock {
  /** 0–24. */
  readonly hour: number;
  readonly minute: number;
  /** Whether it is sure which half of the day is meant: "14", "8 am", "midnight". */
  readonly isExact: boolean;
}

/** What one text says of one moment. A part that it does not say is missing. */
export interface TimeParts {
  /** Days from today: "imorgon" is 1. */
  readonly offset?: number;
  readonly date?: { readonly day: number; readonly month: number; readonly year?: number };
  /** 0 is Monday. */
  readonly weekday?: number;
  /** "nästa fredag" is in the next week, "i fredags" before today. */
  readonly week?: 'next' | 'last';
  readonly part?: PartOfDay;
  readonly clock?: Clock;
  readonly meridiem?: 'am' | 'pm';
  readonly season?: Season;
  /** Minutes from now: "om två timmar". */
  readonly minutes?: number;
  /** Whole days from now, at the same time of day: "om två dygn". */
  readonly days?: number;
  /** "sedan 02.15": it has been. */
  readonly isPast?: boolean;
}

/** A pattern at the start of what is left to read, and what it says. The parts are undefined when it says nonsense. */
export interface TimeWord {
  /** Sticky, so that it matches exactly where the reading has come to. */
  readonly pattern: RegExp;
  readonly says: (found: readonly (string | undefined)[]) => TimeParts | undefined;
}

/** A pattern for whole words. The text is in small letters, with single spaces and plain hyphens. */
export const word = (source: string, says: TimeWord['says'] | TimeParts): TimeWord => ({
  pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy'),
  says: typeof says === 'function' ? says : () => says,
});
