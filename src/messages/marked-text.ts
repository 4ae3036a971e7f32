import { plainPunctuation } from './plain-punctuation.js';
import { markExercise } from './exercise-marking.js';
import { withStopInstruction } from './stop-instruction.js';

/** What is put around a text before it is sent. */
export interface TextMarks {
  readonly exercise: boolean;
  /** Of a topic: the municipality, which the number it goes out from does not tell. */
  readonly topicOf?: string;
}

/**
 * A text as it will be read: an exercise says so, a topic's text says who sends it and how to stop.
 *
 * @param language of the text, ISO 639
 */
export function markText(text: string, language: string, { exercise, topicOf }: TextMarks): string {
  // What it ended with before ends it again, behind the mark.
  const named = topicOf === undefined ? text : namedSender(withoutStop(text, language), topicOf);
  const marked = exercise ? markExercise(named, language) : named;
  return topicOf === undefined ? marked : withStopInstruction(marked, language);
}

/** The name is found whatever its form of Unicode, its spaces and its case. */
const comparable = (text: string): string => plainPunctuation(text).replace(/\s+/g, ' ').toLowerCase();

const namedSender = (text: string, municipality: string): string =>
  comparable(text).includes(comparable(municipality)) ? text : `${municipality}: ${text.trimStart()}`;

/** A text as it was written: changing an exercise into the real thing must not leave ÖVNING in it. */
export function unmarkText(text: string, language: string, municipality: string): string {
  // An empty text gets nothing but the mark itself.
  const mark = markExercise('', language).trim();
  const body = withoutStop(text, language);
  const opened = body.startsWith(`${mark} `) ? body.slice(mark.length + 1) : body;
  const bare = opened.endsWith(`\n${mark}`) ? opened.slice(0, -mark.length - 1) : opened;
  const name = `${municipality}: `;
  return body !== text && bare.startsWith(name) ? bare.slice(name.length) : bare;
}

function withoutStop(text: string, language: string): string {
  const lastLine = text.lastIndexOf('\n');
  const body = text.slice(0, Math.max(lastLine, 0));
  return body !== '' && withStopInstruction(body, language) === text ? body : text;
}
