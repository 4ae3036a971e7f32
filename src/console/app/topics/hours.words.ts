import type { Wording } from '../../../kernel/refusal.js';

/** From Monday. */
export const weekdays: readonly Wording[] = [
  { sv: 'måndag', en: 'Monday' },
  { sv: 'tisdag', en: 'Tuesday' },
  { sv: 'onsdag', en: 'Wednesday' },
  { sv: 'torsdag', en: 'Thursday' },
  { sv: 'fredag', en: 'Friday' },
  { sv: 'lördag', en: 'Saturday' },
  { sv: 'söndag', en: 'Sunday' },
];

export const hoursWords = {
  legend: { sv: 'När den får skickas', en: 'When it may be sent' },
  always: { sv: 'Alltid', en: 'At any time' },
  alwaysHow: {
    sv: 'Skickas så snart det är godkänt, också på natten.',
    en: 'Sent as soon as it is approved, at night too.',
  },
  some: { sv: 'Bara vissa tider', en: 'At certain hours only' },
  someHow: {
    sv: 'Det som godkänns utanför tiderna väntar tills de börjar.',
    en: 'What is approved outside the hours waits until they begin.',
  },
  week: { sv: 'Tider för varje veckodag', en: 'Hours of each weekday' },
  holidays: { sv: 'En helgdag räknas som söndag.', en: 'A public holiday counts as a Sunday.' },
  from: { sv: '{day} från', en: '{day} from' },
  to: { sv: '{day} till', en: '{day} to' },
  closed: { sv: 'stängt', en: 'closed' },
  dayWrong: {
    sv: 'Skriv tiderna som 08:00, den första före den andra. Hela dygnet är 00:00 till 24:00.',
    en: 'Write the times like 08:00, the first before the second. The whole day is 00:00 to 24:00.',
  },
  noDay: { sv: 'Välj minst en dag.', en: 'Choose at least one day.' },
} satisfies Record<string, Wording>;
