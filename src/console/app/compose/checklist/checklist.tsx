import type { Wording } from '../../../../kernel/refusal.js';
import { points } from '../../../../messages/checklist/points.js';
import type { SettledPoint } from '../../../../messages/checklist/settle-points.js';
import type { Broadcast } from '../../api/answers.js';
import { UnspokenPoints } from '../../contents/unspoken-points.js';
import { useSpeech } from '../../language/language.js';
import { useMedia } from '../../shell/use-media.js';
import { useSettled } from '../../shell/use-settled.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import type { FormFault } from '../form/form-faults.js';
import { pageOf } from '../form/page-address.js';
import { hasOwnPage } from '../form/publication.js';
import { answerPoint, onPage } from './answer-points.js';
import { checklistOf, inOrder } from './checklist-of.js';
import { ChecklistPoint } from './checklist-point.js';
import { counted, words } from './checklist.words.js';
import { pointField } from './point-field.js';
import type { Reviewed } from './use-review.js';

/** Debounce before a screen reader announces how many points are missing, in milliseconds. */
const pause = 1_500;

interface ChecklistProps {
  form: ComposeForm;
  /** The broadcast that it follows. */
  original: Broadcast | undefined;
  reviewed: readonly Reviewed[];
  /** Whether the broadcast has a page; undefined while that is not known. */
  isPublished?: boolean | undefined;
  change: Change;
  faults: readonly FormFault[];
}

/** The points of the event beside the text: what is missing first. Closed with a count where there is little room. */
export function Checklist({ form, original, reviewed, isPublished, change, faults }: ChecklistProps) {
  const { say, count } = useSpeech();
  const isWide = useMedia('(min-width: 60rem)');
  const settled = checklistOf(form, original, reviewed);
  const { missing, advised, met } = inOrder(settled);
  const title = missing.length === 0 ? say(words.complete) : count(missing.length, counted.missing);
  const spoken = useSettled(settled.length === 0 ? undefined : title, pause);
  if (settled.length === 0) return null;
  const refused = faults.some(({ field }) => settled.some(({ id }) => field === pointField(id)));
  const item = (point: SettledPoint) => (
    <ChecklistPoint
      key={point.id}
      point={point}
      several={form.texts.length > 1}
      hasPage={pageOf(form) !== undefined || hasOwnPage(form, isPublished)}
      onAnswer={(answer) => change((now) => answerPoint(now, point.id, answer))}
    />
  );
  return (
    <details class="checklist" open={isWide || refused}>
      <summary>
        <strong>{say(words.title)}</strong> <span>{title}</span>
      </summary>
      <p class="unseen" role="status">
        {spoken}
      </p>
      {missing.length > 1 && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() =>
            change((now) =>
              onPage(
                now,
                missing.map(({ id }) => id),
              ),
            )
          }
        >
          {say(words.restOnPage)}
        </button>
      )}
      {bySource(missing).map(({ source, of }) => (
        <section key={source.en}>
          <p class="hint">{say(words.askedBy, { source: say(source) })}</p>
          <ul>{of.map(item)}</ul>
        </section>
      ))}
      {advised.length > 0 && (
        <>
          <p class="hint">{say(words.advised)}</p>
          <ul>{advised.map(item)}</ul>
        </>
      )}
      <UnspokenPoints settled={settled} several={form.texts.length > 1} />
      {met.length > 0 && (
        <>
          <p class="hint">{say(words.met)}</p>
          <ul>{met.map(item)}</ul>
        </>
      )}
    </details>
  );
}

/** Points in a row with the same source, so that it is said once. */
function bySource(settled: readonly SettledPoint[]) {
  const groups: { source: Wording; of: SettledPoint[] }[] = [];
  for (const point of settled) {
    const { source } = points[point.id];
    const last = groups.at(-1);
    if (last?.source === source) last.of.push(point);
    else groups.push({ source, of: [point] });
  }
  return groups;
}
