import { writable } from '../cap/cap-text.js';
import { writeXml } from '../xml/write-xml.js';

/** A category of an entry. */
export interface AtomCategory {
  readonly scheme: string;
  readonly term: string;
}

export interface AtomLink {
  readonly rel: 'self' | 'alternate' | 'related';
  readonly href: string;
  readonly type?: string;
  /** ISO 639. */
  readonly hreflang?: string;
}

export interface AtomEntry {
  /** Never changes. */
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  /** Left out if what its link leads to is the content. */
  readonly content?: string;
  readonly published: Date;
  readonly updated: Date;
  readonly links: readonly AtomLink[];
  readonly categories: readonly AtomCategory[];
  /** One ring of longitude and latitude, closed. */
  readonly ring?: readonly (readonly number[])[] | undefined;
}

export interface AtomFeed {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly updated: Date;
  readonly author: { readonly name: string; readonly uri: string };
  readonly links: readonly AtomLink[];
  readonly entries: readonly AtomEntry[];
}

const atom = 'http://www.w3.org/2005/Atom';
const georss = 'http://www.georss.org/georss';

/** Writes an Atom feed (RFC 4287) with places by GeoRSS Simple. Texts are plain text; any text comes out well formed. */
export const writeAtom = (feed: AtomFeed): string =>
  writeXml({
    feed: {
      '@xmlns': atom,
      '@xmlns:georss': georss,
      '@xml:lang': feed.language,
      id: feed.id,
      title: writable(feed.title),
      subtitle: feed.subtitle === undefined ? undefined : writable(feed.subtitle),
      updated: feed.updated.toISOString(),
      author: { name: writable(feed.author.name), uri: feed.author.uri },
      link: feed.links.map(attributesOf),
      entry: feed.entries.map((entry) => entryOf(entry, feed.language)),
    },
  });

/** The type of a text is `text` if none is given. */
const entryOf = (entry: AtomEntry, feedLanguage: string): object => ({
  ...(entry.language === feedLanguage ? {} : { '@xml:lang': entry.language }),
  id: entry.id,
  title: writable(entry.title),
  published: entry.published.toISOString(),
  updated: entry.updated.toISOString(),
  link: entry.links.map(attributesOf),
  category: entry.categories.map(attributesOf),
  summary: writable(entry.summary),
  content: entry.content === undefined ? undefined : writable(entry.content),
  'georss:polygon': entry.ring?.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' '),
});

const attributesOf = (attributes: AtomLink | AtomCategory): object =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`@${name}`, value as string]));
