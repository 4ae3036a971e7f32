import { z } from 'zod';
import { channels } from '../../kernel/channel.js';
import { deliveryStatuses } from '../delivery.js';

/** A delivery that may have reached its phone twice, or whose outcome nobody knows. */
export const DoubtAnswer = z.strictObject({
  n: z.number().int().meta({ description: 'Its number within the broadcast' }),
  channel: z.enum(channels),
  status: z.enum(deliveryStatuses),
  reason: z.string().nullable(),
  resent: z.boolean(),
  events: z.array(
    z.strictObject({ at: z.iso.datetime({ offset: true }), kind: z.string(), detail: z.unknown() }),
  ),
});
