import { channelFacts } from '../kernel/channel.js';
import { refusal } from '../kernel/refusal.js';
import { measure, type Measure } from './measure-text.js';
import { plainPunctuation } from './plain-punctuation.js';

/** The most parts that a broadcast's SMS may have. */
export const maxSmsParts: number = channelFacts.sms.largest.units;

/** In UTF-16 units. */
const maxCharacters: number = channelFacts.sms.largest.characters;

export const TextEmpty = refusal('text.empty', 'invalid', {
  sv: 'Meddelandet är tomt. Skriv vad som har hänt, var och hur länge.',
  en: 'The message is empty. Write what has happened, where and for how long.',
});

export const TextTooLong = refusal('text.too-long', 'invalid', {
  sv: 'Meddelandet blir {segments} sms-delar. Det får bli högst {most}.',
  en: 'The message takes {segments} SMS parts. At most {most} are allowed.',
});

export const TextTooManyCharacters = refusal('text.too-many-characters', 'invalid', {
  sv: 'Meddelandet har {characters} tecken. Det får ha högst {most}.',
  en: 'The message has {characters} characters. At most {most} are allowed.',
});

/** A text that may be sent, in its final form. */
export interface MessageText extends Measure {
  readonly text: string;
}

/**
 * Makes what somebody wrote into what will be sent: plain punctuation, no space at the ends of lines, no more than one
 * empty line in a row. Approval must bind to the result, not to the raw text.
 *
 * @param raw as written; mark an exercise and add the stop instruction first, so that they are counted
 * @throws `text.empty`; `text.too-many-characters` {characters, most}; `text.too-long` {segments, most, encoding,
 * units}
 */
export function readMessageText(raw: string): MessageText {
  // Checked before anything scans the text, so that a megabyte is refused cheaply. Plain punctuation only removes
  // invisible characters, or lengthens an ellipsis.
  if (raw.length > 4 * maxCharacters)
    throw TextTooManyCharacters({ characters: raw.length, most: maxCharacters });
  const text = tidyMessageText(raw);
  if (text === '') throw TextEmpty();
  if (text.length > maxCharacters) {
    throw TextTooManyCharacters({ characters: text.length, most: maxCharacters });
  }
  const { encoding, units, segments } = measure(text);
  if (segments > maxSmsParts) throw TextTooLong({ segments, most: maxSmsParts, encoding, units });
  return { text, encoding, units, segments };
}

/** The tidying half of {@link readMessageText}. It refuses nothing: for a draft that is still being written. */
export const tidyMessageText = (raw: string): string =>
  plainPunctuation(raw)
    .replace(/(?<! ) +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
