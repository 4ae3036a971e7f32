import { isInPolygons } from '../../audiences/published-area/published-area.js';
import type { PublicAddresses } from '../public-addresses.js';
import { neverChanged } from '../bulletin/last-change.js';
import type { PublicIncident } from '../bulletin/public-incident.js';
import { areasOf, mainMessage } from '../bulletin/what-holds.js';
import { writeAtom, type AtomCategory, type AtomEntry, type AtomFeed, type AtomLink } from './atom.js';
import { entryText } from './entry-text.js';

/** The most entries of a feed. */
const newest = 50;

export interface IncidentsFeed {
  /** `alerts`, or `topics/` and the slug of a topic. */
  readonly name: string;
  /** ISO 639. */
  readonly language: string;
  /** All languages that the feed has. */
  readonly languages: readonly string[];
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly municipality: string;
  /** When it last changed; undefined if nothing has ever been in it. */
  readonly updated: Date | undefined;
  /** The one that changed last first. */
  readonly incidents: readonly PublicIncident[];
}

/** An Atom feed with one entry for each incident. An entry moves with every change, and when it is over. */
export function incidentsAtom(feed: IncidentsFeed, addresses: PublicAddresses): string {
  const { name, language, languages, title, subtitle, municipality, updated, incidents } = feed;
  const own = addresses.atomOf(name, language);
  return writeAtom({
    id: own,
    language,
    title: `${title} – ${municipality}`,
    subtitle,
    updated: updated ?? neverChanged,
    author: { name: municipality, uri: addresses.current },
    links: [
      { rel: 'self', type: 'application/atom+xml', href: own },
      { rel: 'alternate', type: 'text/html', href: addresses.current },
      ...languages.filter((other) => other !== language).map((other) => inLanguage(name, other, addresses)),
    ],
    entries: incidents.slice(0, newest).map((incident) => entryOf(incident, language, addresses)),
  } satisfies AtomFeed);
}

const inLanguage = (name: string, language: string, addresses: PublicAddresses): AtomLink => ({
  rel: 'alternate',
  type: 'application/atom+xml',
  hreflang: language,
  href: addresses.atomOf(name, language),
});

function entryOf(incident: PublicIncident, language: string, addresses: PublicAddresses): AtomEntry {
  const { page } = mainMessage(incident);
  return {
    // Not an address: it stays the same if the municipality moves its pages to another one.
    id: `urn:uuid:${incident.id}`,
    ...entryText(incident, language),
    published: incident.messages[0]!.sentAt,
    updated: incident.updatedAt,
    links: [
      { rel: 'alternate', type: 'text/html', href: addresses.pageOf(incident) },
      ...(page === undefined ? [] : [{ rel: 'related' as const, href: page }]),
    ],
    categories: categoriesOf(incident),
    ring: ringOf(incident),
  };
}

function categoriesOf({ messages, over }: PublicIncident): AtomCategory[] {
  const event = messages.findLast((message) => message.event)?.event;
  const relation = messages.at(-1)?.relation;
  const category = (scheme: string, term: string | undefined): AtomCategory[] =>
    term === undefined ? [] : [{ scheme: `urn:budkavle:${scheme}`, term }];
  return [...category('event', event), ...category('relation', relation), ...category('over', over?.by)];
}

/** A place that one ring can show. GeoRSS Simple has no several polygons, and part of a place would be wrong. */
function ringOf(incident: PublicIncident): AtomEntry['ring'] {
  const areas = areasOf(incident);
  const polygons = areas.flatMap((area) => area.polygons);
  const [ring, ...holes] = polygons[0]?.coordinates ?? [];
  return polygons.length === 1 && isInPolygons(areas) && holes.length === 0 ? ring : undefined;
}
