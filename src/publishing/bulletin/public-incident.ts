import { unmarkText } from '../../messages/marked-text.js';
import type { BroadcastText } from '../../broadcasts/broadcast.js';
import type { Topic } from '../../topics/topic.js';
import type { Relation } from '../../kernel/relations.js';
import type { PublicMessage, PublicText } from './public-message.js';
import { goingOn, overSince } from './what-holds.js';

/** A topic that is open, and whose messages the municipality publishes. */
export type PublicTopic = Pick<Topic, 'slug' | 'name' | 'description'>;

/** Why an incident is over. */
export const endings = ['all-clear', 'cancellation', 'expiry'] as const;
export type Ending = (typeof endings)[number];

/** A message with everything that follows it, as the municipality publishes it. */
export interface PublicIncident {
  /** Of its first broadcast. Part of its page's address. */
  readonly id: string;
  /** Part of its short address. */
  readonly code: string;
  /** The topic whose subscribers got it; undefined for an alert. */
  readonly topic?: Pick<PublicTopic, 'slug' | 'name'> | undefined;
  readonly department: string;
  /** In the order in which they went out; at least one. */
  readonly messages: readonly PublicMessage[];
  readonly over?: { readonly at: Date; readonly by: Ending } | undefined;
  /** When it ends by itself, unless something follows. */
  readonly expiresAt: Date;
  /** The last change: a message, a cancellation or the end. Moves with every change. */
  readonly updatedAt: Date;
}

/** A broadcast as it is stored, with when it began to go out. */
export interface PublishedBroadcast extends Omit<PublicMessage, 'texts' | 'relation' | 'goesOn'> {
  readonly relation: Relation | null;
  readonly goesOn?: boolean | null;
  readonly root: string;
  readonly code: string | null;
  readonly topic: PublicIncident['topic'] | null;
  readonly department: string | null;
  readonly texts: readonly Pick<BroadcastText, 'language' | 'sms' | 'headline' | 'web'>[];
}

/** The most characters of a headline that is taken from a text. */
const longestHeadline = 120;

/**
 * Puts incidents together as they are at `now`, the one that changed last first. What follows a message that is not
 * public is left out.
 *
 * @param municipality its name, with which the SMS of a topic begins
 */
export function assemble(
  broadcasts: readonly PublishedBroadcast[],
  now: Date,
  municipality = '',
): PublicIncident[] {
  const byRoot = new Map<string, PublishedBroadcast[]>();
  for (const broadcast of broadcasts)
    byRoot.set(broadcast.root, [...(byRoot.get(broadcast.root) ?? []), broadcast]);
  return [...byRoot.values()]
    .flatMap((of) => incidentOf(of, now, municipality) ?? [])
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? 1 : -1));
}

/** When time alone will change what {@link assemble} makes; undefined if never. */
export const nextEnd = (incidents: readonly PublicIncident[]): Date | undefined =>
  incidents
    .filter(({ over }) => !over)
    .map(({ expiresAt }) => expiresAt)
    .sort((a, b) => a.getTime() - b.getTime())[0];

function incidentOf(
  broadcasts: readonly PublishedBroadcast[],
  now: Date,
  municipality: string,
): PublicIncident | undefined {
  const first = broadcasts.find(({ id, root }) => id === root);
  if (!first) return undefined;
  const messages = [...broadcasts].sort(bySentAt).map((one) => messageOf(one, municipality));
  const expiresAt = latest(goingOn(messages).map((message) => message.expiresAt)) ?? first.expiresAt;
  const over = endOf(messages, expiresAt, now);
  const changes = messages.flatMap(({ sentAt, cancelledAt }) => [sentAt, cancelledAt ?? sentAt]);
  return {
    id: first.id,
    code: first.code ?? '',
    topic: first.topic ?? undefined,
    department: first.department ?? '',
    messages,
    over,
    expiresAt,
    updatedAt: latest([...changes, ...(over ? [over.at] : [])]) ?? first.sentAt,
  };
}

function endOf(messages: readonly PublicMessage[], expiresAt: Date, now: Date): PublicIncident['over'] {
  const since = overSince(messages);
  if (since) return { at: since, by: 'all-clear' };
  const cancelled = messages.flatMap(({ cancelledAt }) => cancelledAt ?? []);
  if (goingOn(messages).length === 0) return { at: latest(cancelled)!, by: 'cancellation' };
  return expiresAt <= now ? { at: expiresAt, by: 'expiry' } : undefined;
}

function messageOf(
  { texts, relation, goesOn, ...broadcast }: PublishedBroadcast,
  municipality: string,
): PublicMessage {
  const { id, says, sentAt, cancelledAt, expiresAt, lane, event, template, onsetAt, page, area } = broadcast;
  return {
    ...{ id, says, sentAt, expiresAt, lane },
    relation: relation ?? undefined,
    goesOn: goesOn ?? undefined,
    cancelledAt: cancelledAt ?? undefined,
    event: event ?? undefined,
    template: template ?? undefined,
    onsetAt: onsetAt ?? undefined,
    page: page ?? undefined,
    area: area ?? undefined,
    texts: texts.map((text) => textOf(text, municipality)),
  };
}

/** An SMS is published without what is only for phones: the link to this page, and how to stop. */
function textOf(
  { language, sms, headline, web }: PublishedBroadcast['texts'][number],
  municipality: string,
): PublicText {
  const body = web ?? unmarkText(sms, language, municipality);
  return { language, headline: headline ?? beginningOf(body), body };
}

/** The first sentence of a text, or as many words of it as fit. Never cuts a character in two. */
export function beginningOf(text: string): string {
  const [line = ''] = text.split('\n');
  const sentence = /^.+?[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= longestHeadline) return sentence;
  const cut = sentence.slice(0, longestHeadline - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}…`;
}

/** A text of a message in a language, or in the one that it has. */
export const textIn = ({ texts }: Pick<PublicMessage, 'texts'>, language: string): PublicText =>
  texts.find((text) => text.language === language) ?? texts[0]!;

const bySentAt = (a: PublishedBroadcast, b: PublishedBroadcast): number =>
  a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1);

const latest = (times: readonly Date[]): Date | undefined =>
  times.length === 0 ? undefined : new Date(Math.max(...times.map(Number)));
