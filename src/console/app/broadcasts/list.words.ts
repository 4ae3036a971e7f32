import type { Wording } from '../../../kernel/refusal.js';
import type { Group } from './grouping.js';

export const groupWords: Record<Group, Wording> = {
  'to-approve': { sv: 'Att godkänna', en: 'To approve' },
  'under-way': { sv: 'Pågår', en: 'Under way' },
  unfinished: { sv: 'Utkast och återlämnade', en: 'Drafts and returned' },
  'in-force': { sv: 'Gäller än: inget besked om att det är över', en: 'Still in force: no all-clear' },
  over: { sv: 'Avslutade', en: 'Finished' },
};

export const words = {
  webOnly: { sv: 'Bara på webben', en: 'On the web only' },
  nothingToApprove: { sv: 'Inget väntar på godkännande.', en: 'Nothing waits for approval.' },
  none: { sv: 'Här finns inga utskick än.', en: 'There are no broadcasts yet.' },
  noneFits: { sv: 'Inget utskick passar in på det.', en: 'No broadcast fits that.' },
  found: { sv: 'Träffar', en: 'Found' },
  writtenBy: { sv: '{name}, {moment}', en: '{name}, {moment}' },
  starts: { sv: 'Skickas {moment}', en: 'Will be sent {moment}' },
  progress: {
    sv: 'Hur långt utskicket till {audience} har kommit',
    en: 'Progress of the broadcast to {audience}',
  },
  system: { sv: 'Ett system', en: 'A system' },
  older: { sv: 'Visa äldre', en: 'Show older' },
  alert: { sv: 'Larmet', en: 'The alert' },
  parts: { sv: 'Utskick i händelsen', en: 'Broadcasts of the incident' },

  search: { sv: 'Sök', en: 'Search' },
  searchHint: { sv: 'I texter, områden och rubriker', en: 'In texts, areas and titles' },
  filter: { sv: 'Filtrera', en: 'Filter' },
  state: { sv: 'Läge', en: 'State' },
  lane: { sv: 'Hur brådskande', en: 'Urgency' },
  department: { sv: 'Förvaltning', en: 'Department' },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'To' },
  all: { sv: 'Alla', en: 'All' },
  clear: { sv: 'Visa alla', en: 'Show all' },
} satisfies Record<string, Wording>;
