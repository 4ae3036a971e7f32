import { timeZone } from '../../../../kernel/time-zone.js';

/** When a broadcast must no longer be sent: some hours after it was saved, or at a time by the municipality's clock. */
export type Expiry =
  { readonly kind: 'hours'; readonly hours: number } | { readonly kind: 'at'; readonly local: string };

export const hourChoices = [1, 4, 12, 24] as const;

/** Every broadcast expires (docs/rules.md "Mistakes others made"); this long when nobody says otherwise. */
export const usualExpiry: Expiry = { kind: 'hours', hours: 4 };

/** @returns undefined when the time is not one */
export function expiryDate(expiry: Expiry, now: Date): Date | undefined {
  if (expiry.kind === 'hours') return new Date(now.getTime() + expiry.hours * 3_600_000);
  const asIfUtc = Date.parse(`${expiry.local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  // The offset before is right but for the hours around a change of it, where that of the first answer is.
  const near = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(near));
}

/** An instant as `<input type="datetime-local">` writes it, by the municipality's clock. */
export function localTime(date: Date): string {
  return wallClock.format(date).replace(' ', 'T');
}

// Swedish writes it as the input does: 2026-11-24 15:30.
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** How far the municipality's clock is ahead of UTC at an instant; milliseconds. */
const offsetAt = (instant: number): number => {
  const minute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${localTime(new Date(minute))}Z`) - minute;
};
