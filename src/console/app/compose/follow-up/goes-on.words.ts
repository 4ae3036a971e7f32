import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  question: { sv: 'Fortsätter faran?', en: 'Does the danger go on?' },
  hint: {
    sv: 'Beskedet du rättar sa att det är över. Säg samma sak i texten.',
    en: 'What you correct said that it is over. Say the same in the text.',
  },
  goesOn: { sv: 'Ja, det är inte över', en: 'Yes, it is not over' },
  goesOnHow: {
    sv: 'Larmet gäller igen på webben, i flödena och i listan över öppna larm. Skriv vad man ska göra. Den som aldrig fick larmet får inte rättelsen: utöka larmet till dem sedan.',
    en: 'The alert holds again on the web, in the feeds and in the list of open alerts. Write what to do. Whoever never had the alert does not get the correction: extend the alert to them afterwards.',
  },
  over: { sv: 'Nej, det är över', en: 'No, it is over' },
  overHow: {
    sv: 'Bara något annat i beskedet var fel, till exempel tiden.',
    en: 'Only something else was wrong, such as the time.',
  },
  missing: {
    sv: 'Svara på om faran fortsätter.',
    en: 'Say whether the danger goes on.',
  },
} satisfies Record<string, Wording>;
