import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Påminnelse {moment}', en: 'Reminder {moment}' },
  how: {
    sv: 'Den går till samma telefoner. Den lämnas in, godkänns och avbryts tillsammans med larmet.',
    en: 'It goes to the same phones. It is submitted, approved and cancelled together with the alert.',
  },
  apart: {
    sv: 'Den är inte inlämnad och följer inte med. Ändra larmet och lämna in det igen om den ska skickas.',
    en: 'It is not submitted and does not come along. Change the alert and submit it again if it is to be sent.',
  },
  approvedToo: {
    sv: 'Du godkänner också påminnelsen, som går till samma telefoner {moment}:',
    en: 'You also approve the reminder, which goes to the same phones {moment}:',
  },
  see: { sv: 'Visa påminnelsen', en: 'Show the reminder' },
  withAlert: {
    sv: 'Det här är en påminnelse. Den lämnas in, godkänns och avbryts tillsammans med larmet.',
    en: 'This is a reminder. It is submitted, approved and cancelled together with its alert.',
  },
  toAlert: { sv: 'Till larmet', en: 'To the alert' },
  write: { sv: 'Påminn dem innan', en: 'Remind them before' },
  writeHow: {
    sv: 'Samma telefoner får en påminnelse vid en tid du väljer, till exempel kvällen innan. Den godkänns samtidigt som larmet.',
    en: 'The same phones get a reminder at a time you choose, such as the evening before. It is approved with the alert.',
  },
} satisfies Record<string, Wording>;
