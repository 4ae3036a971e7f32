/** Points in the code at which a worker kills itself. They are too short to be hit from outside. */
export const crashPoints = ['after-commit', 'after-write', 'after-answer', 'after-record'] as const;
export type CrashPoint = (typeof crashPoints)[number];
