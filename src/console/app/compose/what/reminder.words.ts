import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  remind: { sv: 'Påminn kvällen innan', en: 'Remind them the evening before' },
  remindHow: {
    sv: 'Samma telefoner får en påminnelse {moment}. Den godkänns samtidigt som larmet.',
    en: 'The same phones get a reminder {moment}. It is approved together with the alert.',
  },
  text: { sv: 'Påminnelsens text', en: 'Text of the reminder' },
  textIn: { sv: 'Påminnelsens text på {language}', en: 'Text of the reminder in {language}' },
} satisfies Record<string, Wording>;
