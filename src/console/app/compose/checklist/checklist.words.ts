import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  event: { sv: 'Vad handlar det om?', en: 'What is it about?' },
  eventHint: {
    sv: 'Då får du en checklista över vad texten behöver säga.',
    en: 'You then get a checklist of what the text needs to say.',
  },
  noEvent: { sv: 'Något annat, utan checklista', en: 'Something else, without a checklist' },
  page: { sv: 'Webbsida med mer information', en: 'Web page with more information' },
  pageHint: {
    sv: 'Det som inte får plats i texten kan stå där. Till exempel: {example}',
    en: 'What has no room in the text can be there. For example: {example}',
  },
} satisfies Record<string, Wording>;
