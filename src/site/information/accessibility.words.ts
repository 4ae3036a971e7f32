import type { ArticleWords } from './information.words.js';

export const accessibilityWords: ArticleWords = {
  sv: ({ municipality }) => ({
    title: 'Tillgänglighets\u00adredogörelse',
    lead: `${municipality} vill att alla ska kunna använda den här webbplatsen. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vad som brister och hur du säger till. Den gjordes den 28 november 2026.`,
    sections: [
      {
        heading: 'Hur tillgänglig är webbplatsen?',
        paragraphs: [
          'Den är byggd efter WCAG 2.2, nivå AA, och vi känner inte till några delar som inte uppfyller kraven. Den är ännu inte granskad av någon utomstående, och inte prövad tillsammans med personer som använder skärmläsare till vardags. Därför kan det finnas fel som vi inte har sett.',
        ],
      },
      {
        heading: 'Så har vi prövat den',
        paragraphs: ['Vi har själva gått igenom varje sida, på svenska och engelska:'],
        list: [
          'automatiskt, med verktyget axe, i ljust och mörkt läge',
          'utan JavaScript, som sidan inte använder',
          'med enbart tangentbord',
          'på 320 bildpunkters bredd, som motsvarar 400 procents förstoring',
        ],
      },
      {
        heading: 'Om du inte kan använda sidan',
        paragraphs: [
          'Du behöver inte använda webbplatsen för att sluta få sms: svara STOPP på ett sms om ett ämne. Viktiga besked når dig utan att du gör något, och som samtal till fasta telefoner.',
          'Har du en fast telefon läser vi upp koden i ett samtal, en siffra i taget och två gånger. Du kan be om samtalet igen. Kartor behövs inte: adresser söker du efter med ord.',
          'Behöver du hjälp att anmäla dig, eller innehållet i en annan form? [Kontakta oss](contact).',
        ],
      },
      {
        heading: 'Säg till om brister',
        paragraphs: [
          'Hittar du något som inte fungerar för dig? [Berätta det för oss](contact). Vi vill rätta till det.',
          'Är du inte nöjd med hur vi hanterar det du säger kan du [anmäla till Myndigheten för digital förvaltning](https://www.digg.se/tdosanmalan), som ser till att lagen följs.',
        ],
      },
    ],
  }),
  en: ({ municipality }) => ({
    title: 'Accessibility statement',
    lead: `${municipality} wants everyone to be able to use this site. This says how it meets the Swedish act on accessibility to digital public services, what is lacking, and how to tell us. It was made on 28 November 2026.`,
    sections: [
      {
        heading: 'How accessible is the site?',
        paragraphs: [
          'It is built to WCAG 2.2, level AA, and we know of no part that fails to conform. It has not yet been examined by anyone from outside, nor tried together with people who use a screen reader every day. So there may be faults that we have not seen.',
        ],
      },
      {
        heading: 'How we have tested it',
        paragraphs: ['We have gone through every page ourselves, in Swedish and in English:'],
        list: [
          'automatically, with the tool axe, in light and dark mode',
          'without JavaScript, which the site doesn’t use',
          'with a keyboard alone',
          'at a width of 320 pixels, the same as 400 per cent zoom',
        ],
      },
      {
        heading: 'If you can’t use the site',
        paragraphs: [
          'You don’t need the site to stop getting texts: reply STOP to a text about a topic. Important news reaches you without your doing anything, and as a call to landlines.',
          'If you have a landline we read the code to you in a call, one digit at a time and twice. You can ask for the call again. No map is needed: you search for addresses in words.',
          'Do you need help to sign up, or the contents in another form? [Contact us](contact).',
        ],
      },
      {
        heading: 'Tell us what is lacking',
        paragraphs: [
          'Have you found something that doesn’t work for you? [Tell us](contact). We want to put it right.',
          'If you are not satisfied with how we deal with it you can [report it to the Agency for Digital Government](https://www.digg.se/tdosanmalan), which supervises the act.',
        ],
      },
    ],
  }),
};
