import type { Silence, Story, Taken } from './story.js';

/** What was granted before, may still go out: a window of the rate (docs/rules.md "Doubt"). */
const windowMs = 250;
/** A worker sends within its lease what it has marked as being sent. */
const leaseMs = 30_000;
/** How long a request may be on its way of which the ledger no longer says when it began, since it was tried again. */
const onItsWayMs = 5000;

/** Requests that were made while the broadcast was held, or after it was cancelled, in words. */
export function judgeSilence(story: Story): string[] {
  return story.broadcast.silences.flatMap((silence) =>
    story.taken
      .filter((one) => breaks(silence, one, story))
      .map(
        (one) => `${one.sid} was asked for ${Math.round(askedAt(one) - silence.from)} ms after it was held`,
      ),
  );
}

function breaks({ from, until }: Silence, one: Taken, { row }: Story): boolean {
  const asked = askedAt(one);
  if (asked <= from + windowMs || asked >= until) return false;
  if (one.token !== row.token || row.sentAt === null) return asked > from + onItsWayMs;
  return row.sentAt > from || asked > from + leaseMs;
}

/** When the request came, whenever it was taken. */
export const askedAt = ({ at, lateMs }: Taken): number => at - lateMs;
