import type { Relation } from '../../../kernel/relations.js';
import type { Broadcast } from '../api/answers.js';

/**
 * The follow-ups that a broadcast can have, the most likely first. An all-clear that turns out to be wrong is corrected
 * by an update: it can't get an all-clear itself.
 */
export const relationsFor = ({ follows }: Pick<Broadcast, 'follows'>): readonly Relation[] =>
  follows?.relation === 'all-clear' ? ['update'] : ['all-clear', 'update', 'extension'];
