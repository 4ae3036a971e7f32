import type { Broadcast, BroadcastBody, OtherAllClear } from '../../api/answers.js';
import { wordOf } from '../../../../kernel/called-off.js';
import type { Relation } from '../../../../kernel/relations.js';

/** Whether the user chooses the audience. An update and an all-clear go to those who had the original. */
export const choosesWhom = ({ follows }: Pick<BroadcastBody, 'follows'>): boolean =>
  !follows || follows.relation === 'extension';

/** Whether the user writes the text. An extension has the original's, but for where and when. */
export const choosesWhat = ({ follows }: Pick<BroadcastBody, 'follows'>): boolean =>
  follows?.relation !== 'extension';

/** Whether it says something of its own: an extension does where it has its template's place and time. */
export const hasText = (form: Pick<BroadcastBody, 'follows'> & { readonly filled?: unknown }): boolean =>
  choosesWhat(form) || form.filled !== undefined;

/** The other all-clears of the same alert, when an all-clear is being written; otherwise none. */
export const allClearsBeside = (
  { id, follows }: { readonly id?: string; readonly follows?: BroadcastBody['follows'] },
  { otherAllClears }: Pick<Broadcast, 'otherAllClears'>,
): readonly OtherAllClear[] =>
  follows?.relation === 'all-clear' ? otherAllClears.filter((other) => other.id !== id) : [];

/** Whether its writer must say if the danger goes on: it corrects an all-clear, or a correction of one. */
export const asksIfItGoesOn = (
  { follows }: Pick<BroadcastBody, 'follows'>,
  original: Pick<Broadcast, 'follows' | 'goesOn'> | undefined,
): boolean =>
  follows?.relation === 'correction' &&
  original !== undefined &&
  wordOf({ relation: original.follows?.relation, goesOn: original.goesOn }) !== undefined;

/**
 * The body of a follow-up, without the fields that its original determines.
 *
 * @param own whether it has a text of its own
 */
export function boundBody(body: BroadcastBody, own: boolean): BroadcastBody {
  const { follows, audience, texts, lane, ...rest } = body;
  if (!follows) return body;
  return follows.relation === 'extension'
    ? { ...rest, follows, ...(audience ? { audience } : {}), ...(own && texts ? { texts } : {}) }
    : { ...rest, follows, ...(texts ? { texts } : {}), ...(lane ? { lane } : {}) };
}

/** The key in the tab's storage for a form that begins as an earlier broadcast. */
export const keptAnew = (broadcast: string): string => `${broadcast}.anew`;

/** The key in the tab's storage for a form that follows a broadcast. */
export const keptAs = (broadcast: string, relation: Relation): string => `${broadcast}.${relation}`;
