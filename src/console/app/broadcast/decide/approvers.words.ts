import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Kan godkänna nu', en: 'May approve now' },
  nobody: {
    sv: 'Ingen annan kan godkänna det här. En tjänsteman i beredskap som får godkänna kan göra det ensam.',
    en: 'Nobody else can approve this. A duty officer who may approve can do so alone.',
  },
  noPhone: { sv: '(inget nummer, får inget sms: ring)', en: '(no number, gets no text: call)' },
  onDuty: { sv: '(i tjänst)', en: '(on duty)' },
  soon: { sv: 'De får ett sms om några sekunder.', en: 'They get a text in a few seconds.' },
  texted: { sv: 'Sms till {names}, {moment}.', en: 'Texted {names}, {moment}.' },
  reminded: { sv: 'Påminnelse till {names}, {moment}.', en: 'Reminded {names}, {moment}.' },
  failed: {
    sv: 'Sms:et till {names} kom inte fram. Ring i stället.',
    en: 'The text to {names} did not arrive. Call instead.',
  },
  notTexted: {
    sv: 'Inget sms till {names}: inget nummer, eller för många sms den senaste timmen. Ring i stället.',
    en: 'No text to {names}: no number, or too many texts this hour. Call instead.',
  },
} satisfies Record<string, Wording>;
