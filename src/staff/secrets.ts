import { createHash } from 'node:crypto';

/** How keys and sessions are kept: 192 random bits or more need no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
