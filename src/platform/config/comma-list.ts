import { z } from 'zod';

/** A setting of several values, separated by commas. */
export const commaList = z.string().transform((v) =>
  v
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
