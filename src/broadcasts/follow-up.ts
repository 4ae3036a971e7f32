import { isArea, type AreaAudience, type Audience } from '../audiences/audience.js';
import { refusal } from '../kernel/refusal.js';
import type { Broadcast, Follows, Relation } from './broadcast.js';

export const NothingToFollow = refusal('broadcast.nothing-to-follow', 'conflict', {
  sv: 'Bara ett larm som har godkänts kan följas upp eller utökas.',
  en: 'Only an alert that was approved can be followed up or extended.',
});
const AreaRequired = refusal('broadcast.area-required', 'invalid', {
  sv: 'Välj området som meddelandet ska utökas till.',
  en: 'Choose the area to take the message to.',
});

/** @throws broadcast.nothing-to-follow */
export function follow(
  earlier: Pick<Broadcast, 'id' | 'kind' | 'planned' | 'follows'>,
  relation: Relation,
): Follows {
  if (!mayBeFollowed(earlier)) throw NothingToFollow();
  return { relation, id: earlier.id, root: earlier.follows?.root ?? earlier.id };
}

export const mayBeFollowed = ({ kind, planned }: Pick<Broadcast, 'kind' | 'planned'>): boolean =>
  kind === 'alert' && planned !== undefined;

/**
 * Whom it is for. The people of an update or an all-clear are no choice of anybody.
 *
 * @throws broadcast.area-required
 */
export function audienceOf({ relation, root }: Follows, chosen: Audience | undefined): Audience {
  if (relation !== 'extension') return { recipientsOf: root };
  if (!chosen || !isArea(chosen)) throw AreaRequired();
  return { ...chosen, beyond: root } satisfies AreaAudience;
}

/** What it is bound to by what it follows; an exercise ends as an exercise. */
export function boundBy(
  earlier: Pick<Broadcast, 'texts' | 'lane' | 'exercise' | 'channels'>,
  relation: Relation,
  written: Pick<Broadcast, 'texts' | 'lane' | 'exercise' | 'channels'>,
): Pick<Broadcast, 'texts' | 'lane' | 'exercise' | 'channels'> {
  const { texts, lane, exercise, channels } = earlier;
  return relation === 'extension' ? { texts, lane, exercise, channels } : written;
}
