import type { ShippedHeadlines } from './shipped-headlines.js';
import type { ShippedKind } from './shipped-kinds.js';

/** The words of one kind of event in one language. The place follows a label, which is right before any name. */
export interface KindWords {
  /** The SMS, without link and sender. */
  readonly start: string;
  /** The event, in the form that follows "news about". */
  readonly about: string;
  /** What still holds: ends the update and the correction, which may be all that somebody reads. */
  readonly still: string;
  /** The all-clear. */
  readonly over: string;
  /** For the page: what an SMS has no room for. */
  readonly web?: string;
}

/** All texts of the shipped templates in one language. */
export interface ShippedLanguage {
  readonly language: string;
  readonly readMore: string;
  /** In a call, in place of the link. Undefined for a language that calls don't speak. */
  readonly readMoreSpoken?: string;
  readonly update: (about: string, still: string) => string;
  readonly correction: (about: string, still: string) => string;
  /** The evening before a planned shutoff. */
  readonly reminder: string;
  /** Follow-ups of what no template was made for. */
  readonly any: Readonly<Record<'update' | 'correction' | 'all-clear', string>>;
  /** Undefined where the beginning of the text is the title. */
  readonly headlines?: ShippedHeadlines;
  readonly kinds: Readonly<Record<ShippedKind, KindWords>>;
}
