import { createHash } from 'node:crypto';

/** How keys and session secrets are stored: with 192 random bits or more, no slow hash is needed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
