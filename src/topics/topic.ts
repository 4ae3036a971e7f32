import type { InterfaceLanguage } from '../kernel/language.js';
import { nameSkeleton } from '../kernel/plain-name.js';
import { refusal } from '../kernel/refusal.js';
import type { TopicHours } from './topic-hours.js';

/** `draft`: only staff see it. `open`: takes subscribers. `closed`: takes no subscribers and sends nothing. */
export const topicStates = ['draft', 'open', 'closed'] as const;
export type TopicState = (typeof topicStates)[number];

/** A text in each language of the public pages. */
export type InEachLanguage = Readonly<Record<InterfaceLanguage, string>>;

/** A service that residents choose to get texts from. It has one owner, even when several departments use it. */
export interface Topic {
  readonly id: string;
  /** Part of page addresses: lower-case a–z, digits and hyphens. Does not change when the name changes. */
  readonly slug: string;
  readonly name: InEachLanguage;
  readonly description: InEachLanguage;
  readonly state: TopicState;
  readonly departmentId: string;
  readonly department: string;
  /** The service owner (systemägare), by name or function. */
  readonly owner: string;
  readonly position: number;
  /** Whether the feeds of the municipality publish what it sends. */
  readonly isPublic: boolean;
  /** Incremented by every change, so that a change based on a stale read is refused. */
  readonly version: number;
  /** When it is sent; at any time, if omitted. */
  readonly hours?: TopicHours | undefined;
}

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const NoTopicChosen = refusal('topic.none-chosen', 'invalid', {
  sv: 'Välj minst ett ämne.',
  en: 'Choose at least one topic.',
});

export const NoSuchTopic = refusal('topic.not-found', 'not-found', {
  sv: 'Ämnet finns inte.',
  en: 'There is no such topic.',
});

export const SlugTaken = refusal('topic.slug-taken', 'conflict', {
  sv: 'En annan SMS-tjänst har redan adressen ”{slug}”.',
  en: 'Another topic already has the address “{slug}”.',
});

export const TopicChangedMeanwhile = refusal('topic.changed-meanwhile', 'conflict', {
  sv: 'Någon annan har ändrat SMS-tjänsten under tiden. Ladda om sidan och gör din ändring igen.',
  en: 'Somebody else has changed the topic meanwhile. Reload the page and make your change again.',
});

export const TopicNameTaken = refusal('topic.name-taken', 'conflict', {
  sv: 'Det finns redan en SMS-tjänst som heter ”{name}”, eller något som ser likadant ut. Välj ett annat namn.',
  en: 'There is a topic called “{name}” already, or by a name that looks the same. Choose another name.',
});

/**
 * People choose a topic by its name, and approvers approve by it. So no two topics that are not closed may have names
 * that look the same, in any language.
 *
 * @param others may include the topic itself
 * @throws topic.name-taken
 */
export function requireOwnName(
  topic: Pick<Topic, 'id' | 'name' | 'state'>,
  others: readonly Pick<Topic, 'id' | 'name' | 'state'>[],
): void {
  if (topic.state === 'closed') return;
  const taken = new Set(
    others
      .filter(({ id, state }) => id !== topic.id && state !== 'closed')
      .flatMap(({ name }) => Object.values(name).map(nameSkeleton)),
  );
  const name = Object.values(topic.name).find((written) => taken.has(nameSkeleton(written)));
  if (name !== undefined) throw TopicNameTaken({ name });
}
