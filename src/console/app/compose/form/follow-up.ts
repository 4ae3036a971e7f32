import type { Broadcast, BroadcastBody, OtherAllClear } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';

/**
 * What may be made from a broadcast, the nearest first. An all-clear may turn out to be wrong, which is said by an update;
 * it can't be called off itself.
 */
export const relationsFor = ({ follows }: Pick<Broadcast, 'follows'>): readonly Relation[] =>
  follows?.relation === 'all-clear' ? ['update'] : ['all-clear', 'update', 'extension'];

/** Whether somebody chooses whom it is for; an update and an all-clear go to who had the other. */
export const choosesWhom = ({ follows }: Pick<BroadcastBody, 'follows'>): boolean =>
  !follows || follows.relation === 'extension';

/** Whether somebody writes what it says; an extension says what the other said. */
export const choosesWhat = ({ follows }: Pick<BroadcastBody, 'follows'>): boolean =>
  follows?.relation !== 'extension';

/** The all-clears that there are beside one that is written; of anything else they are no matter. */
export const allClearsBeside = (
  { id, follows }: { readonly id?: string; readonly follows?: BroadcastBody['follows'] },
  { otherAllClears }: Pick<Broadcast, 'otherAllClears'>,
): readonly OtherAllClear[] =>
  follows?.relation === 'all-clear' ? otherAllClears.filter((other) => other.id !== id) : [];

/** A follow-up's body says of itself only what is not settled by what it follows. */
export function boundBody(body: BroadcastBody): BroadcastBody {
  const { follows, audience, texts, lane, ...rest } = body;
  if (!follows) return body;
  return follows.relation === 'extension'
    ? { ...rest, follows, ...(audience ? { audience } : {}) }
    : { ...rest, follows, ...(texts ? { texts } : {}), ...(lane ? { lane } : {}) };
}

/** Where in the tab a form that follows a broadcast is kept. */
export const keptAs = (broadcast: string, relation: Relation): string => `${broadcast}.${relation}`;
