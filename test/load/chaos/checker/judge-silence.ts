import type { Silence, Story, Taken } from './story.js';

/** A window of the rate that was granted before may still go out (docs/rules.md "Doubt"). */
const windowMs = 250;
/** A worker sends what it has marked as `sending` within its lease. */
const leaseMs = 30_000;
/** How long a request may be under way if its delivery was tried again: the ledger no longer says when it began. */
const onItsWayMs = 5000;

/** @returns a sentence for each request that was made while the broadcast was held, or after it was cancelled */
export function judgeSilence(story: Story): string[] {
  return story.broadcast.silences.flatMap((silence) =>
    story.taken
      .filter((one) => breaks(silence, one, story))
      .map(
        (one) => `${one.sid} was requested ${Math.round(askedAt(one) - silence.from)} ms after it was held`,
      ),
  );
}

function breaks({ from, until }: Silence, one: Taken, { row }: Story): boolean {
  const asked = askedAt(one);
  if (asked <= from + windowMs || asked >= until) return false;
  if (one.token !== row.token || row.sentAt === null) return asked > from + onItsWayMs;
  return row.sentAt > from || asked > from + leaseMs;
}

/** When the provider received the request. It may have accepted it later. */
export const askedAt = ({ at, lateMs }: Taken): number => at - lateMs;
