import { markExercise } from '../../../messages/exercise-marking.js';
import { withStopInstruction } from '../../../messages/stop-instruction.js';

// An empty text gets nothing but the mark itself.
const markOf = (language: string): string => markExercise('', language).trim();

/**
 * A text as it was written, without what the API put around it: the exercise mark and the way to stop. Changing an
 * exercise into the real thing must not leave ÖVNING in the text.
 */
export function withoutMarks(text: string, language: string): string {
  const body = withoutStop(text, language);
  const mark = markOf(language);
  const opened = body.startsWith(`${mark} `) ? body.slice(mark.length + 1) : body;
  return opened.endsWith(`\n${mark}`) ? opened.slice(0, -mark.length - 1) : opened;
}

function withoutStop(text: string, language: string): string {
  const lastLine = text.lastIndexOf('\n');
  const body = text.slice(0, Math.max(lastLine, 0));
  return body !== '' && withStopInstruction(body, language) === text ? body : text;
}
