import type { Wording } from '../../../kernel/refusal.js';
import type { Happening, OutcomeOnMap } from '../api/answers.js';

export const words = {
  incident: { sv: 'Händelsen', en: 'The incident' },
  name: { sv: 'Ändra rubrik', en: 'Change the title' },
  nameWhat: {
    sv: 'Rubriken syns bara för er som arbetar här. Den skickas inte.',
    en: 'Only you who work here see the title. It is not sent.',
  },
  newTitle: { sv: 'Rubrik', en: 'Title' },
  noTitle: { sv: 'Lämna tomt för områdets namn.', en: 'Leave it empty for the name of the area.' },
  save: { sv: 'Spara', en: 'Save' },
  notNow: { sv: 'Nej, gå tillbaka', en: 'No, go back' },
  isOpen: {
    sv: 'Pågår: inget besked om att det är över har godkänts.',
    en: 'Open: no all-clear was approved.',
  },
  isOver: { sv: 'Beskedet att det är över har godkänts.', en: 'The all-clear was approved.' },

  sums: { sv: 'Så många har nåtts', en: 'How many were reached' },
  phones: { sv: 'Telefoner, var och en räknad en gång', en: 'Phones, each counted once' },
  delivered: { sv: 'Har fått minst ett av utskicken', en: 'Have had at least one of the broadcasts' },
  under: { sv: 'Kan få det än', en: 'May still get it' },
  not: { sv: 'Har inte fått något', en: 'Have had nothing' },
  uncorrected: {
    sv: 'Kan ha fått fel text, och har inte fått rättelsen',
    en: 'May have had the wrong text, and have not had the correction',
  },
  few: { sv: 'färre än fem', en: 'fewer than five' },
  onWeb: {
    sv: 'Det är bara på webben. Ingen telefon får det.',
    en: 'It is on the web only. No phone gets it.',
  },
  forgotten: {
    sv: 'Vilka telefoner som fick vad är gallrat. Summorna för varje utskick finns kvar.',
    en: 'Which phones had what has been disposed of. The sums of each broadcast remain.',
  },
  cost: { sv: 'Kostnad', en: 'Cost' },

  broadcasts: { sv: 'Utskicken', en: 'The broadcasts' },
  broadcast: { sv: 'Utskick', en: 'Broadcast' },
  to: { sv: 'Till', en: 'To' },
  state: { sv: 'Läge', en: 'State' },
  planned: { sv: 'Telefoner', en: 'Phones' },
  reached: { sv: 'Framme', en: 'Delivered' },
  said: { sv: 'Vad som sades', en: 'What was said' },
  map: { sv: 'På kartan', en: 'On the map' },
  mapParts: {
    sv: 'Kvarter med färre än fem telefoner, eller bara en adress, visas ihop med sina grannar.',
    en: 'Blocks with fewer than five phones, or only one address, are shown together with their neighbours.',
  },
  restOf: { sv: 'övriga delar av {area}', en: 'other parts of {area}' },
  restOfAll: { sv: 'övriga delar', en: 'other parts' },
  moreParts: { sv: '{count} till', en: '{count} more' },
  timeline: { sv: 'Vad som har hänt', en: 'What happened' },
  by: { sv: '{name}, {moment}', en: '{name}, {moment}' },
  system: { sv: 'Ett system', en: 'A system' },
  countAt: { sv: 'det nådde {phones}', en: 'it reached {phones}' },
  what: { sv: '{broadcast}: {act}', en: '{broadcast}: {act}' },
} satisfies Record<string, Wording>;

export const actWords: Record<Happening, Wording> = {
  create: { sv: 'skrevs', en: 'was written' },
  edit: { sv: 'ändrades', en: 'was changed' },
  submission: { sv: 'skickades för godkännande', en: 'was submitted for approval' },
  approval: { sv: 'godkändes', en: 'was approved' },
  'break-glass': { sv: 'godkändes av en person ensam', en: 'was approved by one person alone' },
  return: { sv: 'lämnades tillbaka', en: 'was returned' },
  rejection: { sv: 'avslogs', en: 'was rejected' },
  pause: { sv: 'pausades', en: 'was paused' },
  resumption: { sv: 'återupptogs', en: 'was resumed' },
  cancellation: { sv: 'avbröts', en: 'was cancelled' },
  'start-now': { sv: 'startades före sin tid', en: 'was started before its time' },
  due: { sv: 'nådde sin tid', en: 'reached its time' },
  missed: { sv: 'kunde inte startas i tid', en: 'could not be started in time' },
  start: { sv: 'började skickas', en: 'began to be sent' },
  completion: { sv: 'blev klart', en: 'was completed' },
};

export const outcomeOnMapWords: Record<OutcomeOnMap, Wording> = {
  reached: { sv: 'Minst nio av tio telefoner nåddes', en: 'At least nine of ten phones were reached' },
  partly: { sv: 'Minst hälften nåddes', en: 'At least half were reached' },
  missed: { sv: 'Färre än hälften nåddes', en: 'Fewer than half were reached' },
  'under-way': { sv: 'Skickas fortfarande', en: 'Still being sent' },
  few: { sv: 'För få telefoner för att visas', en: 'Too few phones to show' },
};
