import { createHmac } from 'node:crypto';

/**
 * The hash by which an objection outlives the erasure of a person. It is keyed, and is not the hash used in logs, so
 * that one does not lead to the other. With a new SECRET_KEY, all of them are lost.
 */
export const hashForObjection = (e164: string, key: string): Buffer =>
  createHmac('sha256', key).update(`objection:${e164}`).digest();
