import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { refusal } from '../kernel/refusal.js';
import { nameInput } from '../platform/http/name-input.js';
import { holdsNothing, PolygonInput, readPolygon, requireSimple } from './drawn-geometry.js';

/** The shape of a saved area: a drawing, or some places together. */
export type AreaShape = { readonly polygon: Polygon | MultiPolygon } | { readonly places: readonly string[] };

export const AreaWithoutShape = refusal('area.without-shape', 'invalid', {
  sv: 'Rita ytan, eller välj platser. Inget av det är gjort.',
  en: 'Draw the area, or choose places. Neither is done.',
});
export const AreaOfBoth = refusal('area.of-both', 'invalid', {
  sv: 'Ange en ritad yta eller platser, inte båda.',
  en: 'Give a drawn area or places, not both.',
});
export const AreaNameTaken = refusal('area.name-taken', 'conflict', {
  sv: 'Det finns redan ett område som heter ”{name}”, eller något som ser likadant ut. Välj ett annat namn.',
  en: 'There is an area called “{name}” already, or by a name that looks the same. Choose another name.',
});
export const AreaUnknown = refusal('area.unknown', 'not-found', {
  sv: 'Den sparade ytan finns inte, eller finns inte längre.',
  en: 'There is no such saved area, or not any more.',
});
export const AreaUnknownPlace = refusal('area.unknown-place', 'invalid', {
  sv: 'En vald plats finns inte längre.',
  en: 'A chosen place does not exist any more.',
});
export const AreaImportRunning = refusal('area.import-running', 'unavailable', {
  sv: 'Ny karta läses in just nu. Försök igen om en stund.',
  en: 'New map data is being read in. Try again in a while.',
});

const shape = {
  polygon: PolygonInput.optional(),
  places: z.array(z.uuid()).max(2000).optional(),
};
export const NewArea = z.strictObject({ name: nameInput(80), ...shape });

/**
 * Checks a shape before it reaches the database, as strictly as a drawn audience.
 *
 * @returns undefined if none is given
 * @throws area.of-both, audience.polygon-malformed, audience.too-many-vertices, audience.too-many-parts
 */
export function readShape({ polygon, places = [] }: z.infer<typeof NewArea>): AreaShape | undefined {
  const drawn = polygon && !holdsNothing(polygon) ? polygon : undefined;
  if (drawn && places.length > 0) throw AreaOfBoth();
  if (places.length > 0) return { places: [...new Set(places)].sort() };
  if (!drawn) return undefined;
  requireSimple([drawn]);
  return { polygon: readPolygon(drawn) };
}
