import { endingOf, pointsOf, type EventKind, type PointId } from '../../../../messages/checklist/points.js';
import type { PointAnswer, PointAnswers } from '../../../../messages/checklist/settle-points.js';
import type { Broadcast } from '../../api/answers.js';
import type { Carried } from '../form/carried.js';
import type { ComposeForm } from '../form/form.js';

type Patch = Partial<ComposeForm>;

/**
 * Another event has other points. What was said about those that both have stays. Without an event the text counts as
 * free: the API would put the template's event back.
 */
export function chooseEvent({ points = {} }: Pick<Carried, 'points'>, event: EventKind | undefined): Patch {
  const asked: readonly string[] = event ? pointsOf(event).map(({ id }) => id) : [];
  const left = answersLeft(points, (id) => asked.includes(id));
  return event ? { event, points: left } : { event, points: left, template: undefined };
}

/** Without an answer, the words of the text decide again. */
export function answerPoint(
  { points = {} }: Pick<Carried, 'points'>,
  id: PointId,
  answer: PointAnswer | undefined,
): Patch {
  const { [id]: _, ...others } = points;
  return { points: answersLeft(answer ? { ...others, [id]: answer } : others) };
}

/** Says of several points at once that the page has them. */
export const onPage = ({ points = {} }: Pick<Carried, 'points'>, ids: readonly PointId[]): Patch => ({
  points: { ...points, ...Object.fromEntries(ids.map((id) => [id, { how: 'on-page' }])) },
});

/**
 * The checklist of a follow-up, from its original's. What the original's text said does not hold of another text. An
 * all-clear has points of its own.
 */
export function checklistAfter(
  { event, page, points = {} }: Pick<Broadcast, 'event' | 'page' | 'points'>,
  relation: NonNullable<ComposeForm['follows']>['relation'],
): Pick<Carried, 'event' | 'page' | 'points'> {
  if (relation === 'extension') return { event, page, points };
  if (relation === 'all-clear') {
    return { event: event && endingOf(event), page, points: undefined };
  }
  return { event, page, points: answersLeft(points, (_id, { how }) => how !== 'in-text') };
}

function answersLeft(
  points: PointAnswers,
  stays: (id: string, answer: PointAnswer) => boolean = () => true,
): PointAnswers | undefined {
  const left = Object.entries(points).filter(([id, answer]) => stays(id, answer));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}
