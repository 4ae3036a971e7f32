import type { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from 'geojson';
import { z } from 'zod';
import { phoneRoles, type PhoneRole } from '../kernel/phone-roles.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import { refusal } from '../kernel/refusal.js';
import { nameInput } from '../platform/http/name-input.js';
import {
  holdsNothing,
  PolygonInput,
  readPolygon,
  readThing,
  requireSimple,
  ThingInput,
} from '../places/drawn-geometry.js';

/** An area within some metres of a point or a line, such as a leak or a pipe. */
export interface Near {
  /** WGS 84. */
  readonly geometry: Point | MultiPoint | LineString | MultiLineString;
  readonly metres: number;
  /**
   * The name that staff searched for, e.g. `Storgatan 3`. It is for titles, and is only kept if it is true. It does not
   * affect who is reached.
   */
  readonly name?: string;
}

/**
 * Everyone at any of the places, in the drawn area or near a thing. The addresses of the `minus` places are taken out.
 * A person who also has another address in the area is still reached.
 */
export interface AreaAudience {
  readonly places?: readonly string[];
  /**
   * The address by which a property was chosen or left out, by the property's id. It is for titles, and is only kept if
   * it is true. It does not affect who is reached.
   */
  readonly chosenBy?: Readonly<Record<string, string>>;
  readonly polygon?: Polygon | MultiPolygon;
  readonly near?: readonly Near[];
  readonly minus?: { readonly places: readonly string[] };
  /** Only phones that are there in one of these roles; any role if omitted. */
  readonly roles?: readonly PhoneRole[];
  /** Only phones that have not had this broadcast or an extension of it. Set for extensions, never by the API. */
  readonly beyond?: string;
  /**
   * The broadcast that said first what this extension says, if that is not the alert: it has its own place and time. Set
   * for extensions, never by the API.
   */
  readonly saying?: string;
}

/** Who will be reached: everyone in an area, the subscribers of a topic, or the recipients of an earlier broadcast. */
export type Audience =
  | AreaAudience
  | { readonly topic: string }
  /**
   * The recipients of this broadcast and its extensions; with `sameText` only of those that say the same, and of their
   * corrections. Set for follow-ups, never by the API.
   */
  | { readonly recipientsOf: string; readonly sameText?: true }
  /** One phone, for a verification code that it requested. Never from the API. A landline is called. */
  | { readonly phone: string; readonly kind: PhoneKind };

export const isArea = (audience: Audience): audience is AreaAudience =>
  !('topic' in audience || 'recipientsOf' in audience || 'phone' in audience);

export const AudienceEmpty = refusal('audience.empty', 'invalid', {
  sv: 'Välj vem utskicket ska nå. Ingen är vald än.',
  en: 'Choose whom the broadcast is for. Nobody is chosen yet.',
});
export const AudienceUnknownPlace = refusal('audience.unknown-place', 'invalid', {
  sv: 'En vald plats finns inte längre: {ids}.',
  en: 'A chosen place does not exist any more: {ids}.',
});
export const RecipientsGone = refusal('audience.recipients-gone', 'conflict', {
  sv: 'Vilka som fick meddelandet är gallrat, så de kan inte nås igen.',
  en: 'Who had the message has been disposed of, so they can’t be reached again.',
});
export const AreaChanged = refusal('audience.area-changed', 'conflict', {
  sv: 'Det här har ändrats på kartan sedan utskicket lämnades in: {names}. Återlämna det, så att det lämnas in på nytt.',
  en: 'This was changed on the map after the broadcast was submitted: {names}. Return it, so that it is submitted again.',
});
export const AudienceUnknownTopic = refusal('audience.unknown-topic', 'invalid', {
  sv: 'Ämnet finns inte, eller är inte öppet.',
  en: 'The topic does not exist, or is not open.',
});
export const BeingWorkedOut = refusal('audience.being-worked-out', 'unavailable', {
  sv: 'Registret räknas om just nu, så det tog för lång tid. Försök igen om en minut.',
  en: 'The register is being worked out, so this took too long. Try again in a minute.',
});
/** The largest distance in metres for `near`. No leak or pipe matters farther away, so a larger value is a mistake. */
const farthest = 5_000;

/** One line of visible characters. */
const ThingName = nameInput(100);

const Places = z.array(z.uuid()).max(2000);

const AreaInput = z.strictObject({
  places: Places.optional(),
  chosenBy: z.record(z.uuid(), ThingName).optional(),
  polygon: PolygonInput.optional(),
  near: z
    .array(
      z.strictObject({
        geometry: ThingInput,
        metres: z.number().min(1).max(farthest),
        name: ThingName.optional(),
      }),
    )
    .max(20)
    .optional(),
  minus: z.strictObject({ places: Places }).optional(),
  roles: z.array(z.enum(phoneRoles)).min(1).optional(),
});

/**
 * The input that the API accepts. {@link readAudience} checks the coordinates, because it can say what is wrong with
 * them.
 */
export const AudienceInput = z.union([AreaInput, z.strictObject({ topic: z.uuid() })]).meta({
  description:
    'Either a topic, or an area: everyone at the places, in the polygon (GeoJSON Polygon or MultiPolygon) or near a ' +
    'thing (points or lines; metres; its name is for titles only, and is left out unless an address or a place so called lies nearby), together. The addresses of the places of minus do not count, but who is also at ' +
    'another address of the area is reached all the same. Only who is there in one of the roles, where they are given. ' +
    'chosenBy names the address by which a property was found, by the id of the property: for titles only, and left out unless the property has that address. ' +
    'All WGS 84.',
});

/**
 * Reads an audience before it reaches the database: PostGIS would read coordinates that are not numbers as 0 0 0.
 *
 * @throws audience.empty, audience.polygon-malformed, audience.too-many-vertices, audience.too-many-parts
 */
export function readAudience(input: z.infer<typeof AudienceInput>): Audience {
  if ('topic' in input) return input;
  const { places = [], chosenBy = {}, polygon, near = [], minus, roles } = input;
  requireSimple([...(polygon ? [polygon] : []), ...near.map(({ geometry }) => geometry)]);
  const drawn = polygon && !holdsNothing(polygon) ? polygon : undefined;
  const things = near.filter(({ geometry }) => !holdsNothing(geometry));
  if (places.length === 0 && !drawn && things.length === 0) throw AudienceEmpty();
  return {
    ...(places.length > 0 ? { places: sorted(places) } : {}),
    ...namesOfChosen(chosenBy, [...places, ...(minus?.places ?? [])]),
    ...(drawn ? { polygon: readPolygon(drawn) } : {}),
    ...(things.length > 0
      ? { near: things.map(({ geometry, ...thing }) => ({ geometry: readThing(geometry), ...thing })) }
      : {}),
    ...(minus && minus.places.length > 0 ? { minus: { places: sorted(minus.places) } } : {}),
    // All roles together are the default, so they are omitted.
    ...(roles && new Set(roles).size < phoneRoles.length ? { roles: sorted(roles) } : {}),
  };
}

/** Keeps only names of chosen places, sorted, so that equal audiences have equal hashes. */
function namesOfChosen(
  chosenBy: Readonly<Record<string, string>>,
  ids: readonly string[],
): Pick<AreaAudience, 'chosenBy'> {
  const named = sorted(ids).flatMap((id) =>
    chosenBy[id] === undefined ? [] : [[id, chosenBy[id]] as const],
  );
  return named.length > 0 ? { chosenBy: Object.fromEntries(named) } : {};
}

const sorted = <T extends string>(list: readonly T[]): T[] => [...new Set(list)].sort();
