import { refusal } from '../../kernel/refusal.js';
import type { Broadcast, BroadcastState } from '../broadcast.js';

export const StartPassed = refusal('broadcast.start-passed', 'invalid', {
  sv: 'Tiden då det ska skickas har passerat. Välj en ny tid, eller att skicka nu.',
  en: 'The time to send has passed. Choose another time, or to send now.',
});
export const StartAfterExpiry = refusal('broadcast.start-after-expiry', 'invalid', {
  sv: 'Det måste börja skickas före sluttiden.',
  en: 'Sending must begin before the broadcast expires.',
});
export const StartTooLate = refusal('broadcast.start-too-late', 'invalid', {
  sv: 'Det får börja skickas högst {days} dygn fram.',
  en: 'Sending may begin at most {days} days from now.',
});
export const StartsAtOnce = refusal('broadcast.starts-at-once', 'invalid', {
  sv: 'En utökning, en rättelse och beskedet att det är över skickas så snart de har godkänts. Ta bort tiden.',
  en: 'An extension, a correction and an all-clear are sent as soon as they are approved. Remove the time.',
});

/** How far ahead a broadcast may be scheduled, in days. */
export const maxDaysAhead = 31;

/** The time that a broadcast starts at, if not at once. */
export const startOf = ({
  startsAt,
  heldUntil,
}: Pick<Broadcast, 'startsAt' | 'heldUntil'>): Date | undefined => heldUntil ?? startsAt;

/**
 * The state after the approval. With a start of its own it is always `scheduled`, even if the time has passed: only the
 * database's clock decides when a broadcast starts, and the clock of this process may be wrong.
 */
export const approvedAs = (broadcast: Pick<Broadcast, 'startsAt' | 'heldUntil'>): BroadcastState =>
  startOf(broadcast) ? 'scheduled' : 'approved';

/**
 * What those who had the alert must hear at once has no start of its own.
 *
 * @throws broadcast.start-passed, broadcast.start-after-expiry, broadcast.start-too-late, broadcast.starts-at-once
 */
export function requireStart(
  { startsAt, expiresAt, follows }: Pick<Broadcast, 'startsAt' | 'expiresAt' | 'follows'>,
  now: Date,
): void {
  if (!startsAt) return;
  if (follows && follows.relation !== 'update') throw StartsAtOnce();
  if (startsAt <= now) throw StartPassed();
  if (startsAt.getTime() - now.getTime() > maxDaysAhead * 86_400_000)
    throw StartTooLate({ days: maxDaysAhead });
  if (startsAt >= expiresAt) throw StartAfterExpiry();
}
