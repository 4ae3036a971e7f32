import { z } from 'zod';

const Position = z
  .tuple([z.number(), z.number()])
  .readonly()
  .meta({ description: 'Longitude and latitude, WGS 84' });

/** An address where nobody can be reached. */
export const UnreachedAddressAnswer = z.strictObject({
  id: z.uuid(),
  street: z.string(),
  number: z.string().meta({ description: 'Empty where a farm has none' }),
  postalCode: z.string().nullable(),
  locality: z.string().nullable(),
  property: z.string().nullable().meta({ description: 'Designation of the property it belongs to' }),
  point: Position,
});

export const UnreachedAnswer = z.strictObject({
  basis: z.enum(['preview', 'ledger']).meta({
    description:
      '`preview`: whom it would not reach if it were approved now; `ledger`: whom it did not reach',
  }),
  total: z.number().int().min(0),
  addresses: z
    .array(UnreachedAddressAnswer)
    .meta({ description: 'From `offset` on, at most `limit`, in the order one would walk' }),
});

export const UnreachedPointsAnswer = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.uuid(),
      properties: z.strictObject({ name: z.string() }),
      geometry: z.strictObject({ type: z.literal('Point'), coordinates: Position }),
    }),
  ),
});
