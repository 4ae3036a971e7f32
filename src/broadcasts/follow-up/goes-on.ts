import { isEnding, type EventKind } from '../../messages/checklist/points.js';
import { wordOf } from '../../kernel/called-off.js';
import { refusal } from '../../kernel/refusal.js';
import type { Relation } from '../../kernel/relations.js';
import type { Broadcast } from '../broadcast.js';

const GoesOnMissing = refusal('broadcast.goes-on-missing', 'invalid', {
  sv: 'Du rättar ett besked om att det är över. Svara på om faran fortsätter eller är över.',
  en: 'You correct an all-clear. Say whether the danger goes on or is over.',
});
const GoesOnNotAsked = refusal('broadcast.goes-on-not-asked', 'invalid', {
  sv: 'Bara rättelsen av ett besked om att det är över säger om faran fortsätter. Ta bort svaret.',
  en: 'Only the correction of an all-clear says whether the danger goes on. Leave the answer out.',
});
const GoesOnHasNoEnding = refusal('broadcast.goes-on-event', 'invalid', {
  sv: 'Faran fortsätter, så händelsen kan inte vara ”Det är över” (all-clear) eller ”Faran är över” (danger-over). Välj en annan, eller ingen.',
  en: 'The danger goes on, so the event can’t be all-clear or danger-over. Choose another, or none.',
});

/** Whether a follow-up must say if the danger goes on: it corrects an all-clear, or a correction of one. */
export const asksIfItGoesOn = (
  earlier: Pick<Broadcast, 'follows' | 'goesOn'>,
  relation: Relation | undefined,
): boolean =>
  relation === 'correction' &&
  wordOf({ relation: earlier.follows?.relation, goesOn: earlier.goesOn }) !== undefined;

/**
 * Nothing is assumed: an all-clear is corrected because of its hour, or because it was wrong.
 *
 * @throws broadcast.goes-on-missing, broadcast.goes-on-not-asked, broadcast.goes-on-event
 */
export function requireGoesOn(
  { goesOn, event }: { readonly goesOn?: boolean | undefined; readonly event?: EventKind | undefined },
  earlier: Pick<Broadcast, 'follows' | 'goesOn'> | undefined,
  relation: Relation | undefined,
): void {
  const isAsked = earlier !== undefined && asksIfItGoesOn(earlier, relation);
  if (isAsked && goesOn === undefined) throw GoesOnMissing();
  if (!isAsked && goesOn !== undefined) throw GoesOnNotAsked();
  if (goesOn === true && event !== undefined && isEnding(event)) throw GoesOnHasNoEnding();
}
