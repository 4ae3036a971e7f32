import type { Relation } from '../../../kernel/relations.js';
import type { Broadcast } from '../api/answers.js';

/**
 * The follow-ups that a broadcast can have, the most likely first. An all-clear can't get an all-clear, but a correction
 * of it can: the danger was not over. Only the alert's text can be taken to others.
 */
export function relationsFor({
  follows,
  audience,
}: Pick<Broadcast, 'follows' | 'audience'>): readonly Relation[] {
  if (follows?.relation === 'all-clear') return ['update', 'correction'];
  const saysTheAlert =
    !follows ||
    follows.relation === 'extension' ||
    (follows.relation === 'correction' &&
      'recipientsOf' in audience &&
      audience.recipientsOf === follows.root);
  return ['all-clear', 'update', 'correction', ...(saysTheAlert ? (['extension'] as const) : [])];
}
