import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to content' },
  openMenu: { sv: 'Meny', en: 'Menu' },
  menu: { sv: 'Konsolens sidor', en: 'Pages of the console' },
  broadcasts: { sv: 'Utskick', en: 'Broadcasts' },
  compose: { sv: 'Nytt utskick', en: 'New broadcast' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  otherLanguage: { sv: 'In English', en: 'På svenska' },
  signedInAs: { sv: 'Inloggad som {name}, {department}', en: 'Signed in as {name}, {department}' },
  exercise: { sv: 'ÖVNING', en: 'EXERCISE' },
  exerciseExplained: {
    sv: 'Det här är en övning. Inga riktiga telefoner nås.',
    en: 'This is an exercise. No real phones are reached.',
  },
  requestId: {
    sv: 'Uppge {id} när du kontaktar driften.',
    en: 'Give {id} when you contact operations.',
  },
  retry: { sv: 'Försök igen', en: 'Try again' },
  loading: { sv: 'Hämtar …', en: 'Loading …' },
  working: { sv: 'Vänta …', en: 'Please wait …' },
  back: { sv: 'Tillbaka', en: 'Back' },
  close: { sv: 'Stäng', en: 'Close' },
  unknownPage: { sv: 'Sidan finns inte', en: 'There is no such page' },
  toBroadcasts: { sv: 'Till utskicken', en: 'To the broadcasts' },
} satisfies Record<string, Wording>;
