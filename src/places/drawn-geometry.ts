import type {
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { z } from 'zod';
import { refusal } from '../kernel/refusal.js';
import { overlayWork } from './overlay-work.js';

/** Most vertices of a drawing. */
export const maxVertices = 10_000;

/** Most points, lines and polygons of a drawing: each is compared with the municipality alone. */
export const maxParts = 500;

/** Most steps of work that merging a drawing to one shape may take: about a second on a busy machine. */
const maxWork = 1_000_000;

/** Share of a drawing that may lie outside the municipality, because nobody draws exactly along its border. */
export const maxOutside = 0.1;

const malformed = (sv: string, en: string) =>
  refusal('audience.polygon-malformed', 'invalid', {
    sv: `Ytan är inte en giltig GeoJSON-polygon: ${sv}.`,
    en: `The area is not a valid GeoJSON polygon: ${en}.`,
  });
const polygonFault = {
  noRings: malformed('en polygon utan ringar', 'a polygon without rings'),
  shortRing: malformed('en ring med färre än fyra punkter', 'a ring of fewer than four positions'),
  shortLine: malformed('en linje med färre än två punkter', 'a line of fewer than two positions'),
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
export const TooManyParts = refusal('audience.too-many-parts', 'too-large', {
  sv: 'Det som är ritat består av {parts} delar. Det får ha högst {most} punkter, linjer och ytor.',
  en: 'What is drawn is made of {parts} parts. At most {most} points, lines and areas are allowed.',
});
export const DrawingTooComplex = refusal('audience.drawing-too-complex', 'too-large', {
  sv: 'Det som är ritat är för invecklat. Rita det enklare.',
  en: 'What is drawn is too complex. Draw it more simply.',
});
export const PolygonInvalid = refusal('audience.polygon-invalid', 'invalid', {
  sv: 'Ytans kant korsar eller rör sig själv. Rita om den.',
  en: 'The edge of the area crosses or touches itself. Draw it again.',
});
export const PolygonOutside = refusal('audience.outside-municipality', 'invalid', {
  sv: 'Ytan ligger utanför kommunen.',
  en: 'The area lies outside the municipality.',
});

/** What callers must send, and what is known of it before the coordinates are checked. */
type GeometryInput<Sent extends { readonly type: string }> = z.ZodType<
  { type: Sent['type']; coordinates: unknown[] },
  Sent
>;

/** What the API accepts. The coordinates are checked by {@link readPolygon}, which can tell what is wrong with them. */
export const PolygonInput = z.looseObject({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
}) as z.ZodType as GeometryInput<Polygon | MultiPolygon>;

/** As {@link PolygonInput}, for a point or a line: a leak, a pipe. */
export const ThingInput = z.looseObject({
  type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString']),
  coordinates: z.array(z.unknown()),
}) as z.ZodType as GeometryInput<Point | MultiPoint | LineString | MultiLineString>;

/** Whether nothing was drawn yet, or all of it was removed again. */
export const holdsNothing = ({ coordinates }: { readonly coordinates: readonly unknown[] }): boolean =>
  coordinates.every((part) => Array.isArray(part) && part.length === 0);

/**
 * Checks a polygon before it reaches the database: PostGIS would read coordinates that are not numbers as 0 0 0.
 *
 * @returns GeoJSON in WGS 84, in two dimensions and with nothing but its coordinates
 * @throws audience.polygon-malformed, audience.drawing-too-complex
 */
export function readPolygon({ type, coordinates }: z.infer<typeof PolygonInput>): Polygon | MultiPolygon {
  const checked = (type === 'Polygon' ? [coordinates] : coordinates).map(readRings);
  if (overlayWork(checked, maxWork) > maxWork) throw DrawingTooComplex();
  return type === 'Polygon' ? { type, coordinates: checked[0]! } : { type, coordinates: checked };
}

/** As {@link readPolygon}, for a point or a line. */
export function readThing({
  type,
  coordinates,
}: z.infer<typeof ThingInput>): Point | MultiPoint | LineString | MultiLineString {
  switch (type) {
    case 'Point':
      return { type, coordinates: readPosition(coordinates) };
    case 'MultiPoint':
      return { type, coordinates: coordinates.map(readPosition) };
    case 'LineString':
      return { type, coordinates: readLine(coordinates) };
    case 'MultiLineString':
      return { type, coordinates: coordinates.map(readLine) };
  }
}

/** One or several points, lines or areas. Their coordinates are not checked yet. */
interface Drawn {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}

/** @throws audience.too-many-vertices, audience.too-many-parts */
export function requireSimple(drawn: readonly Drawn[]): void {
  const vertices = countVertices(drawn.map(({ coordinates }) => coordinates));
  if (vertices > maxVertices) throw PolygonTooManyVertices({ vertices, most: maxVertices });
  const parts = drawn.reduce(
    (sum, { type, coordinates }) => sum + (type.startsWith('Multi') ? coordinates.length : 1),
    0,
  );
  if (parts > maxParts) throw TooManyParts({ parts, most: maxParts });
}

const countVertices = (value: unknown): number =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? 1
      : value.reduce<number>((sum, v) => sum + countVertices(v), 0)
    : 0;

function readLine(line: unknown): Position[] {
  if (!Array.isArray(line) || line.length < 2) throw polygonFault.shortLine();
  return line.map(readPosition);
}

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
  // A third number is a height, and is ignored.
  if (!position.every((each) => typeof each === 'number')) throw polygonFault.noNumber();
  const [longitude, latitude] = position as [number, number];
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw polygonFault.outsideWorld();
  }
  return [longitude, latitude];
}
