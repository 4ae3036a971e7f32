/** When a broadcast must no longer be sent: some hours after it was saved, or at a time by the person's own clock. */
export type Expiry =
  { readonly kind: 'hours'; readonly hours: number } | { readonly kind: 'at'; readonly local: string };

export const hourChoices = [1, 4, 12, 24] as const;

/** Every broadcast expires (RULES.md "Mistakes others made"); this long when nobody says otherwise. */
export const usualExpiry: Expiry = { kind: 'hours', hours: 4 };

/** @returns undefined when the time is not one */
export function expiryDate(expiry: Expiry, now: Date): Date | undefined {
  if (expiry.kind === 'hours') return new Date(now.getTime() + expiry.hours * 3_600_000);
  const at = new Date(expiry.local);
  return expiry.local === '' || Number.isNaN(at.getTime()) ? undefined : at;
}

/** An instant as `<input type="datetime-local">` writes it, in the person's own time zone. */
export function localTime(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return (
    `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}`
  );
}
