import { markExercise } from '../../../messages/exercise-marking.js';
import { mostParts, tidyMessageText } from '../../../messages/message-text.js';
import { withStopInstruction } from '../../../messages/stop-instruction.js';
import { writingCost, type WritingCost } from '../../../messages/writing-cost.js';

export interface TextCost extends WritingCost {
  /** As it will be sent, as far as the page can tell; the API's own answer is the truth. */
  readonly text: string;
  readonly tooLong: boolean;
}

interface Purpose {
  readonly language: string;
  readonly exercise: boolean;
  readonly topic: boolean;
}

/** What a text will cost while it is written, with all that is put around it. */
export function textCost(written: string, { language, exercise, topic }: Purpose): TextCost {
  if (written.trim() === '') return { ...writingCost(''), text: '', tooLong: false };
  const marked = exercise ? markExercise(written, language) : written;
  const text = tidyMessageText(topic ? withStopInstruction(marked, language) : marked);
  const cost = writingCost(text);
  return { ...cost, text, tooLong: cost.segments > mostParts };
}
