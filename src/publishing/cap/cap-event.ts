import type { Lane } from '../../broadcasts/broadcast.js';
import type { EventKind } from '../../messages/checklist/points.js';
import type { ShippedKind } from '../../templates/shipped/shipped-kinds.js';
import type { PublicMessage } from '../bulletin/public-message.js';

/** The rows of the words for events. */
export type CapEventName =
  | 'water'
  | 'shutoff'
  | 'planned-shutoff'
  | 'discoloured-water'
  | 'sewage'
  | 'heating'
  | 'power'
  | 'waste'
  | 'road'
  | 'danger'
  | 'other';

type Category = 'Health' | 'Infra' | 'Safety' | 'Transport';
type Urgency = 'Immediate' | 'Expected' | 'Future' | 'Past';
type Severity = 'Severe' | 'Moderate' | 'Minor';
type Certainty = 'Observed' | 'Likely' | 'Possible' | 'Unlikely';
type ResponseType = 'Avoid' | 'Prepare' | 'Monitor' | 'AllClear' | 'None';

/** How grave a message is, as CAP says it. None is ever `Unknown`: readers drop those. */
export interface CapGravity {
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly responseType: ResponseType;
}

interface CapEvent {
  readonly name: CapEventName;
  readonly categories: readonly [Category, ...Category[]];
  /** OASIS Event Terms List 1.2. */
  readonly code: `OET-${number}`;
  readonly certainty: Certainty;
  readonly responseType: ResponseType;
}

/** The list that {@link CapEvent.code} is from, as other publishers write it. */
export const eventCodeList = 'OET:v1.2';

const other: CapEvent = {
  name: 'other',
  categories: ['Infra'],
  // Utility: what a municipality sends without a kind or a template is about its services.
  code: 'OET-206',
  certainty: 'Likely',
  responseType: 'Monitor',
};

const danger: CapEvent = {
  name: 'danger',
  categories: ['Safety'],
  // Safety: fire, smoke, gas and landslide have one kind here.
  code: 'OET-169',
  // It has happened or it can happen.
  certainty: 'Likely',
  // Shelter and Evacuate are opposites: only the text knows which one is right.
  responseType: 'Monitor',
};

const events: Readonly<Record<EventKind, CapEvent>> = {
  boil: {
    name: 'water',
    categories: ['Health', 'Infra'],
    // Contaminated water.
    code: 'OET-047',
    // The advice comes before the cause is proven.
    certainty: 'Possible',
    // Boil it, or don't use it: in both cases not as usual.
    responseType: 'Avoid',
  },
  leak: {
    name: 'shutoff',
    categories: ['Infra'],
    // Potable water. A water main break (214) is only one of its causes.
    code: 'OET-144',
    certainty: 'Observed',
    responseType: 'Monitor',
  },
  planned: {
    name: 'planned-shutoff',
    categories: ['Infra'],
    code: 'OET-144',
    certainty: 'Likely',
    // Fill containers beforehand.
    responseType: 'Prepare',
  },
  danger,
  'all-clear': { ...other, certainty: 'Observed', responseType: 'AllClear' },
  'danger-over': { ...danger, certainty: 'Observed', responseType: 'AllClear' },
};

/** The lane is how urgent the municipality said that it is. */
const byLane: Readonly<Record<Lane, Pick<CapGravity, 'urgency' | 'severity'>>> = {
  // A significant threat to life or property. Extreme is for a catastrophe, which is a national warning.
  crisis: { urgency: 'Immediate', severity: 'Severe' },
  // Something to do within the hour; a possible threat.
  urgent: { urgency: 'Expected', severity: 'Moderate' },
  routine: { urgency: 'Future', severity: 'Minor' },
  verification: { urgency: 'Future', severity: 'Minor' },
};

/** What a message does to the incident, as far as its gravity depends on it. */
export type Standing = 'goes-on' | 'all-clear' | 'withdrawn';

const ended: Readonly<Record<Exclude<Standing, 'goes-on'>, CapGravity>> = {
  // It is known to be over.
  'all-clear': { urgency: 'Past', severity: 'Minor', certainty: 'Observed', responseType: 'AllClear' },
  // Nobody said that a danger is over, so it is no AllClear. What the message said is not to be expected.
  withdrawn: { urgency: 'Past', severity: 'Minor', certainty: 'Unlikely', responseType: 'None' },
};

const disruption = { categories: ['Infra'], certainty: 'Observed', responseType: 'Monitor' } as const;

/** What has no points has no kind either. The template that it was made from says what it is about. */
const byTemplate: Partial<Readonly<Record<ShippedKind, CapEvent>>> = {
  // Potable water, like a shutoff: it is not unfit to drink.
  'discoloured-water': { ...disruption, name: 'discoloured-water', code: 'OET-144' },
  // Sewer.
  'sewage-stop': { ...disruption, name: 'sewage', code: 'OET-178' },
  // Utility: the list has heating oil, and heat as weather, but no district heating.
  'district-heating': { ...disruption, name: 'heating', code: 'OET-206' },
  // Power outage.
  'power-outage': { ...disruption, name: 'power', code: 'OET-145' },
  // Waste management.
  waste: { ...disruption, name: 'waste', code: 'OET-212' },
  // Road closure.
  road: { ...disruption, name: 'road', code: 'OET-165', categories: ['Transport'] },
};

/** @param first the first message, so that it is the same in the whole incident */
export function capEvent(first: Pick<PublicMessage, 'event' | 'template'> | undefined): CapEvent {
  if (first?.event) return events[first.event];
  return byTemplate[first?.template as ShippedKind] ?? other;
}

export function gravityOf(event: CapEvent, lane: Lane, standing: Standing): CapGravity {
  if (standing !== 'goes-on') return ended[standing];
  const { certainty, responseType } = event;
  return responseType === 'AllClear' ? ended['all-clear'] : { ...byLane[lane], certainty, responseType };
}
