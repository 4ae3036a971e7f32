import { z } from 'zod';
import { placeKinds } from './place-kind.js';

const longitudeLatitude = z.tuple([z.number(), z.number()]);

export const BoundingBoxAnswer = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: 'West, south, east, north; WGS 84' });

/** A place in a list. */
export const PlaceAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.enum(placeKinds),
  name: z.string(),
  boundingBox: BoundingBoxAnswer,
  saved: z
    .boolean()
    .meta({ description: 'Whether staff saved it under a name; else it comes from a register' }),
});

export const PlaceInFullAnswer = PlaceAnswer.extend({
  geometry: z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(z.array(z.number())))),
  }),
  addresses: z.int(),
  block: z
    .strictObject({ id: z.uuid(), name: z.string() })
    .optional()
    .meta({ description: 'Of a property as it is now: the block that holds all its addresses' }),
});

export const AreasDrawnAnswer = z.strictObject({
  areas: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      isWhole: z.boolean().meta({ description: 'Whether all of its addresses are in the drawing' }),
    }),
  ),
  elsewhere: z.boolean().meta({ description: 'Whether some addresses of the drawing are in no area' }),
});

export const AddressAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  postalCode: z.string().nullable(),
  locality: z.string().nullable(),
  point: longitudeLatitude.meta({ description: 'Longitude, latitude; WGS 84' }),
  propertyId: z.uuid().nullable(),
  propertyName: z.string().nullable(),
});

/** An area that staff saved under a name. It has the same id as its place. */
export const SavedAreaAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  boundingBox: BoundingBoxAnswer,
  addresses: z.int(),
  changedBy: z.strictObject({ id: z.uuid(), name: z.string() }),
  changedAt: z.iso.datetime(),
});
