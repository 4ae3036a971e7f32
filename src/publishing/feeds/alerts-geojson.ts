import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { textIn, type PublicIncident } from '../bulletin/public-incident.js';
import type { PublicText } from '../bulletin/public-message.js';
import { areasOf, mainMessage } from '../bulletin/what-holds.js';
import { isInPolygons, type PublishedArea } from '../../audiences/published-area/published-area.js';

/** Properties of an incident on a map. */
interface OnMap {
  readonly id: string;
  readonly headline: string;
  readonly description: string;
  readonly language: string;
  /** The same in each language that it has. */
  readonly texts: readonly PublicText[];
  readonly area: string;
  readonly streets: readonly string[];
  /** Every residential area that it touches; null if that is not known. */
  readonly areas: readonly string[] | null;
  /** Whether the geometry is all of the place. Otherwise some of it is only said in words. */
  readonly isWhole: boolean;
  readonly sent: string;
  readonly updated: string;
  readonly expires: string;
  readonly over: string | null;
  readonly url: string;
}

/**
 * Every incident as a feature. Its geometry is null if its place is only said in words.
 *
 * @param pageOf the address of an incident's page
 */
export const alertsGeojson = (
  incidents: readonly PublicIncident[],
  pageOf: (incident: PublicIncident) => string,
): FeatureCollection<MultiPolygon | null, OnMap> => ({
  type: 'FeatureCollection',
  features: incidents.filter(({ topic }) => !topic).map((incident) => featureOf(incident, pageOf(incident))),
});

function featureOf(incident: PublicIncident, url: string): Feature<MultiPolygon | null, OnMap> {
  const main = mainMessage(incident);
  const { language, headline, body } = textIn(main, 'sv');
  const areas = areasOf(incident);
  return {
    type: 'Feature',
    id: incident.id,
    geometry: shapeOf(areas),
    properties: {
      id: incident.id,
      headline,
      description: body,
      language,
      texts: main.texts,
      area: areas.map(({ name }) => name).join(', '),
      streets: areas.flatMap(({ streets }) => streets),
      areas: namesOf(areas),
      isWhole: isInPolygons(areas),
      sent: incident.messages[0]!.sentAt.toISOString(),
      updated: incident.updatedAt.toISOString(),
      expires: incident.expiresAt.toISOString(),
      over: incident.over?.at.toISOString() ?? null,
      url,
    },
  };
}

function shapeOf(areas: readonly PublishedArea[]): MultiPolygon | null {
  const coordinates = areas.flatMap(({ polygons }) => polygons.map((polygon) => polygon.coordinates));
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
}

/** A place that touches no area whose name may be told can lie in any. */
const namesOf = (places: readonly PublishedArea[]): string[] | null =>
  places.length > 0 && places.every(({ areas = [] }) => areas.length > 0)
    ? [...new Set(places.flatMap(({ areas = [] }) => areas))]
    : null;
