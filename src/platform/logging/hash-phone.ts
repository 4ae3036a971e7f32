import { createHmac } from 'node:crypto';

/** How a phone may appear in a log: a keyed hash, the same for the same phone, of no use without the key. */
export const hashPhone = (e164: string, key: string): string =>
  `ph_${createHmac('sha256', key).update(e164).digest('hex').slice(0, 12)}`;
