export type Language = 'sv' | 'en';

export const words = {
  sv: {
    title: 'Aktuellt från kommunen',
    none: 'Inget pågår just nu.',
    failed: 'Det gick inte att kontrollera vad som pågår.',
    asOf: (time: string) => `Läget kl. ${time}.`,
    since: (time: string) => `Ändrat ${time}`,
    all: 'Allt som är aktuellt',
    map: 'Karta över var det gäller',
    topics: 'Välj vad du vill få sms om',
    go: 'Fortsätt',
    noTopics: 'Det finns inga SMS-tjänster att välja just nu.',
    topicsFailed: 'Det gick inte att läsa listan över SMS-tjänster.',
    topicsPage: 'Till sidan för SMS-tjänster',
  },
  en: {
    title: 'Current messages from the municipality',
    none: 'Nothing is going on right now.',
    failed: 'What is going on could not be checked.',
    asOf: (time: string) => `As of ${time}.`,
    since: (time: string) => `Changed ${time}`,
    all: 'All current messages',
    map: 'Map of where it is',
    topics: 'Choose what you want texts about',
    go: 'Continue',
    noTopics: 'There are no topics to choose right now.',
    topicsFailed: 'The list of topics could not be read.',
    topicsPage: 'To the page of topics',
  },
} as const;

export const paths = {
  sv: { news: '/aktuellt', topics: '/amnen' },
  en: { news: '/en/news', topics: '/en/topics' },
} as const;

/** The page of an incident, or of everything, in the language of its reader. */
export const pageIn = (language: Language, server: string, incident?: string): string =>
  [`${server}${paths[language].news}`, ...(incident === undefined ? [] : [incident])].join('/');
