import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import type { Lane } from '../../broadcasts/broadcast.js';
import type { EventKind } from '../../messages/checklist/points.js';
import type { Relation } from '../../kernel/relations.js';

/** A broadcast that the municipality publishes. */
export interface PublicMessage {
  /** Of the broadcast. */
  readonly id: string;
  /** How it follows the first message; undefined for the first. */
  readonly relation?: Relation | undefined;
  /** Of a correction of an all-clear: whether the danger goes on. */
  readonly goesOn?: boolean | undefined;
  /** The broadcast that said first what it says: itself, the alert that it extends, or the text that it corrects. */
  readonly says: string;
  /** When it began to go out. Never changes. */
  readonly sentAt: Date;
  /** When staff cancelled it, after it had begun to go out. */
  readonly cancelledAt?: Date | undefined;
  readonly expiresAt: Date;
  readonly lane: Lane;
  readonly event?: EventKind | undefined;
  /** The slug of the template that it was made from. */
  readonly template?: string | undefined;
  /** When what it is about begins or began, if a template's time says so. */
  readonly onsetAt?: Date | undefined;
  /** The page that the texts link to, if it is another than ours. */
  readonly page?: string | undefined;
  /** Only for an alert and its extensions: the others are for the same places. */
  readonly area?: PublishedArea | undefined;
  readonly texts: readonly PublicText[];
}

export interface PublicText {
  /** ISO 639. */
  readonly language: string;
  /** At most 120 characters, on one line. */
  readonly headline: string;
  /** Plain text; an empty line parts paragraphs. */
  readonly body: string;
}
