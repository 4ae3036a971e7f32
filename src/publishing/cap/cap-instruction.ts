import { checkPoints } from '../../messages/checklist/check-points.js';
import type { EventKind, PointId } from '../../messages/checklist/points.js';

/** The points of the checklist that say what to do. */
const toDo = new Set<PointId>(['L8', 'L9', 'L10', 'S5', 'S6', 'S7', 'S9', 'D4', 'D5', 'A5']);

/**
 * A text as what happened and what to do. The instruction begins with the first paragraph, after the opening one, that
 * says what to do. If there is none, or no words are known for the language, all of it is the description.
 */
export function instructionIn(
  text: string,
  kind: EventKind | undefined,
  language: string,
): { readonly description: string; readonly instruction?: string } {
  if (!kind) return { description: text };
  const paragraphs = text.split(/\n{2,}/);
  const at = paragraphs.findIndex(
    (paragraph, index) =>
      index > 0 && checkPoints(kind, paragraph, language).some(({ id, found }) => found && toDo.has(id)),
  );
  const description = paragraphs.slice(0, at).join('\n\n').trim();
  const instruction = paragraphs.slice(at).join('\n\n').trim();
  return at < 0 || !description || instruction === description
    ? { description: text }
    : { description, instruction };
}
