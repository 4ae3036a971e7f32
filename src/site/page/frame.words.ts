import type { InterfaceLanguage } from '../../kernel/language.js';

/** Words of the frame of every page. */
export const frameWords = {
  sv: {
    service: 'SMS-tjänster',
    skip: 'Hoppa till innehållet',
    menu: 'Meny',
    nav: {
      start: 'Start',
      news: 'Aktuellt',
      topics: 'Välj ämnen',
      ownTopics: 'Mina ämnen',
      ownAddresses: 'Mina adresser',
      contact: 'Kontakt',
    },
    otherLanguage: 'In English',
    feed: 'Aktuella besked',
    errorTitle: 'Fel',
    footer: (municipality: string) =>
      `${municipality} står bakom sidan och skickar alla meddelanden härifrån.`,
    footerNav: 'Om webbplatsen',
    accessibility: 'Tillgänglighet',
    privacy: 'Personuppgifter',
    contact: 'Kontakt',
  },
  en: {
    service: 'Text services',
    skip: 'Skip to the content',
    menu: 'Menu',
    nav: {
      start: 'Start',
      news: 'News',
      topics: 'Choose topics',
      ownTopics: 'My topics',
      ownAddresses: 'My addresses',
      contact: 'Contact',
    },
    otherLanguage: 'På svenska',
    feed: 'Current notices',
    errorTitle: 'Error',
    footer: (municipality: string) => `${municipality} runs this site and sends every message from it.`,
    footerNav: 'About this site',
    accessibility: 'Accessibility',
    privacy: 'Personal data',
    contact: 'Contact',
  },
} as const satisfies Record<InterfaceLanguage, unknown>;
