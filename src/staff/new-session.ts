import { randomBytes } from 'node:crypto';
import { hashSecret } from './secrets.js';

/** The secret of a new session, for the browser's cookie, and what is stored of it. */
export function newSession(now: Date, hours: number) {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret), now, expires: new Date(now.getTime() + hours * 3_600_000) };
}
