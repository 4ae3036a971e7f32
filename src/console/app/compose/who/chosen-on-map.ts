import type { BoundingBox } from '../../api/answers.js';
import type { Chosen } from '../../map/show-chosen.js';
import { boxAround, boxOf, boxOfNear } from '../../map/shapes.js';
import type { ComposeForm } from '../form/form.js';

type Area = Pick<ComposeForm, 'places' | 'polygon' | 'near'>;

export const chosenIn = ({ places, polygon, near }: Area): Chosen => ({ places, shape: polygon, near });

/** The box around all that is chosen, whichever way; undefined for nothing. */
export const boxOfChosen = ({ places, polygon, near }: Area): BoundingBox | undefined =>
  boxAround([
    ...places.map(({ boundingBox }) => boundingBox),
    ...(polygon ? [boxOf(polygon)] : []),
    ...near.map(boxOfNear),
  ]);
