import type { InterfaceLanguage } from '../../kernel/language.js';

/** Words of the pages that ask for a number before they show what belongs to it. */
export const askWords = {
  sv: {
    number: {
      label: 'Ditt telefonnummer',
      hint: 'Mobil eller fast telefon, till exempel 070-174 06 05 eller 08-465 004 00. Vi skickar en kod, så att ingen annan kan ändra för ditt nummer.',
    },
    submit: 'Skicka kod',
    stepsHeading: 'Så går det till',
    topics: {
      title: 'Mina ämnen',
      lead: 'Skriv ditt mobilnummer, så skickar vi en kod. Sedan kan du se, ändra och avsluta dina ämnen.',
      aside: 'Snabbaste sättet att sluta: svara STOPP på ett av våra sms om ämnen.',
    },
    addresses: {
      title: 'Mina adresser',
      lead: 'Här lägger du till adresser som du vill få viktiga besked om i telefonen: hemmet, sommarstugan eller dina föräldrars hem. Det är gratis, och du kan ändra när du vill.',
      steps: [
        'Skriv ditt nummer här ovanför. En mobil får koden som sms. En fast telefon ringer vi upp, och läser koden en siffra i taget.',
        'Skriv koden på nästa sida. Då ser du de adresser som hör till numret.',
        'Sök efter adressen, och lägg till den. Du kan ändra eller ta bort den på samma sätt.',
      ],
      aside: 'Har du flera nummer gör du ett i taget.',
    },
    check: {
      title: 'Kontrollera mitt nummer',
      lead: 'Nås du av våra viktiga besked? Skriv ditt nummer, så får du en kod. Sedan visar vi vad som skulle komma, och om något hindrar det.',
      aside: 'En mobil får koden som sms. En fast telefon ringer vi upp, och läser koden en siffra i taget.',
    },
    notices: {
      left: 'Du har lämnat sidan.',
      expired: 'Det har gått mer än en halvtimme. Skriv ditt nummer igen, så skickar vi en ny kod.',
    },
  },
  en: {
    number: {
      label: 'Your phone number',
      hint: 'Mobile or landline, for example 070-174 06 05 or 08-465 004 00. We send a code, so that nobody else can make changes for your number.',
    },
    submit: 'Send a code',
    stepsHeading: 'How it works',
    topics: {
      title: 'My topics',
      lead: 'Write your mobile number, and we send a code. Then you can see, change and stop your topics.',
      aside: 'The quickest way to stop: reply STOP to one of our texts about topics.',
    },
    addresses: {
      title: 'My addresses',
      lead: 'Here you add addresses that you want important news about on your phone: your home, your cottage or your parents’ home. It is free of charge, and you can change it at any time.',
      steps: [
        'Write your number above. A mobile gets the code as a text. We call a landline, and read the code one digit at a time.',
        'Write the code on the next page. Then you see the addresses that belong to the number.',
        'Search for the address, and add it. You can change or remove it in the same way.',
      ],
      aside: 'If you have several numbers, take one at a time.',
    },
    check: {
      title: 'Check my number',
      lead: 'Does our important news reach you? Write your number, and you get a code. Then we show what would come, and whether anything stands in the way.',
      aside: 'A mobile gets the code as a text. We call a landline, and read the code one digit at a time.',
    },
    notices: {
      left: 'You have left the page.',
      expired: 'More than half an hour has passed. Write your number again, and we send a new code.',
    },
  },
} as const satisfies Record<InterfaceLanguage, unknown>;
