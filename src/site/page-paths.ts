import type { InterfaceLanguage } from '../kernel/language.js';

/** Where each public page is, in each language; the language of a request is told by its path alone. */
export const pagePaths = {
  start: { sv: '/', en: '/en' },
  topics: { sv: '/amnen', en: '/en/topics' },
  done: { sv: '/amnen/klart', en: '/en/topics/done' },
  code: { sv: '/kod', en: '/en/code' },
  newCode: { sv: '/kod/ny', en: '/en/code/new' },
  ownTopics: { sv: '/mina-amnen', en: '/en/my-topics' },
  change: { sv: '/mina-amnen/andra', en: '/en/my-topics/change' },
  stopAll: { sv: '/mina-amnen/avsluta', en: '/en/my-topics/stop' },
  leave: { sv: '/mina-amnen/lamna', en: '/en/my-topics/leave' },
  accessibility: { sv: '/tillganglighet', en: '/en/accessibility' },
  privacy: { sv: '/integritet', en: '/en/privacy' },
  contact: { sv: '/kontakt', en: '/en/contact' },
} as const satisfies Record<string, Record<InterfaceLanguage, string>>;

export type PageName = keyof typeof pagePaths;

/** The paths a handler answers at. */
export const inBothLanguages = (page: PageName): string[] => Object.values(pagePaths[page]);

export const languageOfPath = (url: string): InterfaceLanguage => (/^\/en([/?]|$)/.test(url) ? 'en' : 'sv');
