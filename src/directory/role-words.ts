import type { Wording } from '../kernel/refusal.js';
import type { PhoneRow } from './phone-row.js';

export const roleWords: Readonly<Record<PhoneRow['role'], Wording>> = {
  resident: { sv: 'Bor här', en: 'Lives here' },
  owner: { sv: 'Äger', en: 'Owner' },
  business: { sv: 'Verksamhet', en: 'Business' },
  watcher: { sv: 'Bevakar', en: 'Watches over it' },
};
