import type { InEachLanguage } from './topic.js';

interface DemoTopic {
  readonly slug: string;
  /** undefined: the department of the demo's staff, which is responsible for water. */
  readonly department?: string;
  readonly owner: string;
  readonly name: InEachLanguage;
  readonly description: InEachLanguage;
}

const streets = 'Stadsbyggnadsförvaltningen';
const culture = 'Kultur- och fritidsförvaltningen';
const children = 'Barn- och utbildningsförvaltningen';

/** A realistic catalogue. Owners are functions, so that no real person is named. */
export const demoTopics: readonly DemoTopic[] = [
  {
    slug: 'planerade-vattenavstangningar',
    owner: 'Enhetschef vatten och avlopp',
    name: { sv: 'Planerade vattenavstängningar', en: 'Planned water shutoffs' },
    description: {
      sv: 'Du får veta några dagar i förväg var och när vi stänger av vattnet för att laga eller byta ledningar.',
      en: 'A few days ahead you learn where and when we shut off the water to repair or replace pipes.',
    },
  },
  {
    slug: 'sophamtning',
    owner: 'Enhetschef avfall och återvinning',
    name: { sv: 'Sophämtning', en: 'Waste collection' },
    description: {
      sv: 'Du får veta när sophämtningen flyttas, till exempel vid storhelger och oväder.',
      en: 'You learn when waste collection moves to another day, for example at holidays and in storms.',
    },
  },
  {
    slug: 'snorojning-och-parkering',
    department: streets,
    owner: 'Driftledare gata',
    name: { sv: 'Snöröjning och parkering', en: 'Snow clearing and parking' },
    description: {
      sv: 'Kvällen innan får du veta vilka gator som plogas och var du inte får parkera.',
      en: 'The evening before, you learn which streets will be ploughed and where you may not park.',
    },
  },
  {
    slug: 'vagarbeten',
    department: streets,
    owner: 'Projektledare trafik',
    name: { sv: 'Vägarbeten och avstängda gator', en: 'Roadworks and closed streets' },
    description: {
      sv: 'Du får veta när en större gata, bro eller cykelväg stängs av, och hur du tar dig förbi.',
      en: 'You learn when a larger street, bridge or cycle path is closed, and which way to take instead.',
    },
  },
  {
    slug: 'badvatten',
    department: culture,
    owner: 'Samordnare för badplatser',
    name: { sv: 'Badvatten', en: 'Bathing water' },
    description: {
      sv: 'Juni till augusti: en gång i veckan temperaturen vid våra badplatser, och direkt om vattnet är otjänligt.',
      en: 'June to August: once a week the temperature at our beaches, and at once if the water is unfit to bathe in.',
    },
  },
  {
    slug: 'lov-och-fritid',
    department: culture,
    owner: 'Fritidskonsulent',
    name: { sv: 'Lov och fritid för barn och unga', en: 'Holidays and leisure for the young' },
    description: {
      sv: 'Före varje skollov får du veta vad som är gratis att göra och när det går att anmäla sig.',
      en: 'Before each school holiday you learn what is free to do and when you can sign up.',
    },
  },
  {
    slug: 'kulturkalendern',
    department: culture,
    owner: 'Programansvarig kultur',
    name: { sv: 'Kulturkalendern', en: 'Culture this week' },
    description: {
      sv: 'Varje torsdag: helgens konserter, utställningar och föreställningar i kommunens hus.',
      en: 'Every Thursday: the weekend’s concerts, exhibitions and performances in the municipality’s venues.',
    },
  },
  {
    slug: 'oppna-forskolan',
    department: children,
    owner: 'Rektor öppna förskolan',
    name: { sv: 'Öppna förskolan', en: 'Open preschool' },
    description: {
      sv: 'Veckans program, ändrade tider och lediga platser till babysång och familjekvällar.',
      en: 'The week’s programme, changed hours and free places for baby song and family evenings.',
    },
  },
];
