/** PROJ refuses coordinates that its projection cannot take. PostGIS passes that on in these words. */
export const isProjectionFault = (error: unknown): boolean =>
  error instanceof Error && /transform: |proj_|projection domain|Invalid coordinate/i.test(error.message);
