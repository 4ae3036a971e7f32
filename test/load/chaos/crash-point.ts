/** Moments at which a worker is made to die by itself, since nobody could hit them from outside. */
export const crashPoints = ['after-commit', 'after-write', 'after-answer', 'after-record'] as const;
export type CrashPoint = (typeof crashPoints)[number];
