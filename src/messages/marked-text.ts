import { plainPunctuation } from './plain-punctuation.js';
import { markCorrection } from './correction-marking.js';
import { markExercise } from './exercise-marking.js';
import { withoutPageLink, withPageLink } from './page-link.js';
import { withStopInstruction } from './stop-instruction.js';

/** What is added to a text before it is sent. */
export interface TextMarks {
  readonly exercise: boolean;
  /** Whether it corrects an earlier text. */
  readonly correction?: boolean;
  /** For a topic's text: the municipality's name, since the sender number does not show it. */
  readonly topicOf?: string;
  /** The short address of its page, if the text ends with it. */
  readonly page?: string;
}

/**
 * A text as its reader gets it: an exercise and a correction are marked, and a topic's text names its sender and says how to stop.
 *
 * @param language of the text, ISO 639
 */
export function markText(
  text: string,
  language: string,
  { exercise, correction, topicOf, page }: TextMarks,
): string {
  // The stop instruction must be the last line, so it is taken off here and added again after the mark.
  const named = topicOf === undefined ? text : namedSender(withoutStop(text, language), topicOf);
  const opened = correction ? markCorrection(named, language) : named;
  const linked =
    page === undefined ? opened : withPageLink(withoutPageLink(opened, language), language, page);
  const marked = exercise ? markExercise(linked, language) : linked;
  return topicOf === undefined ? marked : withStopInstruction(marked, language);
}

/** For finding the name regardless of Unicode form, spaces and case. */
const comparable = (text: string): string => plainPunctuation(text).replace(/\s+/g, ' ').toLowerCase();

const namedSender = (text: string, municipality: string): string =>
  comparable(text).includes(comparable(municipality)) ? text : `${municipality}: ${text.trimStart()}`;

/** The text without its marks: when an exercise is changed into the real thing, ÖVNING must not stay in it. */
export function unmarkText(text: string, language: string, municipality: string): string {
  // Marking an empty text gives the mark alone.
  const mark = markExercise('', language).trim();
  const body = withoutStop(text, language);
  const opened = body.startsWith(`${mark} `) ? body.slice(mark.length + 1) : body;
  const bare = opened.endsWith(`\n${mark}`) ? opened.slice(0, -mark.length - 1) : opened;
  const own = withoutPageLink(bare, language);
  const name = `${municipality}: `;
  return body !== text && own.startsWith(name) ? own.slice(name.length) : own;
}

function withoutStop(text: string, language: string): string {
  const lastLine = text.lastIndexOf('\n');
  const body = text.slice(0, Math.max(lastLine, 0));
  return body !== '' && withStopInstruction(body, language) === text ? body : text;
}
