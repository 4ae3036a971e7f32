import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  without: { sv: 'Utom: {names}', en: 'Without: {names}' },
  more: { sv: 'och {n} till', en: 'and {n} more' },
  only: { sv: 'Bara: {roles}', en: 'Only: {roles}' },
  leftOut: { sv: 'Plats som är undantagen', en: 'Place that is left out' },
} satisfies Record<string, Wording>;
