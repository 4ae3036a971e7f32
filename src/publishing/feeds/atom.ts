import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { writtenXml, xmlText } from '../xml/xml-text.js';

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
  readonly content: string;
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
export function writeAtom(feed: AtomFeed): string {
  const document = create(writtenXml);
  const root = document
    .ele(atom, 'feed')
    .att('http://www.w3.org/2000/xmlns/', 'xmlns:georss', georss)
    .att('xml:lang', feed.language);
  add(root, 'id', feed.id);
  add(root, 'title', feed.title);
  if (feed.subtitle !== undefined) add(root, 'subtitle', feed.subtitle);
  add(root, 'updated', feed.updated.toISOString());
  const author = root.ele('author');
  add(author, 'name', feed.author.name);
  add(author, 'uri', feed.author.uri);
  for (const link of feed.links) addEmpty(root, 'link', link);
  for (const entry of feed.entries) addEntry(root.ele('entry'), entry, feed.language);
  return document.end();
}

function addEntry(element: XMLBuilder, entry: AtomEntry, feedLanguage: string): void {
  if (entry.language !== feedLanguage) element.att('xml:lang', entry.language);
  add(element, 'id', entry.id);
  add(element, 'title', entry.title);
  add(element, 'published', entry.published.toISOString());
  add(element, 'updated', entry.updated.toISOString());
  for (const link of entry.links) addEmpty(element, 'link', link);
  for (const category of entry.categories) addEmpty(element, 'category', category);
  add(element, 'summary', entry.summary);
  add(element, 'content', entry.content);
  if (entry.ring)
    element
      .ele(georss, 'georss:polygon')
      .txt(entry.ring.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' '));
}

/** The type of a text is `text` if none is given. */
const add = (to: XMLBuilder, name: string, text: string): XMLBuilder => to.ele(name).txt(xmlText(text)).up();

function addEmpty(to: XMLBuilder, name: string, attributes: AtomLink | AtomCategory): void {
  const element = to.ele(name);
  for (const [attribute, value] of Object.entries(attributes))
    element.att(attribute, xmlText(value as string));
}
