import { markText, type TextMarks } from '../../../../messages/marked-text.js';
import { maxSmsParts, tidyMessageText } from '../../../../messages/message-text.js';
import { writingCost, type WritingCost } from '../../../../messages/writing-cost.js';

export interface TextCost extends WritingCost {
  /** The text in its final form, as far as the page can tell. The API's answer is authoritative. */
  readonly text: string;
  readonly tooLong: boolean;
}

export interface TextPurpose extends TextMarks {
  readonly language: string;
}

/** The cost of a text while it is written, with the marks that will be added. */
export function textCost(written: string, { language, ...marks }: TextPurpose): TextCost {
  if (written.trim() === '') return { ...writingCost(''), text: '', tooLong: false };
  const text = tidyMessageText(markText(written, language, marks));
  const cost = writingCost(text);
  return { ...cost, text, tooLong: cost.segments > maxSmsParts };
}
