import type { ArticleWords } from './information.words.js';

export const privacyWords: ArticleWords = {
  sv: ({ municipality, retentionDays }) => ({
    title: 'Personuppgifter',
    lead: `${municipality} är personuppgiftsansvarig för de uppgifter som används för SMS-tjänster och viktiga besked.`,
    sections: [
      {
        heading: 'När du väljer ämnen',
        paragraphs: ['Vi sparar så lite som möjligt, och bara för att du har samtyckt till det:'],
        list: [
          'ditt mobilnummer, vilka ämnen du har valt, språk och sedan när',
          'vad du samtyckte till och när, så att vi kan visa att du själv anmälde dig',
          'koden, som gäller i tio minuter, i en form som inte går att läsa; den raderas av sig själv inom ett par timmar efter att den har slutat gälla',
        ],
      },
      {
        heading: 'När du lägger till adresser',
        paragraphs: ['Du kan själv säga vilka adresser ditt nummer hör till. Då sparar vi:'],
        list: [
          'numret, adressen, om du bor där, äger den eller bara vill veta, språk och sedan när',
          'att något ändrades och när, men då aldrig numret i klartext',
          'hur många koder och sökningar som görs, i en form där varken nummer eller internetadress går att läsa',
        ],
      },
      {
        heading: 'När vi skickar viktiga besked',
        paragraphs: [
          'Vi använder telefonnummer som hör till adresser i det område som berörs: från register som kommunen använder, och sådana som invånarna själva har lagt till. Stödet i lagen är allmänt intresse, så inget samtycke behövs.',
          'Du kan invända mot det. Då når vi dig inte heller när vattnet är otjänligt. Det är en annan sak än att svara STOPP, som bara gäller ämnen. [Invänd under Mina adresser](objection), eller [kontakta oss](contact).',
          'Ett nummer som inte fungerar hålls undan, så att vi inte ringer eller skickar till någon annan som har fått det. Då sparar vi varför och sedan när.',
          'Skyddade personuppgifter visas aldrig på kartor, i listor eller i loggar.',
        ],
      },
      {
        heading: 'Hur länge och av vem',
        paragraphs: [
          `Vem som fick vilket sms raderas ${retentionDays} ${retentionDays === 1 ? 'dag' : 'dagar'} efter att utskicket är klart. Texten och antalet sparas.`,
          'Det du skickar till oss i sms sparas med numret lika länge, så att någon kan läsa det och svara.',
          'Raderar vi dig sparar vi en kodad form av numret om du har invänt, eller om vi har gett det skydd, så att vi inte börjar skicka till dig eller visa dig igen. Det som har gjorts står kvar i vår logg, också där med numret i kodad form. Bara vi, som har nyckeln, kan se om ett visst nummer är det.',
          'Ett företag som skickar sms och ringer samtal åt kommunen får numret och texten, och inget annat.',
          'Sidan har inga annonser och ingen spårning. Den använder en enda kaka, som behövs för koden och försvinner när du stänger webbläsaren.',
        ],
      },
      {
        heading: 'Dina rättigheter',
        paragraphs: [
          'Du kan ta tillbaka ditt samtycke när du vill: [avsluta under Mina ämnen](ownTopics) eller svara STOPP. De adresser som du har lagt till ser du, ändrar och tar bort under [Mina adresser](ownAddresses), och de sparas tills du tar bort dem. Du kan få veta vad vi har sparat om dig, och få det rättat eller raderat. [Kontakta oss](contact).',
          'Är du missnöjd kan du klaga hos [Integritetsskyddsmyndigheten](https://www.imy.se/).',
        ],
      },
    ],
  }),
  en: ({ municipality, retentionDays }) => ({
    title: 'Personal data',
    lead: `${municipality} is responsible for the personal data used for text services and important news.`,
    sections: [
      {
        heading: 'When you choose topics',
        paragraphs: ['We keep as little as we can, and only because you have agreed to it:'],
        list: [
          'your mobile number, the topics you have chosen, your language and since when',
          'what you agreed to and when, so that we can show that you signed up yourself',
          'the code, which works for ten minutes, in a form that can’t be read; it is erased by itself within a couple of hours after it stops working',
        ],
      },
      {
        heading: 'When you add addresses',
        paragraphs: ['You can say yourself which addresses your number belongs to. Then we keep:'],
        list: [
          'the number, the address, whether you live there, own it or just want to know, your language and since when',
          'that something changed and when, but then never the number in clear',
          'how many codes and searches are made, in a form in which neither number nor internet address can be read',
        ],
      },
      {
        heading: 'When we send important news',
        paragraphs: [
          'We use phone numbers that belong to addresses in the area concerned: from registers that the municipality uses, and those that residents have added themselves. The legal basis is public interest, so no consent is needed.',
          'You can object. Then we won’t reach you when the water is unfit to drink either. That is not the same as replying STOP, which is for topics only. [Object in My addresses](objection), or [contact us](contact).',
          'A number that doesn’t work is held back, so that we don’t call or text somebody else who has been given it. Then we keep why and since when.',
          'Protected identities are never shown on maps, in lists or in logs.',
        ],
      },
      {
        heading: 'How long, and by whom',
        paragraphs: [
          `Who got which text is erased ${retentionDays} ${retentionDays === 1 ? 'day' : 'days'} after all of them have been sent. The text and the numbers stay.`,
          'What you text to us is kept with your number for as long, so that somebody can read it and answer.',
          'If we erase you we keep a coded form of the number where you have objected, or where we had given it protection, so that we don’t start sending to you or showing you again. What has been done stays in our log, there too with the number in coded form. Only we, who have the key, can tell whether a certain number is the one.',
          'A company that sends texts and makes calls for the municipality gets the number and the text, and nothing else.',
          'The site has no advertising and no tracking. It uses a single cookie, which is needed for the code and goes away when you close the browser.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You can withdraw your consent at any time: [stop in My topics](ownTopics) or reply STOP. The addresses that you have added you see, change and remove in [My addresses](ownAddresses), and they are kept until you remove them. You can learn what we have stored about you, and have it corrected or erased. [Contact us](contact).',
          'If you are not satisfied you can complain to [the Swedish Authority for Privacy Protection](https://www.imy.se/en/).',
        ],
      },
    ],
  }),
};
