import type { BoundingBox, Person } from './contract.js';

/** An area that staff saved under a name; as a place it has the same id. */
export interface SavedArea {
  readonly id: string;
  readonly name: string;
  readonly boundingBox: BoundingBox;
  readonly addresses: number;
  readonly changedBy: Person;
  readonly changedAt: string;
}
