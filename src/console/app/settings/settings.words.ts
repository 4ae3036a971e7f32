import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Inställningar', en: 'Settings' },
  lead: {
    sv: 'Det som ställs in en gång och sedan sällan ändras.',
    en: 'What is set once and then seldom changed.',
  },
} satisfies Record<string, Wording>;
