import { markText, type TextMarks } from '../../../../messages/marked-text.js';
import { maxSmsParts, tidyMessageText } from '../../../../messages/message-text.js';
import { writingCost, type WritingCost } from '../../../../messages/writing-cost.js';

export interface TextCost extends WritingCost {
  /** As it will be sent, as far as the page can tell; the API's own answer is the truth. */
  readonly text: string;
  readonly tooLong: boolean;
}

export interface TextPurpose extends TextMarks {
  readonly language: string;
}

/** What a text will cost while it is written, with all that is put around it. */
export function textCost(written: string, { language, ...marks }: TextPurpose): TextCost {
  if (written.trim() === '') return { ...writingCost(''), text: '', tooLong: false };
  const text = tidyMessageText(markText(written, language, marks));
  const cost = writingCost(text);
  return { ...cost, text, tooLong: cost.segments > maxSmsParts };
}
