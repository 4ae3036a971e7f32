export type GeometryFault =
  | 'geometry-missing'
  | 'geometry-kind'
  | 'geometry-empty'
  | 'geometry-number'
  | 'geometry-ring'
  | 'geometry-range';

/** What is wrong with a geometry, thrown from wherever in it that is found. */
export class Fault extends Error {
  constructor(
    readonly code: GeometryFault,
    readonly detail?: string,
  ) {
    super(code);
  }
}
