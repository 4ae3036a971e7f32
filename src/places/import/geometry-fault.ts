export type GeometryFault =
  | 'geometry-missing'
  | 'geometry-kind'
  | 'geometry-empty'
  | 'geometry-number'
  | 'geometry-ring'
  | 'geometry-range';

/** What is wrong with a geometry. Thrown from any depth inside it. */
export class Fault extends Error {
  constructor(
    readonly code: GeometryFault,
    readonly detail?: string,
  ) {
    super(code);
  }
}
