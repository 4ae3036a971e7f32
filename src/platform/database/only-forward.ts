/** The `down` of every migration since ADR 47. */
export const onlyForward = (): Promise<never> =>
  Promise.reject(new Error('Migrations only go forward: restore a backup, or write a new migration.'));
