import type { InterfaceLanguage } from '../../kernel/language.js';

/** The path of each public page in each language. Only the path determines the language of a request. */
export const pagePaths = {
  start: { sv: '/', en: '/en' },
  embeddedTopics: { sv: '/inbaddat/amnen', en: '/en/embedded/topics' },
  news: { sv: '/aktuellt', en: '/en/news' },
  incident: { sv: '/aktuellt/:id', en: '/en/news/:id' },
  concern: { sv: '/aktuellt/galler-det-mig', en: '/en/news/does-it-concern-me' },
  topics: { sv: '/amnen', en: '/en/topics' },
  done: { sv: '/amnen/klart', en: '/en/topics/done' },
  code: { sv: '/kod', en: '/en/code' },
  newCode: { sv: '/kod/ny', en: '/en/code/new' },
  ownTopics: { sv: '/mina-amnen', en: '/en/my-topics' },
  change: { sv: '/mina-amnen/andra', en: '/en/my-topics/change' },
  stopAll: { sv: '/mina-amnen/avsluta', en: '/en/my-topics/stop' },
  leave: { sv: '/mina-amnen/lamna', en: '/en/my-topics/leave' },
  ownAddresses: { sv: '/mina-adresser', en: '/en/my-addresses' },
  addAddress: { sv: '/mina-adresser/lagg-till', en: '/en/my-addresses/add' },
  confirmAddress: { sv: '/mina-adresser/lagg-till/bekrafta', en: '/en/my-addresses/add/confirm' },
  changeAddress: { sv: '/mina-adresser/andra', en: '/en/my-addresses/change' },
  removeAddress: { sv: '/mina-adresser/ta-bort', en: '/en/my-addresses/remove' },
  ownLanguage: { sv: '/mina-adresser/sprak', en: '/en/my-addresses/language' },
  objection: { sv: '/mina-adresser/invandning', en: '/en/my-addresses/objection' },
  leaveAddresses: { sv: '/mina-adresser/lamna', en: '/en/my-addresses/leave' },
  checkNumber: { sv: '/kontrollera-nummer', en: '/en/check-number' },
  retryNumber: { sv: '/kontrollera-nummer/forsok-igen', en: '/en/check-number/try-again' },
  accessibility: { sv: '/tillganglighet', en: '/en/accessibility' },
  privacy: { sv: '/integritet', en: '/en/privacy' },
  contact: { sv: '/kontakt', en: '/en/contact' },
} as const satisfies Record<string, Record<InterfaceLanguage, string>>;

export type PageName = keyof typeof pagePaths;

/** The path of an incident's page. */
export const incidentPath = ({ id }: { readonly id: string }, language: InterfaceLanguage): string =>
  pagePaths.incident[language].replace(':id', id);

/** The paths that a handler answers. */
export const inBothLanguages = (page: PageName): string[] => Object.values(pagePaths[page]);

export const languageOfPath = (url: string): InterfaceLanguage => (/^\/en([/?]|$)/.test(url) ? 'en' : 'sv');
