import type { Broadcast, BroadcastBody } from '../../api/answers.js';
import { localTime } from '../../../../kernel/wall-clock.js';
import { expiryDate } from './expiry.js';

/** When the broadcast is to be sent; undefined if as soon as it is approved, or when the time is invalid. */
export const startOf = ({ start }: { readonly start?: string | undefined }): Date | undefined =>
  start === undefined ? undefined : expiryDate({ kind: 'at', local: start }, new Date(0));

/** Whether a local time is skipped because the clocks go forward. */
export const isSkipped = (local: string, date: Date): boolean => localTime(date) !== local.slice(0, 16);

/** What those who had an alert must hear at once can't wait. */
export const mayWait = ({ follows }: Pick<BroadcastBody, 'follows'>): boolean =>
  !follows || follows.relation === 'update';

/** Whether it is the reminder of an alert that nobody has had: it can't be sent now, since the alert must be first. */
export const goesWithAlert = (
  { follows }: Pick<BroadcastBody, 'follows'>,
  original: Pick<Broadcast, 'planned' | 'state'> | undefined,
): boolean =>
  follows?.relation === 'update' &&
  original !== undefined &&
  (original.planned === undefined || original.state === 'scheduled' || original.state === 'missed');

/** A first suggestion: at eight the next morning, by the municipality's clock. */
export function tomorrowMorning(now: Date): string {
  const today = Date.parse(`${localTime(now).slice(0, 10)}T00:00Z`);
  return `${new Date(today + 86_400_000).toISOString().slice(0, 10)}T08:00`;
}

/** A first suggestion for a reminder: six in the evening before what it is about, or tomorrow if that is not known. */
export function eveningBefore(begins: Date | undefined, now: Date): string {
  const [day, days] = begins ? [begins, -1] : [now, 1];
  const midnight = Date.parse(`${localTime(day).slice(0, 10)}T00:00Z`);
  return `${new Date(midnight + days * 86_400_000).toISOString().slice(0, 10)}T18:00`;
}
