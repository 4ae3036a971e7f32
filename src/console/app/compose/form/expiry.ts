import { instantsOf, isDay } from '../../../../kernel/wall-clock.js';

/** When sending must stop: some hours after saving, or at a local time of the municipality. */
export type Expiry =
  { readonly kind: 'hours'; readonly hours: number } | { readonly kind: 'at'; readonly local: string };

export const hourChoices = [1, 4, 12, 24] as const;

/** Every broadcast expires (docs/rules.md "Mistakes others made"). This is the default. */
export const usualExpiry: Expiry = { kind: 'hours', hours: 4 };

const written = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * In the hour that summer time skips, the time an hour later; in the hour that is repeated, the first of the two.
 *
 * @returns undefined when the time is invalid
 */
export function expiryDate(expiry: Expiry, now: Date): Date | undefined {
  if (expiry.kind === 'hours') return new Date(now.getTime() + expiry.hours * 3_600_000);
  const [year, month, day, hour, minute] = (written.exec(expiry.local) ?? []).slice(1).map(Number);
  if (year === undefined || hour! > 23 || minute! > 59) return undefined;
  const date = { year, month: month!, day: day! };
  if (!isDay(date)) return undefined;
  const wall = { ...date, hour: hour!, minute: minute! };
  return instantsOf(wall)[0] ?? instantsOf({ ...wall, hour: wall.hour + 1 })[0];
}
