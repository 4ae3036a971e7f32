import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import type { PhoneKind } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';

/** Who is to be reached: everyone at some places, everyone in a drawn area, or everyone who subscribes to a topic. */
export type Audience =
  | { readonly places: readonly string[] }
  | { readonly polygon: Polygon | MultiPolygon }
  | { readonly topic: string }
  /** One phone, for a code it asked for; never from the API. A landline, which no register need know, is called. */
  | { readonly phone: string; readonly kind: PhoneKind };

/** Most vertices a drawn area may have. */
export const mostVertices = 10_000;

/** Share of a drawn area that may lie outside the municipality, since nobody draws along its border exactly. */
export const mostOutside = 0.1;

export const AudienceEmpty = refusal('audience.empty', 'invalid', {
  sv: 'Välj vem utskicket ska nå. Ingen är vald än.',
  en: 'Choose whom the broadcast is for. Nobody is chosen yet.',
});
export const AudienceUnknownPlace = refusal('audience.unknown-place', 'invalid', {
  sv: 'En vald plats finns inte längre: {ids}.',
  en: 'A chosen place does not exist any more: {ids}.',
});
export const AudienceUnknownTopic = refusal('audience.unknown-topic', 'invalid', {
  sv: 'Ämnet finns inte, eller är inte öppet.',
  en: 'The topic does not exist, or is not open.',
});
const malformed = (sv: string, en: string) =>
  refusal('audience.polygon-malformed', 'invalid', {
    sv: `Ytan är inte en giltig GeoJSON-polygon: ${sv}.`,
    en: `The area is not a valid GeoJSON polygon: ${en}.`,
  });
const polygonFault = {
  noRings: malformed('en polygon utan ringar', 'a polygon without rings'),
  shortRing: malformed('en ring med färre än fyra punkter', 'a ring of fewer than four positions'),
  openRing: malformed('en ring som inte sluter sig', 'a ring that does not close'),
  noPosition: malformed(
    'en punkt som inte är [longitud, latitud]',
    'a position that is not [longitude, latitude]',
  ),
  noNumber: malformed('en koordinat som inte är ett tal', 'a coordinate that is no number'),
  outsideWorld: malformed(
    'en koordinat utanför ±180, ±90; ytan ska vara i WGS 84',
    'a coordinate beyond ±180, ±90; the area must be in WGS 84',
  ),
};
export const PolygonTooManyVertices = refusal('audience.too-many-vertices', 'too-large', {
  sv: 'Ytan har {vertices} hörn. Den får ha högst {most}.',
  en: 'The area has {vertices} vertices. At most {most} are allowed.',
});
export const PolygonInvalid = refusal('audience.polygon-invalid', 'invalid', {
  sv: 'Ytans kant korsar eller rör sig själv. Rita om den.',
  en: 'The edge of the area crosses or touches itself. Draw it again.',
});
export const PolygonOutside = refusal('audience.outside-municipality', 'invalid', {
  sv: 'Ytan ligger utanför kommunen.',
  en: 'The area lies outside the municipality.',
});

const Geometry = z.looseObject({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
});

/** What the API takes; the coordinates are checked by {@link readAudience}, which can say what is wrong with them. */
export const AudienceInput = z
  .union([
    z.strictObject({ places: z.array(z.uuid()).max(2000) }),
    z.strictObject({ polygon: Geometry }),
    z.strictObject({ topic: z.uuid() }),
  ])
  .meta({ description: 'One of places, polygon (GeoJSON Polygon or MultiPolygon, WGS 84) or topic' });

/**
 * Reads an audience before any database sees it: PostGIS would read coordinates that are no numbers as 0 0 0.
 *
 * @throws audience.empty, audience.polygon-malformed, audience.too-many-vertices
 */
export function readAudience(input: z.infer<typeof AudienceInput>): Audience {
  if ('topic' in input) return input;
  if ('places' in input) {
    if (input.places.length === 0) throw AudienceEmpty();
    return { places: [...new Set(input.places)].sort() };
  }
  const { type, coordinates } = input.polygon;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const vertices = countVertices(polygons);
  if (vertices > mostVertices) throw PolygonTooManyVertices({ vertices, most: mostVertices });
  if (polygons.length === 0 || polygons.every((rings) => Array.isArray(rings) && rings.length === 0))
    throw AudienceEmpty();
  const checked = polygons.map(readRings);
  return {
    polygon: type === 'Polygon' ? { type, coordinates: checked[0]! } : { type, coordinates: checked },
  };
}

const countVertices = (value: unknown): number =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? 1
      : value.reduce<number>((sum, v) => sum + countVertices(v), 0)
    : 0;

function readRings(rings: unknown): [number, number][][] {
  if (!Array.isArray(rings) || rings.length === 0) throw polygonFault.noRings();
  return rings.map((ring: unknown) => {
    if (!Array.isArray(ring) || ring.length < 4) throw polygonFault.shortRing();
    const positions = ring.map(readPosition);
    const [first, last] = [positions[0]!, positions.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) throw polygonFault.openRing();
    return positions;
  });
}

function readPosition(position: unknown): [number, number] {
  if (!Array.isArray(position) || position.length < 2 || position.length > 3) {
    throw polygonFault.noPosition();
  }
  const [longitude, latitude] = position as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw polygonFault.noNumber();
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw polygonFault.outsideWorld();
  }
  return [longitude, latitude];
}
