import { timeZone } from '../../../../kernel/time-zone.js';

/** When sending must stop: some hours after saving, or at a local time of the municipality. */
export type Expiry =
  { readonly kind: 'hours'; readonly hours: number } | { readonly kind: 'at'; readonly local: string };

export const hourChoices = [1, 4, 12, 24] as const;

/** Every broadcast expires (docs/rules.md "Mistakes others made"). This is the default. */
export const usualExpiry: Expiry = { kind: 'hours', hours: 4 };

/** @returns undefined when the time is invalid */
export function expiryDate(expiry: Expiry, now: Date): Date | undefined {
  if (expiry.kind === 'hours') return new Date(now.getTime() + expiry.hours * 3_600_000);
  const asIfUtc = Date.parse(`${expiry.local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  // This offset is right except within hours of a clock change. There, the offset at the first result is right.
  const near = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(near));
}

/** An instant in the format of `<input type="datetime-local">`, in the municipality's time zone. */
export function localTime(date: Date): string {
  return wallClock.format(date).replace(' ', 'T');
}

// The Swedish format is the input's, except for the space: 2026-11-24 15:30.
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** How far the municipality's time zone is ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: number): number => {
  const minute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${localTime(new Date(minute))}Z`) - minute;
};
