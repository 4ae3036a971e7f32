import type { InterfaceLanguage } from '../../kernel/language.js';

/** The senders of the messages on a resident's phone. */
interface Senders {
  readonly municipality: string;
  readonly alert: string;
  readonly topic: string;
  readonly voice: string;
}

export const startWords = {
  sv: {
    title: 'Besked från kommunen, direkt i telefonen',
    lead: (municipality: string) =>
      `${municipality} skickar sms om det du själv har valt. Händer något viktigt där du är, når vi alla som berörs.`,
    choose: 'Välj ämnen',
    change: 'Ändra eller avsluta',
    chosen: {
      label: 'Du väljer',
      heading: 'Sms om det du bryr dig om',
      text: 'Välj ett eller flera ämnen. Du får ett sms när det finns något nytt, och bara då.',
      points: [
        'Du anmäler dig med ditt mobilnummer och en kod. Inget lösenord behövs.',
        'Du slutar när du vill: svara STOPP på ett sms, eller ändra under Mina ämnen.',
        'Det är gratis. Förvaltningen som skickar betalar.',
      ],
      catalogue: 'Ämnen du kan välja',
    },
    alerts: {
      label: 'Vi når dig ändå',
      heading: 'Viktiga besked, utan anmälan',
      text: 'Måste vattnet stängas av, eller går det inte att dricka? Då når vi alla i området som behöver veta det.',
      points: [
        'Mobiler får ett sms. Fasta telefoner blir uppringda, och meddelandet läses upp två gånger.',
        'Vi kan nå en enda fastighet, ett kvarter, ett bostadsområde eller hela kommunen.',
        'Du behöver inte göra något. Alla i området är med från början.',
        'Vill du veta vad som händer vid stugan, eller vid en anhörigs hem? Lägg till de adresserna.',
      ],
      addresses: 'Lägg till adresser',
      check: 'Kontrollera mitt nummer',
      vma: 'Stora olyckor och faror varnas det för på annat sätt, med VMA i radio och tv. Ring 112 om någon är i fara.',
    },
    recognise: {
      heading: 'Så vet du att det är vi',
      text: 'Andra kan utge sig för att vara kommunen. Så här ser våra meddelanden ut:',
      rows: ({ municipality, alert, topic, voice }: Senders) => [
        { term: 'Sms om ämnen', value: topic, note: 'Du kan svara STOPP till numret.' },
        {
          term: 'Viktiga besked som sms',
          value: alert,
          note: `Det går inte att svara. Texten säger att det är ${municipality}.`,
        },
        {
          term: 'Viktiga besked som samtal',
          value: voice,
          note: `Rösten börjar med att säga ${municipality}.`,
        },
      ],
      never:
        'Vi frågar aldrig efter lösenord, BankID, personnummer eller kortnummer, och vi ber dig aldrig betala.',
    },
  },
  en: {
    title: 'News from the municipality, straight to your phone',
    lead: (municipality: string) =>
      `${municipality} sends texts about what you have chosen yourself. When something important happens where you are, we reach everyone it concerns.`,
    choose: 'Choose topics',
    change: 'Change or stop',
    chosen: {
      label: 'You choose',
      heading: 'Texts about what matters to you',
      text: 'Choose one or more topics. You get a text when there is something new, and only then.',
      points: [
        'You sign up with your mobile number and a code. No password is needed.',
        'You stop when you like: reply STOP to a text, or use My topics.',
        'It is free of charge. The department that sends pays.',
      ],
      catalogue: 'Topics you can choose',
    },
    alerts: {
      label: 'We reach you anyway',
      heading: 'Important news, without signing up',
      text: 'Must the water be shut off, or is it unfit to drink? Then we reach everyone in the area who needs to know.',
      points: [
        'Mobiles get a text. Landlines get a call, and the message is read out twice.',
        'We can reach a single property, a block, a residential area or the whole municipality.',
        'You need not do anything. Everyone in the area is included from the start.',
        'Do you want to know what happens at your cottage, or at a relative’s home? Add those addresses.',
      ],
      addresses: 'Add addresses',
      check: 'Check my number',
      vma: 'Major accidents and dangers are announced in another way, by VMA on radio and television. Call 112 if anyone is in danger.',
    },
    recognise: {
      heading: 'How you know it is us',
      text: 'Others may pretend to be the municipality. This is what our messages look like:',
      rows: ({ municipality, alert, topic, voice }: Senders) => [
        { term: 'Texts about topics', value: topic, note: 'You can reply STOP to the number.' },
        {
          term: 'Important news as a text',
          value: alert,
          note: `You can’t reply. The text says that it is ${municipality}.`,
        },
        {
          term: 'Important news as a call',
          value: voice,
          note: `The voice begins by saying ${municipality}.`,
        },
      ],
      never:
        'We never ask for passwords, BankID, personal identity numbers or card numbers, and never ask you to pay.',
    },
  },
} as const satisfies Record<InterfaceLanguage, unknown>;
