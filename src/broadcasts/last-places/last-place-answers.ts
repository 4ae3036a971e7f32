import { z } from 'zod';
import { PlaceAnswer } from '../../places/place-answers.js';

/** A place that the reader chose in one of their last alerts. */
export const LastPlaceAnswer = PlaceAnswer.extend({
  address: z.string().optional().meta({ description: 'Of a property: the address by which it was chosen' }),
});
