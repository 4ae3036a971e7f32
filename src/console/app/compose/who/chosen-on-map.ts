import type { BoundingBox } from '../../api/answers.js';
import type { Chosen } from '../../map/show-chosen.js';
import { boxAround, boxOf, boxOfNear } from '../../map/shapes.js';
import type { ComposeForm } from '../form/form.js';

type Area = Pick<ComposeForm, 'places' | 'polygon' | 'near'>;

export const chosenIn = ({ places, polygon, near }: Area): Chosen => ({ places, shape: polygon, near });

/** The bounding box of everything chosen, in any way; undefined when nothing is chosen. */
export const boxOfChosen = ({ places, polygon, near }: Area): BoundingBox | undefined =>
  boxAround([
    ...places.map(({ boundingBox }) => boundingBox),
    ...(polygon ? [boxOf(polygon)] : []),
    ...near.map(boxOfNear),
  ]);
