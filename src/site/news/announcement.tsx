import type { Polygon } from 'geojson';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { beginningOf, textIn, type PublicIncident } from '../../publishing/bulletin/public-incident.js';
import { areasOf, mainMessage } from '../../publishing/bulletin/what-holds.js';
import { incidentWords } from './incident.words.js';
import { paragraphsOf } from './story.js';

interface AnnouncementProps {
  readonly incident: PublicIncident;
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  /** Of the site. */
  readonly site: string;
  /** The page's address in its language. */
  readonly url: string;
}

const locales = { sv: 'sv_SE', en: 'en_GB' } as const;

/** What an incident's page tells programs: Open Graph for those that share it, schema.org for search engines. */
export function AnnouncementHead(props: AnnouncementProps) {
  const { incident, language, municipality, url } = props;
  const text = textIn(mainMessage(incident), language);
  const description = beginningOf(paragraphsOf(text).flat().join(' '));
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      <meta property="og:title" content={text.headline} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={locales[language]} />
      <meta property="og:site_name" content={municipality} />
      <meta property="article:published_time" content={incident.messages[0]!.sentAt.toISOString()} />
      <meta property="article:modified_time" content={incident.updatedAt.toISOString()} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: asScriptText(announcementOf(props)) }}
      />
    </>
  );
}

/**
 * JSON that can stand in a script element whatever it contains: nothing in it can end the element or begin a comment.
 */
export const asScriptText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @see https://schema.org/SpecialAnnouncement */
export function announcementOf({ incident, language, municipality, site, url }: AnnouncementProps) {
  const main = mainMessage(incident);
  const text = textIn(main, language);
  const { messages, over, expiresAt, updatedAt } = incident;
  const organization = { '@type': 'GovernmentOrganization', name: municipality, url: site };
  return {
    '@context': 'https://schema.org',
    '@type': 'SpecialAnnouncement',
    '@id': url,
    url,
    name: text.headline,
    text: paragraphsOf(text)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
    inLanguage: text.language,
    category: incidentWords[language].events[messages[0]!.event ?? 'other'],
    datePosted: messages[0]!.sentAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    expires: (over?.at ?? expiresAt).toISOString(),
    publisher: organization,
    spatialCoverage: areasOf(incident).map(({ name, polygons }) => ({
      '@type': 'Place',
      name,
      ...(polygons.length > 0 ? { geo: polygons.map(geoShape) } : {}),
    })),
    // Who is to be asked on the spot: the standard wants an organisation here, not an area.
    announcementLocation: { '@type': 'CivicStructure', name: municipality, url: site },
  };
}

/** Latitude before longitude, as schema.org has it. */
const geoShape = ({ coordinates }: Polygon) => ({
  '@type': 'GeoShape',
  polygon: coordinates[0]!.map(([lon, lat]) => `${lat} ${lon}`).join(' '),
});
