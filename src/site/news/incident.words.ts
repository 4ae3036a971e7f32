import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Wording } from '../../kernel/refusal.js';
import type { EventKind } from '../../messages/checklist/points.js';
import type { Ending } from '../../publishing/bulletin/public-incident.js';
import { endingWords, relationWords } from '../../publishing/feeds/feed.words.js';
import type { EntryKind } from './story.js';

interface IncidentWords {
  readonly goingOn: string;
  readonly over: Readonly<Record<Ending, string>>;
  readonly overText: Readonly<Record<Ending, (when: string) => string>>;
  readonly place: string;
  readonly streets: string;
  readonly topic: string;
  readonly since: string;
  readonly until: string;
  readonly ended: string;
  readonly updated: string;
  readonly sender: string;
  readonly readIn: string;
  readonly elsewhere: string;
  readonly todo: string;
  readonly todoText: readonly string[];
  readonly story: string;
  readonly storyText: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly void: Readonly<Record<'cancelled' | 'corrected', string>>;
  readonly cancelledText: string;
  readonly expiredText: string;
  readonly extendedTo: string;
  readonly otherLanguages: string;
  readonly contact: string;
  readonly contactPage: string;
  readonly concern: string;
  readonly back: string;
  readonly events: Readonly<Record<EventKind | 'other', string>>;
}

const wordsIn = <Key extends string>(
  language: InterfaceLanguage,
  table: Readonly<Record<Key, Wording>>,
): Record<Key, string> =>
  Object.fromEntries(Object.entries<Wording>(table).map(([key, words]) => [key, words[language]])) as Record<
    Key,
    string
  >;

const kindsIn = (language: InterfaceLanguage): Readonly<Record<EntryKind, string>> => ({
  ...wordsIn(language, relationWords),
  cancelled: endingWords.cancellation[language],
  expired: endingWords.expiry[language],
});

/** Words of an incident's page. */
export const incidentWords: Readonly<Record<InterfaceLanguage, IncidentWords>> = {
  sv: {
    goingOn: 'Pågår',
    over: wordsIn('sv', endingWords),
    overText: {
      'all-clear': (when) => `Det är över sedan ${when}.`,
      cancellation: (when) => `Kommunen drog tillbaka beskedet ${when}. Det gäller inte längre.`,
      expiry: (when) => `Beskedet gällde till ${when}. Ring om du är osäker på vad som gäller nu.`,
    },
    place: 'Var',
    streets: 'Gator',
    topic: 'Ämne',
    since: 'Sedan',
    until: 'Gäller till',
    ended: 'Slut',
    updated: 'Senast ändrat',
    sender: 'Avsändare',
    readIn: 'Läs på',
    elsewhere: 'Läs mer på',
    todo: 'Gör så här',
    todoText: [
      'Följ råden i beskedet. Berätta för grannar och anhöriga som kan ha missat det.',
      'Ring 112 om någon är i fara. Vill du ha information utan att det är akut, ring 113 13.',
    ],
    story: 'Vad som har hänt',
    storyText: 'Det nyaste står först.',
    kinds: kindsIn('sv'),
    void: {
      cancelled: 'Gäller inte: kommunen har dragit tillbaka det.',
      corrected: 'Texten är rättad. Läs rättelsen i stället.',
    },
    cancelledText: 'Kommunen drog tillbaka ett besked. Det gäller inte längre.',
    expiredText: 'Tiden som beskedet gällde gick ut.',
    extendedTo: 'Gäller nu också',
    otherLanguages: 'Samma text på fler språk',
    contact: 'Har du frågor?',
    contactPage: 'Kontakta oss',
    concern: 'Sök på din adress: gäller det mig?',
    back: 'Allt som är aktuellt',
    events: {
      boil: 'Dricksvatten',
      leak: 'Vattenavstängning',
      planned: 'Planerad vattenavstängning',
      danger: 'Fara',
      'all-clear': 'Besked',
      'danger-over': 'Besked',
      other: 'Besked',
    },
  },
  en: {
    goingOn: 'Going on',
    over: wordsIn('en', endingWords),
    overText: {
      'all-clear': (when) => `It has been over since ${when}.`,
      cancellation: (when) => `The municipality withdrew the notice on ${when}. It no longer applies.`,
      expiry: (when) => `The notice applied until ${when}. Call if you are unsure what applies now.`,
    },
    place: 'Where',
    streets: 'Streets',
    topic: 'Topic',
    since: 'Since',
    until: 'Until',
    ended: 'Ended',
    updated: 'Last changed',
    sender: 'Sender',
    readIn: 'Read in',
    elsewhere: 'Read more at',
    todo: 'What to do',
    todoText: [
      'Follow the advice of the notice. Tell neighbours and relatives who may have missed it.',
      'Call 112 if anyone is in danger. For information when it is not urgent, call 113 13.',
    ],
    story: 'What has happened',
    storyText: 'The newest comes first.',
    kinds: kindsIn('en'),
    void: {
      cancelled: 'Does not apply: the municipality has withdrawn it.',
      corrected: 'The text has been corrected. Read the correction instead.',
    },
    cancelledText: 'The municipality withdrew a notice. It no longer applies.',
    expiredText: 'The time for which the notice applied ran out.',
    extendedTo: 'Now also applies to',
    otherLanguages: 'The same text in more languages',
    contact: 'Do you have questions?',
    contactPage: 'Contact us',
    concern: 'Search for your address: does it concern me?',
    back: 'All news',
    events: {
      boil: 'Drinking water',
      leak: 'Water shutoff',
      planned: 'Planned water shutoff',
      danger: 'Danger',
      'all-clear': 'Notice',
      'danger-over': 'Notice',
      other: 'Notice',
    },
  },
};
