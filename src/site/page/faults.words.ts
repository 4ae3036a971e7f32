import type { InterfaceLanguage } from '../../kernel/language.js';

/** Words of the error pages. */
export const faultWords = {
  sv: {
    missing: {
      title: 'Sidan finns inte',
      text: 'Adressen kan vara felskriven, eller så har sidan flyttat.',
    },
    failed: 'Något gick fel',
    ways: 'Härifrån kommer du vidare:',
  },
  en: {
    missing: {
      title: 'There is no such page',
      text: 'The address may be mistyped, or the page has moved.',
    },
    failed: 'Something went wrong',
    ways: 'From here you can go to:',
  },
} as const satisfies Record<InterfaceLanguage, unknown>;
