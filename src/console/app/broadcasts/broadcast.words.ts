import type { Wording } from '../../../kernel/refusal.js';
import type { BroadcastState, Lane } from '../api/answers.js';
import type { ChannelChoice } from '../../../kernel/channel-choice.js';
import type { Relation } from '../../../kernel/relations.js';

/** Words about broadcasts that several pages use. */
export const stateWords: Record<BroadcastState, Wording> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  'pending-approval': { sv: 'Väntar på godkännande', en: 'Waiting for approval' },
  returned: { sv: 'Återlämnat', en: 'Returned' },
  rejected: { sv: 'Avslaget', en: 'Rejected' },
  scheduled: { sv: 'Schemalagt', en: 'Scheduled' },
  approved: { sv: 'Godkänt, startar', en: 'Approved, starting' },
  sending: { sv: 'Skickas', en: 'Sending' },
  paused: { sv: 'Pausat', en: 'Paused' },
  completed: { sv: 'Klart', en: 'Completed' },
  cancelled: { sv: 'Avbrutet', en: 'Cancelled' },
  missed: { sv: 'Hann inte skickas', en: 'Not sent in time' },
};

/** The names of the follow-ups. Not every event that ends was a danger. */
export const relationWords: Record<Relation, Wording> = {
  'all-clear': { sv: 'Det är över', en: 'All-clear' },
  update: { sv: 'Uppdatering', en: 'Update' },
  correction: { sv: 'Rättelse', en: 'Correction' },
  extension: { sv: 'Utökning', en: 'Extension' },
};

export const laneWords: Record<Lane, Wording> = {
  crisis: { sv: 'Kris', en: 'Crisis' },
  urgent: { sv: 'Brådskande', en: 'Urgent' },
  routine: { sv: 'Vanlig', en: 'Routine' },
};

export const laneExplained: Record<Lane, Wording> = {
  crisis: {
    sv: 'Fara för liv eller hälsa. Går före allt annat.',
    en: 'Danger to life or health. Goes before everything else.',
  },
  urgent: {
    sv: 'Händer nu och påverkar många, till exempel en vattenläcka. Går före vanliga utskick.',
    en: 'Happens now and affects many, for example a burst water main. Goes before routine broadcasts.',
  },
  routine: {
    sv: 'Kan vänta en stund, till exempel ett planerat arbete.',
    en: 'Can wait a while, for example planned work.',
  },
};

export const channelWords: Record<ChannelChoice, Wording> = {
  'mobile-first': { sv: 'Mobil först', en: 'Mobile first' },
  both: { sv: 'Både mobil och fast telefon', en: 'Both mobiles and landlines' },
};

export const channelExplained: Record<ChannelChoice, Wording> = {
  'mobile-first': {
    sv: 'Fast telefon rings bara i hushåll utan känd mobil, och hos företag.',
    en: 'Landlines are called only in households without a known mobile, and at businesses.',
  },
  both: {
    sv: 'Alla nummer nås, också flera i samma hushåll.',
    en: 'Every number is reached, also several in one household.',
  },
};

export { languageWording } from '../../../kernel/language-words.js';

export const badgeWords = {
  exercise: { sv: 'Övning', en: 'Exercise' },
} satisfies Record<string, Wording>;

/** The writing direction of a language, so that a text is shown as its reader will see it. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  ['ar', 'fa', 'he', 'ur', 'ps', 'ckb'].includes(language) ? 'rtl' : 'ltr';
