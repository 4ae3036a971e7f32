import { interfaceLanguageFor, type InterfaceLanguage } from '../../kernel/language.js';
import { localTime } from '../../kernel/wall-clock.js';
import { textIn, type PublicIncident } from '../bulletin/public-incident.js';
import type { PublicMessage } from '../bulletin/public-message.js';
import { areasOf, isWithdrawn, mainMessage } from '../bulletin/what-holds.js';
import { endingWords, feedWords, relationWords } from './feed.words.js';

/** An incident as plain text, for readers that show nothing else. */
export interface EntryText {
  /** ISO 639, of the text that holds now. */
  readonly language: string;
  /** On one line. */
  readonly title: string;
  /** What holds now. */
  readonly summary: string;
  /** What holds now and where, then every message in the order in which they went out. */
  readonly content: string;
}

/** @param language of the feed; a text that is not in it is in the language that it has */
export function entryText(incident: PublicIncident, language: string): EntryText {
  const main = textIn(mainMessage(incident), language);
  const words = interfaceLanguageFor(main.language);
  return {
    language: main.language,
    title: titleOf(incident, main.headline, words),
    summary: main.body,
    content: paragraphs([
      ...endOf(incident, words),
      main.body,
      ...placeOf(incident, words),
      ...(incident.messages.length > 1 ? historyOf(incident, language, words) : []),
    ]),
  };
}

const paragraphs = (parts: readonly string[]): string => parts.join('\n\n');
const at = (time: Date): string => localTime(time).replace('T', ' ');

/** An all-clear says itself that it is over. A text that was cancelled or has expired does not. */
const titleOf = ({ over }: PublicIncident, headline: string, words: InterfaceLanguage): string =>
  over && over.by !== 'all-clear' ? `${endingWords[over.by][words]}: ${headline}` : headline;

function endOf({ over, expiresAt }: PublicIncident, words: InterfaceLanguage): string[] {
  if (!over) return [`${feedWords.until[words]} ${at(expiresAt)}.`];
  return [`${endingWords[over.by][words]} (${at(over.at)}).`];
}

function placeOf(incident: PublicIncident, words: InterfaceLanguage): string[] {
  const areas = areasOf(incident);
  const line = (word: keyof typeof feedWords, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${feedWords[word][words]}: ${[...new Set(names)].join(', ')}.`];
  return [
    ...line(
      'area',
      areas.map(({ name }) => name),
    ),
    ...line(
      'streets',
      areas.flatMap(({ streets }) => streets),
    ),
  ];
}

const historyOf = (
  { messages }: PublicIncident,
  language: string,
  words: InterfaceLanguage,
): readonly string[] => [
  `${feedWords.history[words]}:`,
  ...messages.map((message) => `${headOf(message, messages, words)}\n${textIn(message, language).body}`),
];

function headOf(
  message: PublicMessage,
  messages: readonly PublicMessage[],
  words: InterfaceLanguage,
): string {
  const { relation, goesOn, sentAt, cancelledAt } = message;
  const withdrawn = isWithdrawn(message, messages)
    ? `, ${feedWords.withdrawn[words]} ${at(cancelledAt!)}`
    : '';
  const kind = goesOn ? 'goes-on' : (relation ?? 'first');
  return `${at(sentAt)} ${relationWords[kind][words]}${withdrawn}`;
}
