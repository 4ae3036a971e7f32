import { markCorrection } from './correction-marking.js';
import { unmarkText } from './marked-text.js';
import { blankLinks, sentencesIn } from './sentences.js';

/** A text of a broadcast, in one language. */
export interface Said {
  /** ISO 639. */
  readonly language: string;
  /** As it is sent, with its marks. */
  readonly sms: string;
  readonly headline?: string | undefined;
  readonly web?: string | undefined;
}

/** What a broadcast is to the readers of social media. */
export interface PostOf {
  readonly relation?: 'extension' | 'update' | 'correction' | 'all-clear' | undefined;
  /** Where an extension also holds. */
  readonly area?: string | undefined;
  readonly municipality: string;
}

/** How long a post may be. */
export interface PostLimits {
  /** Characters as readers count them. */
  readonly most: number;
  /** How many characters each link counts as; as many as it has if undefined. */
  readonly perLink?: number | undefined;
}

/** A post as it will be made. */
export interface FittedPost {
  readonly text: string;
  readonly characters: number;
  /** Whether the end of what was written is left out. */
  readonly isCut: boolean;
}

/** Other languages have none: the reply stands below the post that it updates. */
const updates: Readonly<Record<string, string>> = { sv: 'Uppdatering:', en: 'Update:' };
const extensions: Readonly<Record<string, (area?: string) => string>> = {
  sv: (area) => (area === undefined ? 'Gäller nu fler.' : `Gäller nu även ${area}.`),
  en: (area) => (area === undefined ? 'Now applies to more people.' : `Now also applies to ${area}.`),
};

/** What is posted if staff write nothing else: the headline and the text of the page. Without the link. */
export function suggestPost(
  { language, sms, headline = '', web }: Said,
  { relation, area, municipality }: PostOf,
): string {
  const body = web ?? unmarkText(sms, language, municipality);
  const text = headline === '' || body.startsWith(headline) ? body : `${headline}\n\n${body}`;
  if (relation === 'update') return opened(text, updates[language]);
  if (relation === 'extension') return opened(text, extensions[language]?.(area));
  return text;
}

/** An extension has the words of its alert. */
const withOpening = (text: string | undefined, language: string, { relation, area }: PostOf) =>
  text === undefined || relation !== 'extension' ? text : opened(text, extensions[language]?.(area));

const opened = (text: string, opening: string | undefined): string =>
  opening === undefined || text.toLowerCase().startsWith(opening.toLowerCase()) ? text : `${opening} ${text}`;

/** What staff have written, or the suggestion. A correction says that it is one. Without the link. */
export function postText(said: Said, of: PostOf, written: string | undefined): string {
  const text = withOpening(written, said.language, of) ?? suggestPost(said, of);
  return of.relation === 'correction' ? markCorrection(text, said.language) : text;
}

/**
 * A post with its link at the end. What is too long is cut after a sentence, or else after a word. The link is never
 * cut.
 */
export function fitPost(text: string, link: string, limits: PostLimits): FittedPost {
  const body = text.replaceAll(link, '').trim();
  const room = limits.most - lengthOfPost(`\n\n${link}`, limits);
  const isCut = lengthOfPost(body, limits) > room;
  const whole = `${isCut ? cut(body, room, limits) : body}\n\n${link}`;
  return { text: whole, characters: lengthOfPost(whole, limits), isCut };
}

/** Characters as readers count them: 👩‍🚒 is one. */
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });
const link = /https?:\/\/\S+/gu;

/** Characters of a post, as its network counts them. */
export function lengthOfPost(text: string, { perLink }: Pick<PostLimits, 'perLink'>): number {
  const counted = perLink === undefined ? text : text.replace(link, 'x'.repeat(perLink));
  // Plain text is most of all, and quick to count.
  if (/^[\u0020-\u007e\u00a1-\u02ff\n–—’”…]*$/u.test(counted)) return counted.length;
  let characters = 0;
  for (const _ of graphemes.segment(counted)) characters += 1;
  return characters;
}

function cut(text: string, room: number, limits: PostLimits): string {
  const fits = (part: string): boolean => lengthOfPost(part, limits) <= room;
  const ends = sentencesIn(blankLinks(text)).map(({ to }) => text.slice(0, to).trimEnd());
  const sentences = ends.findLast((part) => part !== '' && fits(part));
  if (sentences !== undefined) return sentences;
  const words = [...text.matchAll(/\s+/gu)].map(({ index }) => `${text.slice(0, index)} …`);
  // One word that is too long by itself is no language, so it may be cut anywhere.
  return (
    words.findLast(fits) ??
    [...graphemes.segment(text)]
      .slice(0, Math.max(room, 0))
      .map(({ segment }) => segment)
      .join('')
  );
}
