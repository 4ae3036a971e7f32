import { isArea, type AreaAudience, type Audience } from '../audiences/audience.js';
import { refusal } from '../kernel/refusal.js';
import type { Broadcast, Follows } from './broadcast.js';
import type { Relation } from '../kernel/relations.js';

export const NothingToFollow = refusal('broadcast.nothing-to-follow', 'conflict', {
  sv: 'Bara ett larm som har godkänts kan följas upp eller utökas.',
  en: 'Only an alert that was approved can be followed up or extended.',
});
const NothingToExtend = refusal('broadcast.nothing-to-extend', 'conflict', {
  sv: 'En uppdatering eller ett besked om att det är över kan inte utökas: de nya har inte fått det som det handlar om. Utöka det första larmet.',
  en: 'An update or an all-clear can’t be extended: the others have not had what it is about. Extend the first alert.',
});
export const AllClearApproved = refusal('broadcast.called-off', 'conflict', {
  sv: 'Beskedet att det är över har redan gått ut, så larmet kan inte utökas. Skriv ett nytt.',
  en: 'The all-clear has gone out already, so the alert can’t be extended. Write a new one.',
});
const SettledByOriginal = refusal('broadcast.settled-by-original', 'invalid', {
  sv: 'En uppdatering och beskedet att det är över går till dem som fick larmet; en utökning säger det som larmet sa. Lämna det tomt.',
  en: 'An update and an all-clear go to who had the alert; an extension says what the alert said. Leave it out.',
});
const AreaRequired = refusal('broadcast.area-required', 'invalid', {
  sv: 'Välj området som meddelandet ska utökas till.',
  en: 'Choose the area to take the message to.',
});

/** @throws broadcast.nothing-to-follow, broadcast.nothing-to-extend */
export function follow(
  earlier: Pick<Broadcast, 'id' | 'kind' | 'planned' | 'follows'>,
  relation: Relation,
): Follows {
  if (!mayBeFollowed(earlier)) throw NothingToFollow();
  const isAlert = !earlier.follows || earlier.follows.relation === 'extension';
  if (relation === 'extension' && !isAlert) throw NothingToExtend();
  return { relation, id: earlier.id, root: earlier.follows?.root ?? earlier.id };
}

export const mayBeFollowed = ({ kind, planned }: Pick<Broadcast, 'kind' | 'planned'>): boolean =>
  kind === 'alert' && planned !== undefined;

/**
 * The audience of a follow-up. Nobody can choose the audience of an update or an all-clear.
 *
 * @throws broadcast.area-required, broadcast.settled-by-original
 */
export function audienceOf({ relation, root }: Follows, chosen: Audience | undefined): Audience {
  if (relation !== 'extension') {
    if (chosen) throw SettledByOriginal();
    return { recipientsOf: root };
  }
  if (!chosen || !isArea(chosen)) throw AreaRequired();
  return { ...chosen, beyond: root } satisfies AreaAudience;
}

/** The fields that an extension takes from the original. */
type Settled = Pick<Broadcast, 'texts' | 'lane' | 'exercise' | 'channels' | 'event' | 'page' | 'points'>;

/**
 * Applies the fields that a follow-up must take from the original. An exercise ends as an exercise.
 *
 * @throws broadcast.settled-by-original
 */
export function boundBy<Written extends Settled>(
  earlier: Settled,
  relation: Relation,
  written: Written,
): Omit<Written, keyof Settled> & Settled {
  if (relation !== 'extension') return written;
  if (written.texts.length > 0) throw SettledByOriginal();
  const { texts, lane, exercise, channels, event, page, points } = earlier;
  return { ...written, texts, lane, exercise, channels, event, page, points };
}
