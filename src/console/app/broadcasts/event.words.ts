import type { Wording } from '../../../kernel/refusal.js';
import type { EventKind } from '../../../messages/checklist/points.js';

/** The kinds of events that have a checklist. */
export const eventWords: Record<EventKind, Wording> = {
  boil: {
    sv: 'Otjänligt vatten: koka eller drick inte',
    en: 'Undrinkable water: boil it, or don’t drink it',
  },
  leak: { sv: 'Akut avstängning av vatten', en: 'Unplanned water shutoff' },
  planned: { sv: 'Planerad avstängning av vatten', en: 'Planned water shutoff' },
  danger: {
    sv: 'Fara för liv, hälsa, egendom eller miljö',
    en: 'Danger to life, health, property or environment',
  },
  'danger-over': { sv: 'Faran är över', en: 'The danger is over' },
  'all-clear': { sv: 'Det är över', en: 'It is over' },
};
