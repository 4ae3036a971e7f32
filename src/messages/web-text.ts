import { refusal } from '../kernel/refusal.js';

/** In UTF-16 units. */
export const longestWebText = 8_000;

/** In UTF-16 units. CAP asks for less than 140, and others cut earlier. */
export const longestHeadline = 120;

export const WebTextTooLong = refusal('text.web-too-long', 'invalid', {
  sv: 'Texten till webbsidan har {characters} tecken. Den får ha högst {most}.',
  en: 'The text for the web page has {characters} characters. At most {most} are allowed.',
});

export const HeadlineTooLong = refusal('text.headline-too-long', 'invalid', {
  sv: 'Rubriken har {characters} tecken. Den får ha högst {most}.',
  en: 'The headline has {characters} characters. At most {most} are allowed.',
});

/** Controls except line feed, and lone surrogates: XML can't carry them. */
const unwritable = /(?!\n)\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const tidy = (raw: string): string =>
  raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwritable, '')
    .replace(/(?<! ) +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * The longer text of a web page as it will be published. Its punctuation stays as it is written. An empty line parts
 * paragraphs.
 *
 * @returns undefined if nothing is left
 * @throws text.web-too-long
 */
export function readWebText(raw: string): string | undefined {
  const text = tidy(raw);
  if (text.length > longestWebText) throw WebTextTooLong({ characters: text.length, most: longestWebText });
  return text === '' ? undefined : text;
}

/**
 * A headline, on one line.
 *
 * @returns undefined if nothing is left
 * @throws text.headline-too-long
 */
export function readHeadline(raw: string): string | undefined {
  const text = tidy(raw).replace(/\s+/g, ' ');
  if (text.length > longestHeadline)
    throw HeadlineTooLong({ characters: text.length, most: longestHeadline });
  return text === '' ? undefined : text;
}
