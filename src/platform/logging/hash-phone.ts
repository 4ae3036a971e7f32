import { createHmac } from 'node:crypto';

/**
 * The form of a phone number for logs: a keyed hash. The same number gives the same hash; it is useless without the
 * key.
 */
export const hashPhone = (e164: string, key: string): string =>
  `ph_${createHmac('sha256', key).update(e164).digest('hex').slice(0, 12)}`;
