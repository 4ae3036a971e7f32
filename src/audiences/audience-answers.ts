import { z } from 'zod';
import { phoneRoles } from '../kernel/phone-roles.js';

const Position = z.array(z.number());
const Line = z.array(Position);
const Rings = z.array(Line);
const Places = z.array(z.uuid());

/** A drawn area, or the things that an audience is near: GeoJSON in WGS 84. */
const PolygonAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: Rings }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings) }),
]);
const ThingAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: Line }),
  z.strictObject({ type: z.literal('LineString'), coordinates: Line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
]);

export const AreaAudienceAnswer = z.strictObject({
  places: Places.optional(),
  chosenBy: z
    .record(z.uuid(), z.string())
    .optional()
    .meta({ description: 'By which address a property was chosen or left out, by its id; for titles only' }),
  polygon: PolygonAnswer.optional(),
  near: z
    .array(z.strictObject({ geometry: ThingAnswer, metres: z.number(), name: z.string().optional() }))
    .optional(),
  minus: z.strictObject({ places: Places }).optional(),
  roles: z.array(z.enum(phoneRoles)).optional().meta({ description: 'In any role when left out' }),
  beyond: z
    .uuid()
    .optional()
    .meta({ description: 'Of an extension: only who has not had this broadcast, nor what extended it' }),
  saying: z.uuid().optional().meta({
    description: 'Of an extension with its own place and time: the broadcast that said first what it says',
  }),
});

/** The audience of a broadcast, as it is stored. */
export const AudienceAnswer = z
  .union([
    AreaAudienceAnswer,
    z.strictObject({ topic: z.uuid() }),
    z.strictObject({
      recipientsOf: z.uuid(),
      sameText: z
        .literal(true)
        .optional()
        .meta({ description: 'Of a correction: only who had its text, not an extension with another' }),
    }),
  ])
  .meta({
    description:
      'An area as it was written; a topic; or, for an update, a correction and an all-clear, everyone who had recipientsOf or what extended it',
  });
