import type { PointId } from '../../../../messages/checklist/points.js';

/** The id of a point's element. */
export const pointField = (id: PointId): string => `point-${id}`;
