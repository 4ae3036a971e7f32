import type { Wording } from '../kernel/refusal.js';

/** What the operations on the look do; see `api-summaries.ts`. */
export const lookSummaries: Readonly<Record<string, Wording>> = {
  'GET /api/v1/look': {
    sv: 'Hur det som invånare ser ser ut, och vad mappen BRAND_FOLDER bestämmer.',
    en: 'How what residents see looks, and what BRAND_FOLDER sets.',
  },
  'PUT /api/v1/look': {
    sv: 'Ändrar utseendet. Färger som inte går att läsa mot varandra sparas inte.',
    en: 'Changes the look. Colours that can’t be read on each other are not saved.',
  },
  'DELETE /api/v1/look': {
    sv: 'Återställer till mappens utseende, eller det neutrala.',
    en: 'Goes back to the look of the folder, or the neutral one.',
  },
  'POST /api/v1/look/checks': {
    sv: 'Alla färger av dem som anges, och vilka som har för liten kontrast.',
    en: 'All colours made from the given ones, and which have too little contrast.',
  },
};
