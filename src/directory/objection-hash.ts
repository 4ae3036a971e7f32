import { createHmac } from 'node:crypto';

/**
 * How an objection outlives the one who was erased. Keyed, and not the hash that stands in logs, so that the one doesn't
 * lead to the other. A new SECRET_KEY forgets them all.
 */
export const hashForObjection = (e164: string, key: string): Buffer =>
  createHmac('sha256', key).update(`objection:${e164}`).digest();
