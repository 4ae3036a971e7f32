import type { PublicIncident } from './public-incident.js';

/** When an incident was last too old to be shown. */
export interface Gone {
  /** The slug of the topic whose subscribers got it; null for an alert. */
  readonly topic: string | null;
  readonly at: Date;
}

/** The time of a feed in which nothing has ever been. Atom requires one, and it may not move. */
export const neverChanged = new Date('2026-01-01T00:00:00Z');

/**
 * When a list of incidents last changed: when one changed, or was too old to be shown any more. Never goes back: an
 * incident is gone later than it last changed.
 *
 * @param isOf whether the list is of a topic, or of alerts (undefined)
 */
export function lastChange(
  { incidents, gone }: { readonly incidents: readonly PublicIncident[]; readonly gone: readonly Gone[] },
  isOf: (topic: string | undefined) => boolean = () => true,
): Date | undefined {
  const times = [
    ...incidents.filter(({ topic }) => isOf(topic?.slug)).map(({ updatedAt }) => updatedAt),
    ...gone.filter(({ topic }) => isOf(topic ?? undefined)).map(({ at }) => at),
  ];
  return times.length === 0 ? undefined : new Date(Math.max(...times.map(Number)));
}
