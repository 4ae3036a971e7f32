import type { PointId } from '../../../../messages/checklist/points.js';
import type { Wording } from '../../../../kernel/refusal.js';
import type { Failure } from '../../api/failure.js';
import { pointField } from '../checklist/point-field.js';
import type { ComposeForm } from './form.js';
import { textParts, type TextPart } from '../../../../messages/checklist/review-text.js';
import { fieldOf, unfilledFault, type FormFault } from './form-faults.js';

interface Details {
  readonly points?: readonly { readonly id: PointId; readonly label: Wording }[];
  readonly unfilled?: readonly {
    readonly language: string;
    readonly in: TextPart;
    readonly text: string;
  }[];
}

/** The fields that a refused submission is about. None if it is about nothing that was written. */
export function refusedFaults(
  failure: Failure | undefined,
  { texts }: Pick<ComposeForm, 'texts'>,
): FormFault[] {
  if (failure?.kind !== 'refused') return [];
  const { code } = failure.problem;
  const { points = [], unfilled = [] } = failure.problem as Details;
  if (code === 'broadcast.checklist-open')
    return points.map(({ id, label }) => ({
      field: pointField(id),
      wording: { sv: `Det saknas i texten: ${label.sv}.`, en: `The text lacks: ${label.en}.` },
    }));
  if (code !== 'broadcast.placeholder-unfilled') return [];
  return texts.flatMap(({ language }, position) =>
    textParts.flatMap((part) => {
      const open = unfilled.filter((one) => one.language === language && one.in === part);
      const field = fieldOf(part, position);
      return open.length === 0
        ? []
        : [
            unfilledFault(
              field,
              open.map(({ text }) => text),
            ),
          ];
    }),
  );
}
