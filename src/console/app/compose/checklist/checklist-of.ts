import { pointsOf, type PointId } from '../../../../messages/checklist/points.js';
import { settlePoints, type SettledPoint } from '../../../../messages/checklist/settle-points.js';
import type { Broadcast } from '../../api/answers.js';
import type { ComposeForm } from '../form/form.js';
import type { Reviewed } from './use-review.js';

/** What a text can't say twice: the points of the alert that it follows, if both are about the same event. */
function saidBefore(
  { event, follows }: ComposeForm,
  original: Pick<Broadcast, 'event' | 'checklist'> | undefined,
): ReadonlySet<PointId> {
  if (!follows || follows.relation === 'extension' || original?.event !== event) return new Set();
  const said = (original?.checklist ?? []).filter(({ how }) => how !== 'open' && how !== 'waived');
  return new Set(said.map(({ id }) => id));
}

/** The checklist of what is being written, as the API will settle it. Empty without an event. */
export function checklistOf(
  form: ComposeForm,
  original: Pick<Broadcast, 'event' | 'checklist'> | undefined,
  reviewed: readonly Pick<Reviewed, 'language' | 'points' | 'spoken' | 'web'>[],
): SettledPoint[] {
  if (!form.event) return [];
  return settlePoints(pointsOf(form.event), reviewed, form.points ?? {}, saidBefore(form, original));
}

export const isMissing = ({ how, requirement }: Pick<SettledPoint, 'how' | 'requirement'>): boolean =>
  how === 'open' && requirement === 'required';

/** The open required points first, then the open advised ones, then those that are met. */
export function inOrder(settled: readonly SettledPoint[]) {
  return {
    missing: settled.filter(isMissing),
    advised: settled.filter((point) => point.how === 'open' && !isMissing(point)),
    met: settled.filter(({ how }) => how !== 'open'),
  };
}
